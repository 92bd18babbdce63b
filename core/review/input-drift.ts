/** Whether other leads come in than before: each attribute's values in both periods (STATISTICS.md 4, PSI). */
import { numberAt } from '../at.ts';
import { countAtMost } from '../count-at-most.ts';
import { readNumber } from '../history/cell.ts';
import { type Column, type History, MISSING } from '../history/history.ts';
import { namingColumns } from '../history/naming.ts';
import type { LeadFacts } from '../replay/replay-result.ts';
import { psi, type Stability } from '../statistics/stability.ts';
import { AFTER, BEFORE, periodOf, type TwoPeriods } from './two-periods.ts';

export interface InputDrift {
  readonly attribute: string;
  readonly stability: Stability;
  /** Values or ranges of numbers, of both periods; most leads before first, ranges ascending. */
  readonly bands: readonly InputBand[];
}

export interface InputBand {
  readonly kind: 'value' | 'range' | 'other' | 'missing';
  readonly value: string | null;
  /** Of a range: `from` in it, `to` not; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly before: number;
  readonly after: number;
}

/** More values than so many are put together as others. */
const MOST_VALUES = 9;
/** Numbers are cut where the leads before are in as many equal parts. */
const NUMBER_BANDS = 5;

/** By how far they moved, farthest first; what a lead is known by, what tells nearly every lead apart, and dates say nothing of drift. */
export function inputDrift(history: History, facts: LeadFacts, periods: TwoPeriods): readonly InputDrift[] {
  const periodByLead = Int8Array.from({ length: history.leads.count }, (_, lead) =>
    periodOf(history, facts, periods, lead),
  );
  const { source: _, ...naming } = namingColumns(history);
  const names = new Set(Object.values(naming));
  return history.leads.attributes
    .flatMap((column): InputDrift[] => {
      if (column.kind === 'date' || names.has(column) || isTellingApart(column)) return [];
      const bands = bandsOf(column, periodByLead);
      const stability = psi(
        bands.map(({ before }) => before),
        bands.map(({ after }) => after),
      );
      return stability === null ? [] : [{ attribute: column.name, stability, bands }];
    })
    .sort((left, right) => right.stability.value - left.stability.value);
}

/** Names, addresses and the like: half of the leads have a cell of their own, and it is no number. */
const isTellingApart = ({ cells, codes, kind }: Column): boolean =>
  kind !== 'number' && cells.length * 2 > codes.length;

function bandsOf(column: Column, periodByLead: Int8Array): readonly InputBand[] {
  const counts = [BEFORE, AFTER].map(() => new Int32Array(column.cells.length + 1));
  for (let lead = 0; lead < periodByLead.length; lead += 1) {
    const own = counts[periodByLead[lead] ?? -1];
    const place = (column.codes[lead] ?? MISSING) + 1;
    if (own !== undefined) own[place] = (own[place] ?? 0) + 1;
  }
  const sumOf = (places: readonly number[]) => ({
    before: places.reduce((sum, place) => sum + (counts[BEFORE]?.[place] ?? 0), 0),
    after: places.reduce((sum, place) => sum + (counts[AFTER]?.[place] ?? 0), 0),
  });
  const present = column.cells
    .map((_, code) => code + 1)
    .filter((place) => sumOf([place]).before + sumOf([place]).after > 0);
  const bands =
    column.kind === 'number' && present.length > MOST_VALUES + 1
      ? rangesOf(column, present, sumOf)
      : valuesOf(column, present, sumOf);
  const missing = sumOf([0]);
  if (missing.before + missing.after === 0) return bands;
  return [...bands, { kind: 'missing', value: null, from: null, to: null, ...missing }];
}

type SumOf = (places: readonly number[]) => { readonly before: number; readonly after: number };

function valuesOf(column: Column, present: readonly number[], sumOf: SumOf): readonly InputBand[] {
  const ranked = present.toSorted(
    (left, right) => sumOf([right]).before - sumOf([left]).before || sumOf([right]).after - sumOf([left]).after,
  );
  const own = ranked.length > MOST_VALUES + 1 ? ranked.slice(0, MOST_VALUES) : ranked;
  const others = ranked.slice(own.length);
  const bands = own.map(
    (place): InputBand => ({
      kind: 'value',
      value: column.cells[place - 1] ?? '',
      from: null,
      to: null,
      ...sumOf([place]),
    }),
  );
  if (others.length === 0) return bands;
  return [...bands, { kind: 'other', value: null, from: null, to: null, ...sumOf(others) }];
}

function rangesOf(column: Column, present: readonly number[], sumOf: SumOf): readonly InputBand[] {
  const numbers = present
    .map((place) => ({ place, number: readNumber(column.cells[place - 1] ?? '') ?? 0 }))
    .sort((left, right) => left.number - right.number);
  const all = sumOf(present).before;
  const cuts: number[] = [];
  let before = 0;
  for (const { place, number } of numbers) {
    if (before >= (all * (cuts.length + 1)) / NUMBER_BANDS && cuts.at(-1) !== number && before > 0) cuts.push(number);
    before += sumOf([place]).before;
  }
  const edges = Float64Array.from(cuts);
  const byBand = Map.groupBy(numbers, ({ number }) => countAtMost(edges, number));
  return Array.from({ length: cuts.length + 1 }, (_, band) => ({
    kind: 'range',
    value: null,
    from: band === 0 ? null : numberAt(edges, band - 1),
    to: band === cuts.length ? null : numberAt(edges, band),
    ...sumOf((byBand.get(band) ?? []).map(({ place }) => place)),
  }));
}
