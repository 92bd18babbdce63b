import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FollowUp, followUp } from '../../../../core/comparison/course/follow-up.ts';
import { handOverLag } from '../../../../core/comparison/course/hand-over-lag.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { workingClock } from '../../../../core/working-time/working-clock.ts';
import { officeHours } from '../../../../core/working-time/working-hours.ts';
import { agreementFrom } from '../../agreement/agreement-from.ts';
import { judgedOf, type LeadStory, msOf, settingOf } from '../../promises/lead-story.ts';
import { courseOf, DAY, type LeadCourse } from './lead-course.ts';

const HOUR = DAY / 24;
const asOf = '2026-12-18T12:00';
/** A Friday afternoon. */
const friday = '2026-11-27T15:00';
const lead = (followed?: string, more: Partial<LeadStory> = {}): LeadStory => ({
  created: '2026-11-26T09:00',
  reached: friday,
  calls: [friday],
  stages: followed === undefined ? [] : [{ at: followed, stage: 'sal' }],
  ...more,
});

function kept(leads: readonly LeadStory[], hours = 24, isInWorkingHours = false): FollowUp {
  const { history, facts } = settingOf(leads, agreementFrom({}), { asOf });
  const reachedAtMs = Float64Array.from(leads, (one) => (one.reached === undefined ? Number.NaN : msOf(one.reached)));
  const clock = isInWorkingHours ? workingClock(officeHours('UTC')) : null;
  return followUp({ history, facts, workingClock: clock }, { reachedAtMs, peak: reachedAtMs }, hours);
}

describe('the promise of a level', () => {
  it('is kept up to and including its last hour, every hour counted while no working hours are agreed', () => {
    expect(kept([lead(friday), lead('2026-11-28T15:00'), lead('2026-11-28T15:01')])).toMatchObject({
      share: { kept: 2, due: 3, rate: 2 / 3, interval: wilsonInterval(2, 3) },
      late: 1,
      isInWorkingHours: false,
    });
  });

  it('is kept over a weekend in the working hours that are agreed', () => {
    expect(kept([lead('2026-11-30T11:00')], 4, true)).toMatchObject({ share: { kept: 1 }, isInWorkingHours: true });
    expect(kept([lead('2026-11-30T11:00')], 4)).toMatchObject({ share: { kept: 0 }, late: 1 });
  });

  it('is not kept by an mql stage, which hands over', () => {
    const stages = [
      { at: friday, stage: 'mql' },
      { at: '2026-12-04T09:00', stage: 'sal' },
    ] as const;
    expect(kept([lead(undefined, { stages })])).toMatchObject({ share: { kept: 0 }, late: 1 });
  });

  it('is broken by a lead that sales never took, once its deadline is past; until then it is pending', () => {
    const of = (at: string) => lead(undefined, { reached: at });
    expect(kept([of(friday), of('2026-12-17T11:59'), of('2026-12-17T12:00')])).toMatchObject({
      share: { kept: 0, rate: 0 },
      neverTaken: 2,
      pending: 1,
    });
  });

  it('is not asked of leads that sales had before, and has no rate where nobody is left', () => {
    const nobody: LeadStory = { created: '2026-11-26T09:00', stages: [{ at: friday, stage: 'sal' }] };
    expect(kept([lead('2026-11-27T14:59'), nobody])).toMatchObject({
      takenBefore: 1,
      share: { due: 0, rate: null, interval: null },
    });
  });

  it('is told to have no hours in a history of dates without times', () => {
    expect(kept([lead('2026-11-30T00:00')]).hasTimes).toBe(false);
    expect(kept([lead('2026-11-30T00:01')]).hasTimes).toBe(true);
  });

  const story: fc.Arbitrary<LeadStory> = fc
    .record({
      reached: fc.option(fc.integer({ min: 0, max: 500 })),
      steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom('mql', 'sal', 'rejected')), {
        maxLength: 3,
      }),
    })
    .map(({ reached: after, steps }) => ({
      created: '2026-11-26T09:00Z',
      ...(after === null ? {} : { reached: hoursOn(after) }),
      calls: ['2026-11-27T09:00Z'],
      stages: steps.map(([hours, stage]) => ({ at: hoursOn(hours), stage })),
    }));
  const hoursOn = (hours: number): string => new Date(msOf('2026-11-26T09:00') + hours * HOUR).toISOString();

  it('is what the agreement says of its promise, in its working hours', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 60 }), (leads, hours) => {
        const promise = { sales: { followUp: [{ level: 'mql', withinHours: hours, leastPercent: 90 }] } };
        const workingHours = officeHours('UTC');
        const { figure } = judgedOf('followUp', leads, { ...promise, workingHours }, { asOf });
        const { kind: _, medianHours: __, ...counts } = figure;
        expect(kept(leads, hours, true)).toMatchObject(counts);
      }),
    );
  });

  it('without working hours is what counting lead by lead says', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 99 }), (leads, hours) => {
        const sums = { kept: 0, late: 0, neverTaken: 0, pending: 0, takenBefore: 0 };
        for (const { reached: at, stages = [] } of leads) {
          if (at === undefined || msOf(at) > msOf(asOf)) continue;
          const steps = stages.filter(({ stage }) => stage !== 'mql').map((step) => msOf(step.at));
          const [start, followed] = [msOf(at), Math.min(...steps.filter((stepMs) => stepMs <= msOf(asOf)))];
          const waited = Math.min(followed, msOf(asOf)) - start;
          if (followed < start) sums.takenBefore += 1;
          else if (Number.isFinite(followed)) sums[waited <= hours * HOUR ? 'kept' : 'late'] += 1;
          else sums[waited <= hours * HOUR ? 'pending' : 'neverTaken'] += 1;
        }
        const { share, late, neverTaken, pending, takenBefore } = kept(leads, hours);
        expect({ kept: share.kept, late, neverTaken, pending, takenBefore }).toEqual(sums);
      }),
    );
  });
});

describe('the days against the real hand-over', () => {
  const lag = (leads: readonly LeadCourse[], createdDay = 0) => {
    const { facts, reached } = courseOf(leads);
    const createdAtMs = new Float64Array(leads.length).fill(createdDay * DAY);
    return handOverLag(facts, createdAtMs, reached);
  };

  it('are the median over leads that have both, below zero where the scenario is earlier', () => {
    const leads: readonly LeadCourse[] = [
      { outcome: 'converted', reached: 10, worked: 12 },
      { outcome: 'not converted', reached: 10, worked: 13 },
      { outcome: 'immature', reached: 10, worked: 10 },
      { outcome: 'immature', reached: 10, worked: 9 },
      { outcome: 'unobserved', reached: 10 },
      { outcome: 'converted', worked: 10 },
    ];
    expect(lag(leads)).toEqual({ medianDaysLater: -1, leads: 4, earlier: 2, later: 1 });
  });

  it('are none where a hand-over of a day without a time lies before the creation, at which the level is reached', () => {
    const leads: readonly LeadCourse[] = [{ outcome: 'converted', reached: 10.6, worked: 10 }];
    expect(lag(leads, 10.6)).toEqual({ medianDaysLater: 0, leads: 1, earlier: 0, later: 0 });
  });

  it('are not known where no lead has both', () => {
    expect(lag([{ outcome: 'unobserved', reached: 10 }])).toMatchObject({ medianDaysLater: null, leads: 0 });
  });
});
