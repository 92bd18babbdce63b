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
          expect(point.profit).toBe(7 * measures.converted - 2 * measures.reached);
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
});
