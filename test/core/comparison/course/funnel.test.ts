import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNNEL_STEPS, funnel } from '../../../../core/comparison/course/funnel.ts';
import { handedOver } from '../../../../core/comparison/reached-leads.ts';
import { levelMeasures } from '../../../../core/measures/level-measures.ts';
import { compileReplay } from '../../../../core/replay/compile.ts';
import { replay } from '../../../../core/replay/replay.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { randomCase } from '../../../support/random-case.ts';
import { courseOf } from './lead-course.ts';

describe('the funnel', () => {
  it('keeps too early and never worked apart from those that failed', () => {
    const { facts, reached } = courseOf([
      { outcome: 'converted', reached: 10, worked: 11, sql: 12, wonAmount: 5 },
      { outcome: 'converted', reached: 10, worked: 11, sql: 12 },
      { outcome: 'not converted', reached: 10, worked: 11 },
      { outcome: 'unobserved', reached: 10 },
      { outcome: 'immature', reached: 90, worked: 91, sql: 92, wonAmount: 5 },
      { outcome: 'immature', reached: 90 },
      { outcome: 'not converted', worked: 11 },
      { outcome: 'customer', worked: 11, sql: 11 },
      { outcome: 'converted', reached: 10, worked: 11, sql: 12, outsideCohort: true },
    ]);
    const steps = funnel(facts, reached);
    expect(steps.map(({ step, leads, passed, of }) => [step, leads, passed, of])).toEqual([
      ['leads', 7, 7, 7],
      ['reached', 6, 6, 7],
      ['worked', 4, 4, 5],
      ['sql', 2, 2, 3],
      ['won', 2, 1, 2],
    ]);
    expect(steps.map(({ immature, unobserved }) => [immature, unobserved])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(steps[3]).toMatchObject({ rate: 2 / 3, interval: wilsonInterval(2, 3) });
  });

  it("has the figures of simulate, and each step's n is of the step before", () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const result = replay(compileReplay(history, ruleSet, options), ruleSet);
        const { facts, levels } = result;
        const sides = [...levels, handedOver(history, facts)];
        for (const [index, reached] of sides.entries()) {
          const measures = levelMeasures({ ...result, levels: sides }, index, '');
          const [, atLevel, worked, sql, won] = funnel(facts, reached);
          expect(atLevel?.leads).toBe(measures.reached);
          expect(sql).toMatchObject({ leads: measures.converted, of: measures.observed, rate: measures.rate });
          expect(sql?.interval).toEqual(measures.interval);
          expect(won).toMatchObject({ leads: measures.won, of: measures.converted });
          expect(worked?.unobserved).toBe(measures.unobserved);
          expect((worked?.immature ?? 0) + (sql?.immature ?? 0)).toBe(measures.immature);
          expect((worked?.of ?? 0) + (worked?.immature ?? 0)).toBe(measures.reached);
        }
      }),
    );
  });

  it('has all its steps for a scenario that nobody reaches', () => {
    const { facts, reached } = courseOf([{ outcome: 'unobserved' }]);
    const steps = funnel(facts, reached);
    expect(steps.map(({ step }) => step)).toEqual(FUNNEL_STEPS);
    expect(steps.slice(2).map(({ rate }) => rate)).toEqual([null, null, null]);
  });
});
