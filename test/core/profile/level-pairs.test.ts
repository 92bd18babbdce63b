import { describe, expect, it } from 'vitest';
import { bestPairs, type PairProfile, pairOf } from '../../../core/profile/level-pairs.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';
import { decided, times } from '../quality/report-of.ts';
import { countedProfile } from './profile-of.ts';

const group = (count: number, converted: number, cells: Readonly<Record<string, string>>, demo: boolean) =>
  times(
    count,
    (index): LeadRows => ({
      ...decided(index < converted),
      cells,
      ...(demo ? { activities: [{ at: '2025-01-10T12:00', type: 'demo' }] } : {}),
    }),
  );

/** One in five converts, whoever it is; of owners who saw a demo four in five. */
const counted = countedProfile(
  historyOf({
    leads: [
      ...group(50, 40, { role: 'owner' }, true),
      ...group(50, 10, { role: 'owner' }, false),
      ...group(50, 10, { role: 'clerk' }, true),
      ...group(350, 70, { role: 'clerk' }, false),
    ],
  }),
);
const OWNER = { attribute: 'role', value: 'owner' } as const;
const DEMO = { activity: 'demo', property: null, propertyValue: null, value: '1+' } as const;

describe('a combination of two levels', () => {
  it('given an attribute and a behaviour then the leads that have both are counted, and compared with the better alone', () => {
    expect(pairOf(counted, OWNER, DEMO)).toMatchObject({
      ok: true,
      value: {
        leads: 50,
        observed: 50,
        converted: 40,
        rate: 0.8,
        lift: expect.closeTo(0.8 / (130 / 500), 12) as number,
        better: { level: 'first', observed: 50, converted: 10, rate: 0.2 },
      },
    });
  });

  it('given a level that is not there then that is a fault which names it', () => {
    const level = { attribute: 'role', value: 'nobody' };
    expect(pairOf(counted, OWNER, level)).toEqual({ ok: false, error: { kind: 'unknownLevel', level } });
    expect(pairOf(counted, { ...DEMO, activity: 'call' }, OWNER)).toMatchObject({ ok: false });
  });

  it('given two levels of one attribute then nobody has both', () => {
    expect(pairOf(counted, OWNER, { attribute: 'role', value: 'clerk' })).toMatchObject({
      value: { leads: 0, rate: null, q: null, beyondQ: null },
    });
  });

  it('the best pairs are those that say more than either level alone, each of the same two subjects once', () => {
    expect(bestPairs(counted).map(({ first, second }) => [first, second])).toEqual([[OWNER, DEMO]]);
  });

  it('given too few known outcomes then no pair is told', () => {
    expect(bestPairs(counted, { among: 20, leastObserved: 51, most: 10 })).toEqual([]);
  });

  it('given a pair that converts less than its better half then it is not told', () => {
    const worse = countedProfile(
      historyOf({
        leads: [
          ...group(100, 40, { role: 'owner' }, true),
          ...group(100, 70, { role: 'owner' }, false),
          ...group(100, 45, { role: 'clerk' }, true),
          ...group(400, 80, { role: 'clerk' }, false),
        ],
      }),
    );
    const { value } = pairOf(worse, OWNER, DEMO) as { readonly value: PairProfile };
    expect([value.rate, value.better.rate]).toEqual([0.4, 0.7]);
    expect(value.beyondQ).toBeLessThan(0.1);
    expect(bestPairs(worse)).toEqual([]);
  });

  it('given two levels that add nothing to each other then no pair is told', () => {
    const alike = countedProfile(
      historyOf({
        leads: [
          ...group(100, 50, { role: 'owner' }, true),
          ...group(100, 50, { role: 'owner' }, false),
          ...group(100, 12, { role: 'clerk' }, true),
          ...group(300, 12, { role: 'clerk' }, false),
        ],
      }),
    );
    expect(bestPairs(alike)).toEqual([]);
  });
});
