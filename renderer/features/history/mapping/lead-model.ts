/** How a row of activities or stages names its lead: by the id, or by an attribute that the leads have. */
import type { DelimitedMapping, InspectedTable } from '../../../../api/import.ts';
import type { FlowFile } from '../flow-files.ts';
import { columnUse } from './mapping-model.ts';

const LEAD_SEPARATORS = [';', ',', '|'] as const;

/** What the app makes of a column of e-mail addresses. */
const EMAIL_ATTRIBUTES = ['email_kind', 'email_domain'] as const;

/** The attributes that leads have, or will have by this import. */
export const leadAttributes = (files: readonly FlowFile[], known: readonly string[]): readonly string[] => [
  ...new Set([
    ...known,
    ...files.flatMap(({ inspected, mapping }) =>
      inspected.kind === 'table' && mapping?.rows === 'leads'
        ? [
            ...inspected.columns
              .filter(({ name }) => name !== '' && columnUse(mapping, name) === 'attribute')
              .map(({ name }) => name),
            ...(mapping.email === undefined ? [] : EMAIL_ATTRIBUTES),
          ]
        : [],
    ),
  ]),
];

/** Signs that may stand between several leads in a cell of the file, as far as its first rows show. */
export const separatorsOffered = (
  { lead, leadSeparator }: DelimitedMapping,
  { columns, preview }: Pick<InspectedTable, 'columns' | 'preview'>,
): readonly string[] => {
  const column = columns.find(({ name }) => name === lead);
  const cells = column === undefined ? [] : [...column.samples, ...preview.map((row) => row[column.index] ?? '')];
  const found = LEAD_SEPARATORS.filter((sign) => cells.some((cell) => cell.includes(sign)));
  return [...new Set([...found, ...(leadSeparator === undefined ? [] : [leadSeparator])])];
};
