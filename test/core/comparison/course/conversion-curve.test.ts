import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionCurve, drawnDays } from '../../../../core/comparison/course/conversion-curve.ts';
import { leadAges } from '../../../../core/comparison/course/lead-ages.ts';
import { handedOver } from '../../../../core/comparison/reached-leads.ts';
import { isMeasured } from '../../../../core/measures/cell.ts';
import { compileReplay } from '../../../../core/replay/compile.ts';
import { replay } from '../../../../core/replay/replay.ts';
import { randomCase } from '../../../support/random-case.ts';
import { courseOf, type LeadCourse } from './lead-course.ts';

const agesOf = (leads: readonly LeadCourse[], asOfDay = 100) => {
  const { facts, reached } = courseOf(leads, asOfDay);
  return leadAges(facts, reached);
};
const curveOf = (leads: readonly LeadCourse[], untilDays = 90, asOfDay = 100) =>
  conversionCurve(agesOf(leads, asOfDay), untilDays);

/** `days` after reaching; `open` ones have been watched for that long at day 100. */
const lead = (end: 'sql' | 'lost' | 'open', days: number): LeadCourse => {
  const reached = end === 'open' ? 100 - days : 0;
  return {
    outcome: 'immature',
    reached,
    worked: reached,
    ...(end === 'sql' ? { sql: days } : {}),
    ...(end === 'lost' ? { closed: days } : {}),
  };
};

describe('how soon leads become SQLs', () => {
  it("agrees with Satagopan's worked example, where other causes compete", () => {
    // 304 at risk at 10, 302 at 16, 300 at 23, 297 at 27; others at 18 (301) and 26 (298); withdrawals make up the rest.
    const curve = curveOf([
      ...Array.from({ length: 1 }, () => lead('sql', 10)),
      lead('open', 11),
      lead('sql', 16),
      lead('lost', 18),
      lead('sql', 23),
      lead('open', 24),
      lead('lost', 26),
      lead('sql', 27),
      ...Array.from({ length: 296 }, () => lead('open', 90)),
    ]);
    const at = (day: number) => curve.points[day];
    expect([10, 16, 23, 27].map((day) => at(day)?.atRisk)).toEqual([304, 302, 300, 297]);
    expect([18, 26].map((day) => at(day)?.atRisk)).toEqual([301, 298]);
    expect(at(27)?.share).toBeCloseTo(0.013202, 6);
  });

  it('without open leads is the plain share of all, the lost among them', () => {
    const curve = curveOf([lead('sql', 5), lead('sql', 50), lead('lost', 20), lead('lost', 70)]);
    expect(curve.points[4]).toMatchObject({ share: 0, interval: null, atRisk: 4 });
    expect(curve.points[5]?.share).toBeCloseTo(0.25);
    expect(curve.points[90]?.share).toBeCloseTo(0.5);
    expect(curve.ages.map(({ day, share, lostShare }) => [day, share, lostShare])).toEqual([
      [30, 0.25, 0.25],
      [60, 0.5, 0.25],
      [90, 0.5, 0.5],
    ]);
    expect(curve.points[50]).toMatchObject({ sqls: 2, lost: 1 });
    expect(curve.medianDays).toBe(5);
  });

  it('is not told beyond the oldest open lead', () => {
    const curve = curveOf([lead('sql', 5), lead('open', 40)]);
    expect(curve.points[40]?.share).toBeCloseTo(0.5);
    expect(curve.points[41]).toMatchObject({ share: null, interval: null, atRisk: 0 });
  });

  it('leaves out leads that sales was not given, and says how many', () => {
    const { leads, notTaken, points } = curveOf([
      lead('sql', 5),
      { outcome: 'unobserved', reached: 1 },
      { outcome: 'immature', reached: 99 },
      { outcome: 'customer', reached: 1, worked: 1, sql: 0 },
      { outcome: 'converted', worked: 1, sql: 2 },
    ]);
    expect([leads, notTaken]).toEqual([1, 2]);
    expect(points[5]?.share).toBe(1);
  });

  it('starts at reaching, never at the hand-over; an SQL of the same instant is of age 0', () => {
    const { counts } = agesOf([
      { outcome: 'converted', reached: 10, worked: 5, sql: 10 },
      { outcome: 'converted', reached: 20, worked: 30, sql: 32 },
      { outcome: 'immature', reached: 80, worked: 90 },
    ]);
    expect(counts.map(({ time, events, censored }) => [time, events, censored])).toEqual([
      [0, 1, 0],
      [12, 1, 0],
      [20, 0, 1],
    ]);
  });

  it('has nothing but empty points where nobody is left', () => {
    const curve = curveOf([{ outcome: 'unobserved', reached: 1 }]);
    expect(curve).toMatchObject({ leads: 0, medianDays: null });
    expect(curve.points.every(({ share }) => share === null)).toBe(true);
  });

  it('is drawn up to a round number of days that holds nearly all SQLs of both sides', () => {
    const days = (...sqls: readonly number[]) => agesOf(sqls.map((day) => lead('sql', day)));
    expect(drawnDays([days(1), days(2)])).toBe(30);
    expect(drawnDays([days(1), days(70)])).toBe(90);
    expect(drawnDays([days(1_000)])).toBe(1_095);
    expect(drawnDays([])).toBe(30);
  });
});

