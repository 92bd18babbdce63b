/** What engines are compared by before they are timed: the counts of each level, and when its leads reached it. */
import { isMeasured } from '../../core/measures/cell.ts';
import { OUTCOMES, type ReplayResult } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';

export interface LevelAnswer {
  readonly level: string;
  readonly reached: number;
  readonly observed: number;
  readonly converted: number;
  /** Over the leads that reached it. */
  readonly reachedAtSumMs: number;
}

const CONVERTED = OUTCOMES.indexOf('converted');
const NOT_CONVERTED = OUTCOMES.indexOf('not converted');

export const answersOf = (
  { facts, levels }: Pick<ReplayResult, 'facts' | 'levels'>,
  ruleSet: RuleSet,
): readonly LevelAnswer[] =>
  ruleSet.levels.map(({ id }, index) => {
    const counts = { level: id, reached: 0, observed: 0, converted: 0, reachedAtSumMs: 0 };
    levels[index]?.reachedAtMs.forEach((atMs, lead) => {
      if (Number.isNaN(atMs) || !isMeasured(facts, lead)) return;
      const outcome = facts.outcome[lead];
      counts.reached += 1;
      counts.observed += Number(outcome === CONVERTED || outcome === NOT_CONVERTED);
      counts.converted += Number(outcome === CONVERTED);
      counts.reachedAtSumMs += atMs;
    });
    return counts;
  });

/** Sums of instants beyond 2^53 may differ in their last bits with the order of adding. */
const SUM_TOLERANCE = 1e-12;

export function requireEqual(name: string, actual: readonly LevelAnswer[], expected: readonly LevelAnswer[]): void {
  requireEqualCounts(name, actual, expected);
  for (const [index, { level, reachedAtSumMs: wanted }] of expected.entries()) {
    const sum = actual[index]?.reachedAtSumMs ?? Number.NaN;
    if (!(Math.abs(sum - wanted) <= SUM_TOLERANCE * wanted))
      throw new Error(`${name}: the leads reach ${level} at other instants, in all ${sum} instead of ${wanted}`);
  }
  console.log(`${name} gives the answers of the fast engine`);
}

type Counts = Pick<LevelAnswer, 'reached' | 'observed' | 'converted'>;

export function requireEqualCounts(name: string, actual: readonly Counts[], expected: readonly LevelAnswer[]): void {
  for (const [index, wanted] of expected.entries()) {
    const got = actual[index];
    if (got?.reached !== wanted.reached || got.observed !== wanted.observed || got.converted !== wanted.converted)
      throw new Error(`${name}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  }
}
