import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { swapCounts, swapLeads } from '../../../core/measures/swap-set.ts';
import { randomLeads } from './random-replay.ts';
import { type LeadCase, replayOf } from './replay-of.ts';

const reachedWhere = (leads: readonly LeadCase[], flags: readonly boolean[]) =>
  replayOf(
    leads.map(({ reached: _, ...lead }, index) =>
      flags[index] === true && lead.outcome !== 'customer' ? { ...lead, reached: 5, peak: 60 } : lead,
    ),
  );

const pair = randomLeads(50).chain((leads) => {
  const flags = fc.array(fc.boolean(), { minLength: leads.length, maxLength: leads.length });
  return fc.tuple(flags, flags).map(([a, b]) => [reachedWhere(leads, a), reachedWhere(leads, b)] as const);
});

describe('the swap set', () => {
  const leads: readonly LeadCase[] = (
    ['converted', 'not converted', 'unobserved', 'immature', 'converted'] as const
  ).map((outcome) => ({ outcome }));
  const scenario = reachedWhere(leads, [true, true, true, false, false]);
  const baseline = reachedWhere(leads, [false, true, false, true, false]);

  it('given two replays then leads are gained, lost or kept, by outcome', () => {
    const { gained, lost, kept } = swapCounts(scenario, 0, baseline, 0);
    expect(gained).toMatchObject({ leads: 2, observed: 1, converted: 1, unobserved: 1, rate: 1 });
    expect(lost).toMatchObject({ leads: 1, observed: 0, immature: 1, rate: null, interval: null });
    expect(kept).toMatchObject({ leads: 1, observed: 1, converted: 0, rate: 0 });
  });

  it('given a list then it names its leads in the order of the history', () => {
    expect([...swapLeads(scenario, 0, baseline, 0, 'gained')]).toEqual([0, 2]);
    expect([...swapLeads(scenario, 0, baseline, 0, 'lost')]).toEqual([3]);
    expect([...swapLeads(scenario, 0, baseline, 0, 'kept')]).toEqual([1]);
  });

  it('given a baseline without such a level then everybody is gained', () => {
    expect(swapCounts(scenario, 0, baseline, -1)).toMatchObject({
      gained: { leads: 3 },
      lost: { leads: 0 },
      kept: { leads: 0 },
    });
  });

  it('given the two change places then gained and lost do', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const there = swapCounts(one, 0, other, 0);
        const back = swapCounts(other, 0, one, 0);
        expect(back).toEqual({ gained: there.lost, lost: there.gained, kept: there.kept });
      }),
    );
  });

  it('given any two replays then gained and kept make up what the scenario reaches', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const { gained, lost, kept } = swapCounts(one, 0, other, 0);
        expect(gained.leads + kept.leads).toBe(levelMeasures(one, 0, 'mql').reached);
        expect(lost.leads + kept.leads).toBe(levelMeasures(other, 0, 'mql').reached);
      }),
    );
  });
});
