import { foldText } from '../text.ts';
import type { NotAnswered } from './finding.ts';
import { countCells, type QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { differenceWeight } from './weight.ts';

/** Texts that forms and exports leave where nobody answered, folded; the usual placeholders of CRM forms and of data tools. */
const TEXTS: ReadonlySet<string> = new Set([
  'select',
  'please select',
  '-- select --',
  '- select -',
  '--none--',
  '-none-',
  'unknown',
  'n/a',
  'n.a.',
  'na',
  '#n/a',
  'nan',
  'none',
  'null',
  '(null)',
  'nil',
  '-',
  '--',
  '---',
  '.',
  '?',
  '??',
  'not set',
  '(not set)',
  'not specified',
  'not provided',
  'not available',
  'not applicable',
  'undefined',
  'tbd',
  'blank',
  '(blank)',
  'empty',
  'unbekannt',
  'keine angabe',
  'sconosciuto',
  'nieznany',
  'nieznane',
  'brak',
  'necunoscut',
  'неизвестно',
]);

/** One finding for each such text, across all attributes that have it. Proposed only: "none" may be an answer. */
export function notAnswered(data: QualityData): readonly NotAnswered[] {
  const found = new Map<string, { text: string; columns: { attribute: string; leads: number }[]; mask: Uint8Array }>();
  for (const column of data.attributes) {
    const texts = column.cells.map((cell) => (cell.length > 20 ? '' : foldText(cell)));
    if (!texts.some((text) => TEXTS.has(text))) continue;
    const { leads } = countCells(column, data.outcome);
    texts.forEach((text, code) => {
      const count = leads[code + 1] ?? 0;
      if (count === 0 || !TEXTS.has(text)) return;
      const entry = found.get(text) ?? {
        text: column.cells[code] ?? text,
        columns: [],
        mask: new Uint8Array(data.outcome.length),
      };
      found.set(text, entry);
      const known = entry.columns.find(({ attribute }) => attribute === column.name);
      if (known === undefined) entry.columns.push({ attribute: column.name, leads: count });
      else known.leads += count;
      for (let lead = 0; lead < entry.mask.length; lead += 1) if (column.codes[lead] === code) entry.mask[lead] = 1;
    });
  }
  return [...found.values()].map(({ text, columns, mask }) => {
    const touched = touchedBy(data, mask);
    return {
      kind: 'notAnswered',
      text,
      cells: columns.reduce((sum, { leads }) => sum + leads, 0),
      columns: columns.sort((left, right) => right.leads - left.leads),
      touched,
      weight: differenceWeight(touched, data),
    };
  });
}
