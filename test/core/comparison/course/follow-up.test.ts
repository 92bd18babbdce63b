import { describe, expect, it } from 'vitest';
import { followUp } from '../../../../core/comparison/course/follow-up.ts';
import { handOverLag } from '../../../../core/comparison/course/hand-over-lag.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { courseOf, DAY, type LeadCourse } from './lead-course.ts';

const kept = (leads: readonly LeadCourse[]) => {
  const { facts, reached } = courseOf(leads);
  return followUp(facts, reached, 24);
};

describe('the promise of a level', () => {
  it('is kept up to and including its last hour, plain hours', () => {
    const leads: readonly LeadCourse[] = [
      { outcome: 'converted', reached: 10, worked: 10 },
      { outcome: 'not converted', reached: 10, worked: 11 },
      { outcome: 'immature', reached: 10, worked: 11.01 },
    ];
    expect(kept(leads)).toMatchObject({ kept: 2, late: 1, rate: 2 / 3, interval: wilsonInterval(2, 3) });
  });

  it('is broken by a lead that sales never took, once its deadline is past; until then it is pending', () => {
    const leads: readonly LeadCourse[] = [
      { outcome: 'unobserved', reached: 10 },
      { outcome: 'immature', reached: 98.9 },
      { outcome: 'immature', reached: 99 },
    ];
    expect(kept(leads)).toMatchObject({ kept: 0, neverTaken: 2, pending: 1, rate: 0 });
  });

  it('is not asked of leads that sales had before, and has no rate where nobody is left', () => {
    const leads: readonly LeadCourse[] = [
      { outcome: 'converted', reached: 10, worked: 9 },
      { outcome: 'converted', worked: 9 },
      { outcome: 'customer', reached: 10, worked: 11 },
      { outcome: 'converted', reached: 10, worked: 11, outsideCohort: true },
    ];
    expect(kept(leads)).toMatchObject({ takenBefore: 1, rate: null, interval: null });
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
