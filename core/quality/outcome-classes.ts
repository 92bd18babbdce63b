import { readNumber } from '../history/cell.ts';
import type { Column } from '../history/history.ts';
import { readInstant } from '../time/instant.ts';
import type { OutcomeClass } from './information-value.ts';
import type { CellCounts } from './quality-data.ts';

/** Classes of the information value: a smaller one is put with the other small ones, as scorecards do. */
const LEAST_SHARE = 0.05;
const TENTHS = 10;

/**
 * The leads with a known outcome by class: for numbers and dates the tenths of them, else the cells; what has less than 5 %
 * of the leads is one class together, the missing among them.
 */
export function outcomeClasses(column: Column, counts: CellCounts, known: number): readonly OutcomeClass[] {
  const classOfEntry = isOrdered(column) ? tenths(column, counts, known) : null;
  const byClass = new Map<number, { converted: number; known: number }>();
  counts.known.forEach((inCell, entry) => {
    if (inCell === 0) return;
    const key = classOfEntry === null || entry === 0 ? -entry - 1 : (classOfEntry[entry] ?? 0);
    const set = byClass.get(key) ?? { converted: 0, known: 0 };
    set.converted += counts.converted[entry] ?? 0;
    set.known += inCell;
    byClass.set(key, set);
  });
  const rest = { converted: 0, known: 0 };
  const classes: OutcomeClass[] = [];
  for (const set of byClass.values()) {
    if (set.known < LEAST_SHARE * known) {
      rest.converted += set.converted;
      rest.known += set.known;
    } else classes.push({ converted: set.converted, notConverted: set.known - set.converted });
  }
  return rest.known === 0
    ? classes
    : [...classes, { converted: rest.converted, notConverted: rest.known - rest.converted }];
}

const isOrdered = ({ kind }: Column): boolean => kind === 'number' || kind === 'date';

/** By entry of the counts: the tenth of the leads that holds the cell. Equal numbers are never torn apart. */
function tenths({ cells, kind }: Column, counts: CellCounts, known: number): Int32Array {
  const read = (cell: string): number | null => (kind === 'number' ? readNumber(cell) : readInstant(cell, 'UTC'));
  const entries = cells
    .map((cell, code) => ({ entry: code + 1, value: read(cell) ?? Number.NEGATIVE_INFINITY }))
    .filter(({ entry }) => (counts.known[entry] ?? 0) > 0)
    .sort((left, right) => left.value - right.value);
  const filled = known - (counts.known[0] ?? 0);
  const tenthOf = new Int32Array(cells.length + 1);
  let before = 0;
  let tenth = 0;
  let lastValue = Number.NaN;
  for (const { entry, value } of entries) {
    if (value !== lastValue) tenth = Math.min(TENTHS - 1, Math.floor((before / filled) * TENTHS));
    lastValue = value;
    tenthOf[entry] = tenth;
    before += counts.known[entry] ?? 0;
  }
  return tenthOf;
}
