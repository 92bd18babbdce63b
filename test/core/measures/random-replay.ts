import * as fc from 'fast-check';
import { OUTCOMES, type ReplayResult } from '../../../core/replay/replay-result.ts';
import { type LeadCase, replayOf } from './replay-of.ts';

/** Leads whose `reached` agrees with their peak at the threshold, as every engine's does. */
export const randomLeads = (threshold: number): fc.Arbitrary<readonly LeadCase[]> =>
  fc.array(
    fc
      .record({
        outcome: fc.constantFrom(...OUTCOMES),
        peak: fc.option(fc.double({ min: -20, max: 120, noNaN: true }), { nil: null }),
        day: fc.integer({ min: 0, max: 100 }),
        late: fc.integer({ min: -5, max: 40 }),
        outsideCohort: fc.boolean(),
      })
      .map(
        ({ outcome, peak, day, late, outsideCohort }): LeadCase => ({
          outcome,
          outsideCohort,
          ...(peak === null || outcome === 'customer' ? {} : { peak }),
          ...(peak !== null && outcome !== 'customer' && peak >= threshold ? { reached: day } : {}),
          ...(outcome === 'converted' ? { sqlAt: day + late } : {}),
        }),
      ),
    { maxLength: 60 },
  );

export const randomReplay = (threshold: number): fc.Arbitrary<ReplayResult> =>
  randomLeads(threshold).map((leads) => replayOf(leads));
