import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctThresholds, drawLine, type Line, sweepLine } from '../../../../core/comparison/line/sweep-line.ts';
import { cohortCalendar, weekly } from '../../../../core/measures/by-time.ts';
import { levelMeasures } from '../../../../core/measures/level-measures.ts';
import { replayReference } from '../../../../core/reference/replay-reference.ts';
import { createClimbLog } from '../../../../core/replay/climbs.ts';
import { compileReplay } from '../../../../core/replay/compile.ts';
import { replay } from '../../../../core/replay/replay.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { type ReplayCase, randomCase } from '../../../support/random-case.ts';
import { DAY, historyOf, replayOf } from '../../measures/replay-of.ts';

const SEED = 20_250_106;
const NO_TERMS = { capacityPerWeek: null, valuePerSql: null, costPerLead: null };

const lineOf = ({ history, ruleSet, options }: ReplayCase, level = 0): Line => {
  const climbs = createClimbLog(level);
  const { facts } = replay(compileReplay(history, ruleSet, options), ruleSet, false, undefined, climbs);
  return drawLine(facts, cohortCalendar(history, facts), climbs);
};

const withThreshold = (ruleSet: RuleSet, total: number): RuleSet => ({
  ...ruleSet,
  levels: ruleSet.levels.map((level, index) => (index === 0 ? { ...level, total } : level)),
});

describe('the sweep of a line', () => {
  it('given any history then each threshold measures what the reference replays with it', () => {
    fc.assert(
      fc.property(randomCase(), fc.integer({ min: 0, max: 50 }), (question, capacityPerWeek) => {
        const { history, ruleSet, options } = question;
        const line = lineOf(question);
        const terms = { capacityPerWeek, valuePerSql: 7, costPerLead: 2 };
        for (const point of sweepLine(line, distinctThresholds(line), terms)) {
          const replayed = replayReference(history, withThreshold(ruleSet, point.threshold), options);
          const { amount, leadTimeDays, id: _id, ...measures } = levelMeasures(replayed, 0, '');
          const { mean, p90 } = weekly(replayed, 0, line.calendar);
          expect(point).toMatchObject({ ...measures, perWeek: mean, p90PerWeek: p90 });
          expect(point.amount).toBeCloseTo(amount, 6);
          expect(point.leadTimeDays ?? -1).toBeCloseTo(leadTimeDays ?? -1, 9);
          expect(point.profit).toBe(7 * measures.converted - 2 * measures.observed);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('given any history then a threshold just above a distinct one holds other leads, or the same ones at another time', () => {
    fc.assert(
      fc.property(randomCase(), (question) => {
        const line = lineOf(question);
        for (const threshold of distinctThresholds(line)) {
          const reachedAt = (total: number) =>
            replayReference(question.history, withThreshold(question.ruleSet, total), question.options).levels[0]
              ?.reachedAtMs;
          expect(reachedAt(threshold + 0.01)).not.toEqual(reachedAt(threshold));
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('given any history then lower thresholds are reached by no fewer leads', () => {
    fc.assert(
      fc.property(randomCase(), (question) => {
        const line = lineOf(question);
        const reached = sweepLine(line, distinctThresholds(line), NO_TERMS).map((point) => point.reached);
        expect(reached).toEqual([...reached].sort((one, other) => other - one));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('given a capacity then tells the weeks over it and the longest queue, at a lower threshold more of both', () => {
    // Counted back from day 100: three leads in the third week from the end, one in the last; a fifth only below 50.
    const reachedDays = [80, 81, 82, 98, 83];
    const peaks = [60, 60, 60, 60, 40];
    const { facts } = replayOf(reachedDays.map(() => ({ outcome: 'not converted' })));
    const climbs = { leads: [0, 1, 2, 3, 4], totals: peaks, atMs: reachedDays.map((day) => day * DAY) };
    const line = drawLine(facts, cohortCalendar(historyOf(reachedDays.map(() => 75)), facts), climbs);
    const points = sweepLine(line, distinctThresholds(line), { ...NO_TERMS, capacityPerWeek: 2 });
    expect(
      points.map(({ threshold, reached, weeksOverCapacity, longestQueue }) => [
        threshold,
        reached,
        weeksOverCapacity,
        longestQueue,
      ]),
    ).toEqual([
      [40, 5, 1, 2],
      [60, 4, 1, 1],
    ]);
  });
});
