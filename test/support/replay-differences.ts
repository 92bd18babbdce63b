import type { ReplayResult } from '../../core/replay/replay-result.ts';

type Numbers = { readonly [index: number]: number; readonly length: number };

/**
 * Where two replays of the same question differ, in words; empty when they agree as REPLAY.md section 5 asks: counts,
 * outcomes and instants equal, real numbers within 1e-9 × max(1, |x|). Of leads that do not exist at `asOf` only that
 * is compared, and that they reach nothing.
 */
export function replayDifferences(actual: ReplayResult, expected: ReplayResult): readonly string[] {
  const { facts } = expected;
  const exists = (lead: number): boolean => facts.exists[lead] === 1;
  const differences: string[] = [];
  const compare = (
    what: string,
    left: Numbers | undefined,
    right: Numbers,
    equal: (a: number, b: number) => boolean,
    counts: (lead: number) => boolean = exists,
  ): void => {
    if (left?.length !== right.length)
      differences.push(`${what}: ${left?.length ?? 'no'} entries instead of ${right.length}`);
    for (let lead = 0; lead < right.length; lead += 1) {
      const one = left?.[lead] ?? Number.NaN;
      const other = right[lead] ?? Number.NaN;
      if (counts(lead) && !equal(one, other)) differences.push(`${what} of lead ${lead}: ${one} instead of ${other}`);
    }
  };
  const always = (): boolean => true;
  if (!Object.is(actual.facts.asOfMs, facts.asOfMs))
    differences.push(`asOf: ${actual.facts.asOfMs} instead of ${facts.asOfMs}`);
  compare('exists', actual.facts.exists, facts.exists, Object.is, always);
  compare('inCohort', actual.facts.inCohort, facts.inCohort, Object.is, always);
  compare('outcome', actual.facts.outcome, facts.outcome, Object.is);
  compare('sqlAt', actual.facts.sqlAtMs, facts.sqlAtMs, Object.is);
  compare('closedAt', actual.facts.closedAtMs, facts.closedAtMs, Object.is);
  compare('workedAt', actual.facts.workedAtMs, facts.workedAtMs, Object.is);
  compare('horizon', actual.facts.horizonMs, facts.horizonMs, Object.is);
  compare('won', actual.facts.won, facts.won, Object.is);
  compare('wonAmount', actual.facts.wonAmount, facts.wonAmount, isClose);
  compare('now', actual.now, expected.now, isClose);
  expected.nowByDimension.forEach((values, dimension) => {
    compare(`now in dimension ${dimension}`, actual.nowByDimension[dimension], values, isClose);
  });
  expected.levels.forEach((level, index) => {
    compare(`reachedAt of level ${index}`, actual.levels[index]?.reachedAtMs, level.reachedAtMs, Object.is, always);
    compare(`peak of level ${index}`, actual.levels[index]?.peak, level.peak, isClose, always);
  });
  return differences;
}

function isClose(actual: number, expected: number): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
