import { comparableText } from '../conditions/cell-test.ts';
import type { Column } from '../history/history.ts';
import { countsOfEntries, type EntryCounts } from './entry-counts.ts';
import type { LevelDraft } from './level-draft.ts';

/** With so few distinct values each is a level, however rare; beyond, rare ones are put together and the most frequent kept. */
const EACH_UP_TO = 50;
const LEAST_OBSERVED = 10;
const MOST_LEVELS = 100;

/** The values of a text or yes/no column, compared as conditions compare them, and the spelling that most leads have. */
export function valueLevels(column: Column, counts: EntryCounts): readonly LevelDraft[] {
  const byText = new Map<string, number[]>();
  column.cells.forEach((cell, code) => {
    if ((counts.leads[code + 1] ?? 0) === 0) return;
    const text = comparableText(cell, column.kind);
    const entries = byText.get(text);
    if (entries === undefined) byText.set(text, [code + 1]);
    else entries.push(code + 1);
  });
  const all = [...byText]
    .map(([text, entries]) => ({ text, entries, counts: countsOfEntries(entries, counts) }))
    .sort(
      (left, right) =>
        right.counts.observed - left.counts.observed ||
        right.counts.leads - left.counts.leads ||
        (left.text < right.text ? -1 : 1),
    );
  const isKept = (observed: number, place: number): boolean =>
    all.length <= EACH_UP_TO || (observed >= LEAST_OBSERVED && place < MOST_LEVELS);
  const levels = all
    .filter((one, place) => isKept(one.counts.observed, place))
    .map(({ entries, counts: counted }): LevelDraft => {
      const value = spelling(entries, column, counts);
      const condition = { attribute: column.name, op: 'is', value } as const;
      return { kind: 'value', value, band: null, values: 1, condition, entries, counts: counted };
    });
  const rest = all.slice(levels.length);
  if (rest.length === 0) return levels;
  return [
    ...levels,
    othersLevel(
      rest.flatMap(({ entries }) => entries),
      rest.length,
      counts,
    ),
  ];
}

/** Stands for values that have no level of their own. */
const OTHER_VALUES = '(other values)';

export const othersLevel = (entries: readonly number[], values: number, counts: EntryCounts): LevelDraft => ({
  kind: 'others',
  value: OTHER_VALUES,
  band: null,
  values,
  condition: null,
  entries,
  counts: countsOfEntries(entries, counts),
});

function spelling(entries: readonly number[], { cells }: Column, { leads }: EntryCounts): string {
  const cellOf = (entry: number): string => cells[entry - 1] ?? '';
  const most = entries.reduce((best, entry) => {
    const more = (leads[entry] ?? 0) - (leads[best] ?? 0);
    return more > 0 || (more === 0 && cellOf(entry) < cellOf(best)) ? entry : best;
  });
  return cellOf(most);
}
