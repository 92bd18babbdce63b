import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { randomReplay } from './random-replay.ts';
import { type LeadCase, replayOf } from './replay-of.ts';

const measuresOf = (leads: readonly LeadCase[]) => levelMeasures(replayOf(leads), 0, 'mql');

describe('the measures of a level', () => {
  it('given one lead of each kind then each is counted once', () => {
    const measures = measuresOf([
      { outcome: 'converted', reached: 10, peak: 60, sqlAt: 22.5, wonAmount: 900.5 },
      { outcome: 'converted', peak: 40, sqlAt: 30 },
      { outcome: 'not converted', reached: 11, peak: 50 },
      { outcome: 'not converted', reached: 11, peak: 50 },
      { outcome: 'not converted', reached: 11, peak: 50 },
      { outcome: 'immature', reached: 95, peak: 70, wonAmount: 99.5 },
      { outcome: 'unobserved', reached: 12, peak: 55 },
      { outcome: 'unobserved', peak: 10 },
    ]);
    expect(measures).toMatchObject({
      id: 'mql',
      reached: 6,
      observed: 4,
      immature: 1,
      unobserved: 1,
      converted: 1,
      rate: 0.25,
      bounds: [1 / 5, 2 / 5],
      sqls: 2,
      recall: 0.5,
      won: 2,
      amount: 1000,
      leadTimeDays: 12.5,
    });
  });

  it('given customers and leads outside the cohort then they are left out', () => {
    const measures = measuresOf([
      { outcome: 'customer', wonAmount: 5 },
      { outcome: 'converted', reached: 1, peak: 60, sqlAt: 2, wonAmount: 5, outsideCohort: true },
    ]);
    expect(measures).toMatchObject({ reached: 0, sqls: 0, won: 0, amount: 0, leadTimeDays: null });
  });

  it('given nobody then rates, intervals, bounds and recall are null', () => {
    expect(measuresOf([])).toMatchObject({
      rate: null,
      interval: null,
      bounds: null,
      recall: null,
      leadTimeDays: null,
    });
  });

  it('given an even number of lead times then the median is the mean of the two in the middle', () => {
    const leads = [3, 10, 1, 4].map((days): LeadCase => ({ outcome: 'converted', reached: 0, peak: 60, sqlAt: days }));
    expect(measuresOf(leads).leadTimeDays).toBe(3.5);
  });

  it('given a lead that reached the level after its SQL then its lead time counts as 0', () => {
    expect(measuresOf([{ outcome: 'converted', reached: 9, peak: 60, sqlAt: 4 }]).leadTimeDays).toBe(0);
  });

  it('given whatever the unobserved would have done then the rate had lain within the bounds', () => {
    fc.assert(
      fc.property(randomReplay(50), fc.double({ min: 0, max: 1, noNaN: true }), (replay, share) => {
        const { observed, unobserved, converted, bounds } = levelMeasures(replay, 0, 'mql');
        const truth = (converted + Math.round(share * unobserved)) / (observed + unobserved);
        expect(bounds === null ? observed + unobserved === 0 : bounds[0] <= truth && truth <= bounds[1]).toBe(true);
      }),
    );
  });
});
