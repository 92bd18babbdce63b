/** A threshold that is chosen on older leads is judged on newer ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLine } from '../../../../core/comparison/line/judged-line.ts';
import { distinctThresholds, drawLine, type Line } from '../../../../core/comparison/line/sweep-line.ts';
import { periodsOf } from '../../../../core/comparison/periods.ts';
import { cohortCalendar, leadsByWeekBack, WEEK_MS, weeklyOf } from '../../../../core/measures/by-time.ts';
import { levelMeasures } from '../../../../core/measures/level-measures.ts';
import { replayReference } from '../../../../core/reference/replay-reference.ts';
import { createClimbLog } from '../../../../core/replay/climbs.ts';
import { compileReplay } from '../../../../core/replay/compile.ts';
import { replay } from '../../../../core/replay/replay.ts';
import type { Outcome } from '../../../../core/replay/replay-result.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { randomCase } from '../../../support/random-case.ts';
import { DAY, historyOf, replayOf } from '../../measures/replay-of.ts';

const QUESTION = { capacityPerWeek: null, valuePerSql: null, costPerLead: null, leastRate: null };

interface Kind {
  readonly count: number;
  readonly createdDay: number;
  readonly score: number;
  readonly outcome: Outcome;
}

/** Each kind reaches its score a day after it was created. */
function judged(kinds: readonly Kind[], leastRate: number | null = null, gapDays = 10) {
  const leads = kinds.flatMap(({ count, ...kind }) => Array.from({ length: count }, () => kind));
  const { facts } = replayOf(leads.map(({ outcome }) => ({ outcome })));
  const history = historyOf(leads.map(({ createdDay }) => createdDay));
  const climbs = {
    leads: leads.map((_, lead) => lead),
    totals: leads.map(({ score }) => score),
    atMs: leads.map(({ createdDay }) => (createdDay + 1) * DAY),
  };
  const line = drawLine(facts, cohortCalendar(history, facts), climbs);
  const split = { splitMs: 60 * DAY, gapDays };
  return judgeLine(line, history, 50, distinctThresholds(line), { ...QUESTION, leastRate }, split);
}

/** What converts at 60 on the older leads converts at 50 on the newer ones. */
const turned: readonly Kind[] = [
  { count: 30, createdDay: 10, score: 60, outcome: 'converted' },
  { count: 30, createdDay: 10, score: 50, outcome: 'not converted' },
  { count: 20, createdDay: 62, score: 60, outcome: 'not converted' },
  { count: 20, createdDay: 62, score: 50, outcome: 'converted' },
];

const withThreshold = (ruleSet: RuleSet, total: number): RuleSet => ({
  ...ruleSet,
  levels: ruleSet.levels.map((level, index) => (index === 0 ? { ...level, total } : level)),
});

describe('a threshold chosen on older leads', () => {
  it('is best on these, and stands beside what it gives on newer ones and on all', () => {
    const found = judged(turned);
    expect(found).toMatchObject({ splitMs: 60 * DAY, olderBeforeMs: 50 * DAY, gapDays: 10, olderSqls: 30 });
    expect(found?.best?.threshold).toBe(60);
    const { older, newer, all } = found?.best ?? {};
    expect([older?.rate, newer?.rate, all?.rate]).toEqual([1, 0, 0.6]);
    expect([older?.observed, newer?.observed, all?.observed]).toEqual([30, 20, 50]);
    expect([found?.present.threshold, found?.present.newer.rate]).toEqual([50, 0.5]);
  });

  it('is picked by the conversion that sales accepts, which newer leads may not keep', () => {
    const { pick } = judged(turned, 0.9) ?? {};
    expect([pick?.threshold, pick?.older.rate, pick?.newer.rate]).toEqual([60, 1, 0]);
    expect(judged(turned)?.pick).toBeNull();
  });

  it('is not chosen where no lead lies on one side of the split, nor by what lies in the gap', () => {
    expect(judged(turned.slice(0, 2))).toBeNull();
    const inGap = { count: 40, createdDay: 55, score: 70, outcome: 'converted' } as const;
    expect(judged([...turned, inGap])?.best?.threshold).toBe(60);
  });

  it('given any history then it has the measures of a replay of the older, of the newer and of all leads', () => {
    fc.assert(
      fc.property(randomCase(), fc.double({ min: 0, max: 1, noNaN: true }), ({ history, ruleSet, options }, at) => {
        const climbs = createClimbLog(0);
        const { facts } = replay(compileReplay(history, ruleSet, options), ruleSet, false, undefined, climbs);
        const calendar = cohortCalendar(history, facts);
        const line: Line = drawLine(facts, calendar, climbs);
        const splitMs = Math.round(calendar.earliestMs + at * (facts.asOfMs - calendar.earliestMs));
        const split = { splitMs, gapDays: 0 };
        const found = judgeLine(line, history, 50, distinctThresholds(line), QUESTION, split);
        const periods = periodsOf(history.leads.createdAtMs, facts, split);
        expect(found === null).toBe(periods === null);
        if (!found?.best || periods === null) return;
        const { threshold, older, newer, all } = found.best;
        const replayed = replayReference(history, withThreshold(ruleSet, threshold), options);
        for (const [point, of] of [
          [older, periods.older],
          [newer, periods.newer],
          [all, facts],
        ] as const) {
          const {
            amount: _amount,
            leadTimeDays: _days,
            id: _id,
            ...measures
          } = levelMeasures({ ...replayed, facts: of }, 0, '');
          expect(point).toMatchObject(measures);
        }
        const weeks = Math.max(1, Math.floor((facts.asOfMs - splitMs) / WEEK_MS));
        const since = leadsByWeekBack(replayed, 0, calendar).slice(0, weeks);
        const { mean, p90 } = weeklyOf(
          since,
          since.reduce((sum, leads) => sum + leads, 0),
        );
        expect([newer.perWeek, newer.p90PerWeek]).toEqual([mean, p90]);
      }),
      { seed: 20_261_126, numRuns: 300 },
    );
  });
});