const randomLeads = fc.array(
  fc.record({ end: fc.constantFrom<'sql' | 'lost' | 'open'>('sql', 'lost', 'open'), days: fc.nat(60) }),
  { minLength: 1, maxLength: 40 },
);

describe('the curve', () => {
  it('is what comes of handing what an open lead stands for on to those that outlast it (Efron)', () => {
    fc.assert(
      fc.property(randomLeads, (leads) => {
        const curve = curveOf(leads.map(({ end, days }) => lead(end, days)));
        for (const { day, share } of curve.points)
          if (share !== null) expect(share).toBeCloseTo(redistributed(leads, day), 9);
      }),
    );
  });

  it('never falls, lies in its interval, and together with the lost is at most everybody', () => {
    fc.assert(
      fc.property(randomLeads, (leads) => {
        const curve = curveOf(leads.map(({ end, days }) => lead(end, days)));
        let before = 0;
        for (const { share, interval } of curve.points) {
          if (share === null) continue;
          expect(share).toBeGreaterThanOrEqual(before);
          before = share;
          if (interval === null) continue;
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[0]).toBeLessThanOrEqual(share + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(share - 1e-12);
          expect(interval[1]).toBeLessThanOrEqual(1);
        }
        for (const { share, lostShare } of curve.ages)
          if (share !== null) expect(share + (lostShare ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('holds every reached lead once: SQL, lost, open or not taken, in any history', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const { facts, levels } = replay(compileReplay(history, ruleSet, options), ruleSet);
        for (const reached of [...levels, handedOver(history, facts)]) {
          const ages = leadAges(facts, reached);
          let measured = 0;
          for (const [place, atMs] of reached.reachedAtMs.entries())
            if (!Number.isNaN(atMs) && isMeasured(facts, place)) measured += 1;
          expect(ages.sqls + ages.lost + ages.open + ages.notTaken).toBe(measured);
        }
      }),
    );
  });
});

/** The share with an SQL by `day`: each lead weighs 1/n, and an open one leaves its weight to all that last longer. */
function redistributed(leads: readonly { end: string; days: number }[], day: number): number {
  // At one age the settled come before the open.
  const ordered = leads.toSorted(
    (left, right) => left.days - right.days || Number(left.end === 'open') - Number(right.end === 'open'),
  );
  const weights = ordered.map(() => 1 / ordered.length);
  let share = 0;
  for (const [index, { end, days }] of ordered.entries()) {
    const weight = weights[index] ?? 0;
    const after = ordered.length - index - 1;
    if (end === 'open')
      for (let later = index + 1; later < ordered.length; later += 1)
        weights[later] = (weights[later] ?? 0) + weight / after;
    else if (end === 'sql' && days <= day) share += weight;
  }
  return share;
}
