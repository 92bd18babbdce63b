/** Leads by their highest score: whether higher ones convert better, and which bands do not rank them. */
import { countAtMost } from '../../count-at-most.ts';
import { DAY_MS } from '../../history/history.ts';
import { CONVERTED, cellOf, countLead, isMeasured, outcomeCounts } from '../../measures/cell.ts';
import type { PeakBand } from '../../measures/frame.ts';
import { LEAST_KNOWN } from '../../measures/least-counts.ts';
import { median } from '../../measures/median.ts';
import { leastPeak } from '../../measures/thresholds.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { poolAdjacent } from '../../statistics/pool-adjacent.ts';
import { joinedBands, type Trend, type TrendBand, trendOf } from '../../statistics/trend.ts';

export interface ScoreBand extends PeakBand {
  /** Of the leads that have a peak. */
  readonly share: number;
  /** Conversion as a multiple of that of all leads with a peak; null where either is not known. */
  readonly lift: number | null;
  readonly won: number;
  readonly amount: number;
  /** From creation to SQL, of the converted; null of none. */
  readonly medianDaysToSql: number | null;
}

/** Bands next to each other, by their edges; null: open. */
export interface BandRange {
  readonly from: number | null;
  readonly to: number | null;
}

export interface ScoreBands {
  /** Lowest first; leads without a peak are in none. */
  readonly bands: readonly ScoreBand[];
  /** Stretches in which higher scores do not convert better: pooled until no rate falls (STATISTICS.md 4, "Monotonicity"). */
  readonly unranked: readonly BandRange[];
  /** Null where there is nothing to test. */
  readonly trend: Trend | null;
}

/** `edges` ascending: bands below the first, between them, and from the last on. */
export function scoreBands(
  facts: LeadFacts,
  createdAtMs: Float64Array,
  peak: Float64Array,
  edges: Float64Array,
): ScoreBands {
  const counts = outcomeCounts(edges.length + 1);
  const tallies = Array.from({ length: edges.length + 1 }, () => ({ won: 0, amount: 0, daysToSql: [] as number[] }));
  const least = edges.map(leastPeak);
  for (let lead = 0; lead < peak.length; lead += 1) {
    const value = peak[lead] ?? Number.NaN;
    if (Number.isNaN(value) || !isMeasured(facts, lead)) continue;
    const set = countAtMost(least, value);
    countLead(counts, set, facts.outcome[lead] ?? 0);
    const tally = tallies[set];
    if (tally === undefined) continue;
    tally.won += facts.won[lead] ?? 0;
    tally.amount += facts.wonAmount[lead] ?? 0;
    if (facts.outcome[lead] === CONVERTED)
      tally.daysToSql.push(((facts.sqlAtMs[lead] ?? 0) - (createdAtMs[lead] ?? 0)) / DAY_MS);
  }
  const cells = tallies.map((tally, set) => ({ ...cellOf(counts, set), ...tally }));
  const sumOf = (pick: (cell: (typeof cells)[number]) => number): number =>
    cells.reduce((sum, cell) => sum + pick(cell), 0);
  const leads = sumOf((cell) => cell.leads);
  const base = sumOf((cell) => cell.converted) / sumOf((cell) => cell.observed);
  const bands = cells.map(
    ({ daysToSql, ...cell }, set): ScoreBand => ({
      ...cell,
      from: edges[set - 1] ?? null,
      to: edges[set] ?? null,
      share: leads === 0 ? 0 : cell.leads / leads,
      lift: cell.rate === null || !(base > 0) ? null : cell.rate / base,
      medianDaysToSql:
        daysToSql.length === 0 ? null : median(Float64Array.from(daysToSql, (days) => Math.max(0, days))),
    }),
  );
  return { bands, ...rankOf(bands) };
}

function rankOf(bands: readonly ScoreBand[]): Pick<ScoreBands, 'unranked' | 'trend'> {
  const positioned = bands.map(({ observed, converted }, position): TrendBand => ({ position, observed, converted }));
  // Bands of too few are joined with their neighbours before anything is tested.
  const joined = joinedBands(positioned, LEAST_KNOWN).filter(({ observed }) => observed > 0);
  const places = placesOf(joined, bands);
  const blocks = poolAdjacent(
    joined.map(({ observed, converted }) => ({ mean: converted / observed, weight: observed })),
  );
  return {
    unranked: blocks
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => ({
        from: bands[places[from]?.first ?? 0]?.from ?? null,
        to: bands[places[to]?.last ?? bands.length - 1]?.to ?? null,
      })),
    trend: joined.length < 2 ? null : trendOf(joined),
  };
}

/** Which bands went into each joined one: their known outcomes add up to it. */
function placesOf(joined: readonly TrendBand[], bands: readonly ScoreBand[]) {
  let next = 0;
  return joined.map(({ observed }) => {
    while (bands[next]?.observed === 0) next += 1;
    const first = next;
    let left = observed;
    while (left > 0 && next < bands.length) {
      left -= bands[next]?.observed ?? 0;
      next += 1;
    }
    return { first, last: next - 1 };
  });
}
