/** Rows that are the values of an attribute, read as conditions and the profile read them. */
import { numberAt } from '../../at.ts';
import { countAtMost } from '../../count-at-most.ts';
import { type Column, type History, MISSING } from '../../history/history.ts';
import { CONVERTED, isMeasured, NOT_CONVERTED } from '../../measures/cell.ts';
import { bandLevels } from '../../profile/band-levels.ts';
import { countEntries, type EntryCounts } from '../../profile/entry-counts.ts';
import type { LevelDraft } from '../../profile/level-draft.ts';
import { valueLevels } from '../../profile/value-levels.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { readInstant } from '../../time/instant.ts';
import { monthStarts } from '../../time/month-starts.ts';
import { isReached } from '../reached-leads.ts';
import type { RowOf, RowsOf } from './row-of.ts';
import { NO_ROW, type ReachedPair } from './row-tallies.ts';
import { monthRows } from './rows-of-month.ts';

/** More rows than a chart can tell apart: the most frequent values have one of their own. */
const MOST_VALUES = 12;
const MOST_MONTHS = 36;

/**
 * Text and yes/no: a row a value, most leads first, the rest together. Numbers: bands of about equally many known outcomes.
 * Dates: months. Leads without a value have a row of their own, the last. Only leads that `a` or `b` reaches count.
 */
export function rowsOfAttribute(history: History, facts: LeadFacts, pair: ReachedPair, column: Column): RowsOf {
  const counts = countEntries(column, concerned(facts, pair));
  const drafts = draftsOf(column, counts, history.timeZone);
  const rowOfEntry = new Int32Array(column.cells.length + 1).fill(NO_ROW);
  drafts.forEach(({ entries }, row) => {
    for (const entry of entries) rowOfEntry[entry] = row;
  });
  rowOfEntry[0] = drafts.length;
  const rows = Int32Array.from(column.codes, (code) => numberAt(rowOfEntry, (code ?? MISSING) + 1));
  return { of: [...drafts.map(({ of }) => of), { kind: 'missing' }], a: rows, b: rows };
}

/** The leads that one of the two reaches, in the shape in which the profile counts leads. */
function concerned(facts: LeadFacts, { a, b }: ReachedPair) {
  const leads = facts.outcome.length;
  const measured = new Uint8Array(leads);
  const outcome = new Int8Array(leads).fill(-1);
  for (let lead = 0; lead < leads; lead += 1) {
    if (!isMeasured(facts, lead) || !(isReached(a, lead) || isReached(b, lead))) continue;
    measured[lead] = 1;
    if (facts.outcome[lead] === CONVERTED) outcome[lead] = 1;
    if (facts.outcome[lead] === NOT_CONVERTED) outcome[lead] = 0;
  }
  return { measured, outcome };
}

interface RowDraft {
  readonly of: RowOf;
  /** Of `EntryCounts`. */
  readonly entries: readonly number[];
}

function draftsOf(column: Column, counts: EntryCounts, timeZone: string): readonly RowDraft[] {
  switch (column.kind) {
    case 'date':
      return monthDrafts(column, counts, timeZone);
    case 'number':
      return bandLevels(column, counts, timeZone, null).levels.map(({ band, values, entries }) => ({
        of: band === null ? { kind: 'others', values } : { kind: 'band', band },
        entries,
      }));
    case 'yes/no':
    case 'text':
      return valueDrafts(valueLevels(column, counts));
  }
}

function valueDrafts(levels: readonly LevelDraft[]): readonly RowDraft[] {
  const named = levels
    .filter(({ kind }) => kind === 'value')
    .toSorted((left, right) => right.counts.leads - left.counts.leads);
  const others = levels.filter(({ kind }) => kind !== 'value');
  // A row for one value is no longer than a row for "others".
  const kept = named.length + others.length <= MOST_VALUES + 1 ? named : named.slice(0, MOST_VALUES);
  const rest = [...named.slice(kept.length), ...others];
  return [
    ...kept.map(({ value, entries }): RowDraft => ({ of: { kind: 'value', value: value ?? '' }, entries })),
    ...(rest.length === 0
      ? []
      : [
          {
            of: { kind: 'others', values: rest.reduce((sum, { values }) => sum + values, 0) },
            entries: rest.flatMap(({ entries }) => entries),
          } as const,
        ]),
  ];
}

/** From the first to the last month that a lead has; earlier ones and what reads as no date have a row each. */
function monthDrafts(column: Column, counts: EntryCounts, timeZone: string): readonly RowDraft[] {
  const read = column.cells.flatMap((cell, code) =>
    numberAt(counts.leads, code + 1) === 0 ? [] : [{ entry: code + 1, atMs: readInstant(cell, timeZone) }],
  );
  const dated = read.flatMap(({ entry, atMs }) => (atMs === null ? [] : [{ entry, atMs }]));
  const undated = read.filter(({ atMs }) => atMs === null).map(({ entry }) => entry);
  const others: readonly RowDraft[] =
    undated.length === 0 ? [] : [{ of: { kind: 'others', values: undated.length }, entries: undated }];
  if (dated.length === 0) return others;
  const [firstMs, lastMs] = dated.reduce(
    ([first, last], { atMs }) => [Math.min(first, atMs), Math.max(last, atMs)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const starts = monthStarts(firstMs, lastMs, timeZone, MOST_MONTHS);
  const entriesByMonth = monthRows(starts).map((of): { readonly of: RowOf; readonly entries: number[] } => ({
    of,
    entries: [],
  }));
  for (const { entry, atMs } of dated) entriesByMonth[countAtMost(starts, atMs)]?.entries.push(entry);
  return [...entriesByMonth, ...others];
}
