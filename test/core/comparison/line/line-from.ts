/** Sweeps from counts, for what is read off them. */
import fc from 'fast-check';
import type { CohortOutcomes } from '../../../../core/comparison/line/best-threshold.ts';
import { type LinePoint, type LineTerms, profitOf } from '../../../../core/comparison/line/line-point.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';

export const NO_TERMS: LineTerms = { capacityPerWeek: null, valuePerSql: null, costPerLead: null };

export interface PointCounts {
  readonly threshold: number;
  readonly converted: number;
  readonly notConverted: number;
  readonly p90PerWeek?: number;
}

/** All outcomes are known. */
export const lineFrom = (counts: readonly PointCounts[], terms: LineTerms = NO_TERMS): readonly LinePoint[] =>
  counts.map(({ threshold, converted, notConverted, p90PerWeek = 0 }) => {
    const observed = converted + notConverted;
    const rate = observed === 0 ? null : converted / observed;
    return {
      threshold,
      reached: observed,
      observed,
      immature: 0,
      unobserved: 0,
      converted,
      rate,
      interval: wilsonInterval(converted, observed),
      bounds: rate === null ? null : [rate, rate],
      sqls: 0,
      recall: null,
      won: 0,
      amount: 0,
      leadTimeDays: null,
      perWeek: observed / 10,
      p90PerWeek,
      weeksOverCapacity: null,
      longestQueue: null,
      profit: profitOf(terms, { converted, observed }),
    };
  });

export const cohortOf = (sqls: number, notConverted: number): CohortOutcomes => ({
  leads: sqls + notConverted,
  sqls,
  notConverted,
});

/** Counts that add up from the top, as those of a sweep do. */
export const randomLine = fc
  .array(fc.record({ converted: fc.nat(20), notConverted: fc.nat(40) }), { minLength: 1, maxLength: 12 })
  .chain((groups) =>
    fc.record({ groups: fc.constant(groups), below: fc.record({ converted: fc.nat(20), notConverted: fc.nat(40) }) }),
  )
  .map(({ groups, below }) => {
    const total = { converted: 0, notConverted: 0 };
    const fromTop = groups.map((group, index): PointCounts => {
      total.converted += group.converted;
      total.notConverted += group.notConverted;
      return { threshold: 100 - index, ...total };
    });
    return {
      points: lineFrom(fromTop.toReversed()),
      cohort: cohortOf(total.converted + below.converted, total.notConverted + below.notConverted),
    };
  });
