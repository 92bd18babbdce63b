/** Each scenario's conversion less the baseline's, with intervals that hold for all of them together (STATISTICS.md 1.5). */
import { numberAt } from '../at.ts';
import { CONVERTED, IMMATURE, isMeasured, UNOBSERVED } from '../measures/cell.ts';
import { LEAST_SQLS } from '../measures/least-counts.ts';
import type { LeadFacts } from '../replay/replay-result.ts';
import type { Interval } from '../statistics/interval.ts';
import { type PatternCell, simultaneousDifferences } from '../statistics/simultaneous.ts';
import { isReached, type ReachedLeads } from './reached-leads.ts';
import { RESAMPLING } from './resampling.ts';

export interface AgainstBaseline {
  /** Of the conversion rates, −1 to 1, among leads with a known outcome. */
  readonly value: number;
  /** For this difference alone; null where nothing tells of the spread. */
  readonly interval: Interval | null;
  /** For the differences of all scenarios together: never narrower. */
  readonly simultaneous: Interval | null;
}

/** A bit of a whole number each. */
const MOST_SIDES = 31;

/**
 * In the order of the sides; null for the baseline itself, where it or the side has fewer than 10 SQLs (counts are told instead,
 * and what is not told makes no other interval wider), and for those after the first 31, which are more than a table can tell.
 */
export function againstBaseline(
  facts: LeadFacts,
  sides: readonly ReachedLeads[],
  baseline: number,
): readonly (AgainstBaseline | null)[] {
  const told = sides.flatMap((side, index) =>
    index < MOST_SIDES && sqlsOf(facts, side) >= LEAST_SQLS ? [{ side, index }] : [],
  );
  const place = told.findIndex(({ index }) => index === baseline);
  if (place === -1) return sides.map(() => null);
  const cells = cellsOf(
    facts,
    told.map(({ side }) => side),
  );
  const { differences } = simultaneousDifferences(cells, told.length, place, RESAMPLING);
  const byIndex = new Map(told.map(({ index }, at) => [index, differences[at] ?? null]));
  return sides.map((_, side) => {
    const found = byIndex.get(side) ?? null;
    if (found === null) return null;
    return { value: found.difference, interval: found.interval, simultaneous: found.simultaneousInterval };
  });
}

function sqlsOf(facts: LeadFacts, side: ReachedLeads): number {
  let sqls = 0;
  for (let lead = 0; lead < facts.outcome.length; lead += 1)
    if (facts.outcome[lead] === CONVERTED && isReached(side, lead) && isMeasured(facts, lead)) sqls += 1;
  return sqls;
}

/** Leads with a known outcome by which of the sides reach them, those of the same pattern together. */
function cellsOf(facts: LeadFacts, sides: readonly ReachedLeads[]): readonly PatternCell[] {
  const patterns = new Int32Array(facts.outcome.length);
  sides.forEach((side, bit) => {
    for (let lead = 0; lead < patterns.length; lead += 1)
      if (isReached(side, lead)) patterns[lead] = numberAt(patterns, lead) | (1 << bit);
  });
  const countsByPattern = new Map<number, [number, number]>();
  for (let lead = 0; lead < patterns.length; lead += 1) {
    const pattern = numberAt(patterns, lead);
    const outcome = numberAt(facts.outcome, lead);
    if (pattern === 0 || outcome === UNOBSERVED || outcome === IMMATURE || !isMeasured(facts, lead)) continue;
    const counts = countsByPattern.get(pattern) ?? [0, 0];
    counts[outcome === CONVERTED ? 0 : 1] += 1;
    countsByPattern.set(pattern, counts);
  }
  // In an order of their own, so that a lead more does not shuffle the draws of the others.
  return [...countsByPattern.keys()]
    .toSorted((one, other) => one - other)
    .map((pattern) => {
      const [converted, notConverted] = countsByPattern.get(pattern) ?? [0, 0];
      return { pattern, converted, notConverted };
    });
}
