/** What the reader of tables is asked and answers, in the words of an import. */
import type { FileReading } from '../../../api/import.ts';
import { encodingNamed } from '../../table/encoding-names.ts';
import type { ReadingChoice } from '../../table/reading-choice.ts';
import type { TableFault } from '../../table/table-fault.ts';
import type { TableHead } from '../../table/table-head.ts';
import type { TableWarning } from '../../table/table-warning.ts';
import { faultTextOnScreen } from '../../table/warning-text.ts';
import { cancelled, type SourceFault } from './source-fault.ts';

export const choiceOf = ({ encoding, delimiter, header, sheet }: FileReading): ReadingChoice => ({
  encoding: encoding === undefined ? null : encodingNamed(encoding),
  delimiter: delimiter ?? null,
  header: header ?? null,
  sheet: sheet ?? null,
});

export function sourceFaultOf(fault: TableFault): SourceFault {
  if (fault.kind === 'cancelled') return cancelled();
  const detail = `${faultTextOnScreen(fault)} Nothing was changed.`;
  return { kind: fault.kind === 'notFound' ? 'notFound' : 'badSource', detail };
}

/** As the file has them: '' where a column has no name, while others have. */
export function headingsOf({ header, warnings }: Pick<TableHead, 'header' | 'warnings'>): readonly string[] {
  const nameless = warnings.flatMap((warning) => (warning.kind === 'namelessColumns' ? warning.names : []));
  return header.map((name) => (nameless.includes(name) ? '' : name));
}

/** What an import says of its own columns, it says itself. */
export const isToSay = ({ kind }: TableWarning): boolean => kind !== 'namelessColumns' && kind !== 'noRows';
