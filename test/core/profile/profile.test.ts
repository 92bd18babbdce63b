import { describe, expect, it } from 'vitest';
import { profileHistory } from '../../../core/profile/profile-history.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';
import { decided, LATE_LEAD, LONG_AGO, times } from '../quality/report-of.ts';
import { AS_OF_MS, ASKED, attributeOf, behaviourOf, countsByValue, profileOf } from './profile-of.ts';

/** Decided leads with these cells. */
const leads = (count: number, converted: boolean, cells: Readonly<Record<string, string>>): readonly LeadRows[] =>
  times(count, () => ({ ...decided(converted), cells }));

describe('a small history worked by hand', () => {
  /** DE 3 of 4, FR 1 of 4; three leads that nobody knows the outcome of, and a customer. */
  const history: readonly LeadRows[] = [
    ...leads(3, true, { country: 'DE' }),
    ...leads(1, false, { country: 'de ' }),
    ...leads(1, true, { country: 'FR' }),
    ...leads(3, false, { country: 'FR' }),
    ...leads(2, false, { country: '' }),
    // Never worked, too young, and won before it came.
    { created: LONG_AGO, cells: { country: 'DE' } },
    { created: '2025-12-30', cells: { country: 'DE' }, stages: [{ at: '2025-12-31', stage: 'won' }] },
    { created: '2025-12-31', cells: { country: 'FR' } },
    { created: '2025-02-01', cells: { country: 'FR' }, stages: [{ at: '2025-01-01', stage: 'won' }] },
  ];
  const profile = profileOf(history);
  const country = attributeOf(profile, 'country');

  it('its base rate is that of the leads with a known outcome', () => {
    expect(profile).toMatchObject({ leads: 13, observed: 10, converted: 4, immature: 2, unobserved: 1, base: 0.4 });
  });

  it('each value has its leads, known outcomes and conversions, compared without case; neither youth nor silence is failure', () => {
    expect(countsByValue(country)).toEqual([
      ['DE', 6, 4, 3],
      ['FR', 5, 4, 1],
      [null, 2, 2, 0],
    ]);
  });

  it('rate, lift, weight of evidence and information value are those of the hand', () => {
    const [de, fr, missing] = country.levels;
    expect([de?.rate, de?.lift]).toEqual([0.75, 1.875]);
    expect(de?.weightOfEvidence).toBeCloseTo(Math.log(3 / 4 / (1 / 6)), 12);
    expect(fr?.weightOfEvidence).toBeCloseTo(Math.log(1 / 4 / (3 / 6)), 12);
    expect(missing?.weightOfEvidence).toBeCloseTo(Math.log(0.5 / 4 / (2.5 / 6)), 12);
    const byHand =
      (3 / 4 - 1 / 6) * Math.log(4.5) + (1 / 4 - 1 / 2) * Math.log(0.5) + (0.125 - 2.5 / 6) * Math.log(0.3);
    expect(country.informationValue).toBeCloseTo(byHand, 12);
  });

  it('its p-values are Fisher’s, and q allows for all of them', () => {
    // Of the 210 ways to place four conversions 15, 80, 90, 24 and 1 put none to four of them into four leads.
    expect(country.levels.map(({ pValue }) => pValue)).toEqual([
      expect.closeTo(40 / 210, 12),
      expect.closeTo((210 - 90) / 210, 12),
      expect.closeTo(98 / 210, 12),
    ]);
    expect(profile.tested).toBe(3);
    expect(country.levels[0]?.q).toBeCloseTo(Math.min(1, (40 / 210) * 3), 12);
  });

  it('each level tells the condition of a rule, and points in fives', () => {
    expect(country.levels.map(({ condition, points, notARule }) => [condition, points, notARule])).toEqual([
      [{ attribute: 'country', op: 'is', value: 'DE' }, 20, null],
      [{ attribute: 'country', op: 'is', value: 'FR' }, -10, null],
      [{ attribute: 'country', op: 'missing' }, -15, null],
    ]);
  });
});

describe('behaviours', () => {
  const visits = (count: number, at: string, page = '/a') =>
    times(count, () => ({})).map(() => ({ at, type: 'visit', cells: { page } }));
  const profile = profileOf([
    { ...decided(true), activities: [...visits(2, '2025-01-12', '/price'), ...visits(5, '2025-01-20')] },
    { ...decided(false), activities: [...visits(1, '2025-01-19T23:59:59'), ...visits(1, '2025-01-12', '/PRICE')] },
    { ...decided(false), activities: visits(4, '2025-01-12') },
    { ...decided(false), activities: [{ at: '2025-03-01', type: 'call' }] },
    { created: LONG_AGO, activities: visits(1, '2025-06-01') },
    LATE_LEAD,
  ]);

  it('count only what came before the outcome, of a lead without one everything', () => {
    expect(countsByValue(behaviourOf(profile, 'visit'))).toEqual([
      ['1+', 4, 3, 1],
      ['0', 2, 1, 0],
      ['1', 1, 0, 0],
      ['2–3', 2, 2, 1],
      ['4+', 1, 1, 0],
    ]);
  });

  it('that came only after the outcome are none', () => {
    expect(profile.behaviours.map(({ activity }) => activity)).not.toContain('call');
  });

  it('are told by the values of their properties too, compared without case', () => {
    const price = behaviourOf(profile, 'visit', '/price');
    expect(countsByValue(price).slice(0, 2)).toEqual([
      ['1+', 2, 2, 1],
      ['0', 4, 2, 0],
    ]);
    expect(price.levels[0]).toMatchObject({
      on: { type: ['visit'], if: { property: 'page', op: 'is', value: '/price' } },
      times: { from: 1, to: null },
      every: 1,
    });
  });

  it('that mostly come after the hand-over are told to follow from it, and are not what the converted share', () => {
    const called = times(80, (index) => ({
      ...decided(index < 40),
      activities: index < 36 ? [{ at: '2025-01-15', type: 'call' }] : [],
    }));
    const late = profileOf(called);
    expect(behaviourOf(late, 'call').followsHandover).toBe(true);
    expect(late.shared).toEqual([]);
    const early = profileOf(
      called.map((lead) => ({
        ...lead,
        activities: (lead.activities ?? []).map((row) => ({ ...row, at: '2025-01-10' })),
      })),
    );
    expect(behaviourOf(early, 'call').followsHandover).toBe(false);
    expect(early.shared).toHaveLength(1);
  });

  it('before the hand-over, where that is asked for', () => {
    const early = profileOf(
      [{ ...decided(true), activities: [...visits(1, '2025-01-10'), ...visits(3, '2025-01-11')] }, LATE_LEAD],
      { options: { horizon: 'handover', asOfMs: AS_OF_MS } },
    );
    expect(countsByValue(behaviourOf(early, 'visit'))[2]).toEqual(['1', 1, 1, 1]);
  });
});

describe('numbers and dates', () => {
  const sizes = profileOf(
    times(200, (index) => ({
      ...decided(index >= 100 && index % 2 === 0),
      cells: { size: index % 20 === 19 ? '' : String(index), since: `20${10 + (index % 10)}-03-01` },
    })),
  );

  it('given a number then it has round bands with the conditions of a rule, what is missing apart', () => {
    const { cutPoints, levels, trend } = attributeOf(sizes, 'size');
    expect(cutPoints).toEqual([40, 80, 120, 150]);
    expect(levels.map(({ value, observed }) => [value, observed])).toEqual([
      ['< 40', 38],
      ['40 – 80', 38],
      ['80 – 120', 38],
      ['120 – 150', 29],
      ['≥ 150', 47],
      [null, 10],
    ]);
    expect(levels[1]?.condition).toEqual({
      all: [
        { attribute: 'size', op: 'gte', value: 40 },
        { attribute: 'size', op: 'lt', value: 80 },
      ],
    });
    expect(trend).toBe('rising');
  });

  it('given a date then bands meet at the first of a year, and conditions name the day', () => {
    const { levels } = attributeOf(sizes, 'since');
    expect(levels.map(({ value }) => value)).toEqual([
      '< 2012-01-01',
      '2012-01-01 – 2014-01-01',
      '2014-01-01 – 2016-01-01',
      '2016-01-01 – 2018-01-01',
      '≥ 2018-01-01',
    ]);
    expect(levels[0]?.condition).toEqual({ attribute: 'since', op: 'before', value: '2012-01-01' });
  });

  const two = historyOf({ leads: [{ ...decided(true), cells: { size: '7', name: 'Ada' } }, LATE_LEAD] });

  it('given other cut points then these are the bands, also where nobody is', () => {
    const profile = profileOf(
      times(9, (size) => ({ ...decided(size > 4), cells: { size: `${size}` } })),
      {
        cutPoints: { size: [2.5, 5, 50] },
      },
    );
    expect(countsByValue(attributeOf(profile, 'size'))).toEqual([
      ['< 2.5', 3, 3, 0],
      ['2.5 – 5', 2, 2, 0],
      ['5 – 50', 4, 4, 4],
      ['≥ 50', 0, 0, 0],
    ]);
  });

  it.each([
    [{ size: [5, 5] }, { kind: 'notAscending', attribute: 'size' }],
    [{ size: [5, Number.NaN] }, { kind: 'notAscending', attribute: 'size' }],
    [{ name: [5] }, { kind: 'noBands', attribute: 'name' }],
    [{ toString: [5] }, { kind: 'noBands', attribute: 'toString' }],
    [{ created: [5] }, { kind: 'noBands', attribute: 'created' }],
  ])('given the cut points %o then that is a fault', (cutPoints, error) => {
    expect(profileHistory(two, { ...ASKED, cutPoints })).toEqual({ ok: false, error });
  });

  it('given a lead alone then it has one band, and nothing can be told', () => {
    const profile = profileHistory(two, ASKED);
    if (!profile.ok) throw new Error('there is no fault');
    const [any] = attributeOf(profile.value.profile, 'size').levels;
    expect(any).toMatchObject({ value: 'any', condition: { attribute: 'size', op: 'exists' }, q: null, points: 0 });
  });
});

describe('what is to be taken with care', () => {
  const flagged = profileOf(
    [
      ...times(160, (index) => ({
        ...decided(index % 4 === 0),
        cells: {
          contract: index % 4 === 0 ? `c${index % 3}` : '',
          constant: 'x',
          secret: index % 3 === 0 ? 'a' : 'b',
          total_visits: String(index % 7),
          city: `Town ${index % 80}`,
        },
      })),
    ],
    { keptOut: ['secret'] },
  );

  it.each([
    ['contract', 'leaking'],
    ['constant', 'constant'],
    ['secret', 'keptOut'],
    ['total_visits', 'todaysCounter'],
  ])('%s is flagged as %s, and none of its levels should become a rule', (attribute, flag) => {
    const { flags, levels } = attributeOf(flagged, attribute);
    expect(flags).toEqual([flag]);
    expect(new Set(levels.map(({ notARule }) => notARule))).toEqual(new Set([flag]));
  });

  it('given many rare values then they are one level, which is no rule', () => {
    const { levels } = attributeOf(flagged, 'city');
    expect(levels).toEqual([
      expect.objectContaining({ kind: 'others', values: 80, observed: 160, notARule: 'others' }),
    ]);
  });

  it('given what most of the converted have and few others, then it is told; what everybody has is not', () => {
    const profile = profileOf([
      ...leads(22, true, { role: 'owner', news: 'yes' }),
      ...leads(18, true, { role: 'clerk', news: 'yes' }),
      ...leads(30, false, { role: 'owner', news: 'yes' }),
      ...leads(90, false, { role: 'clerk', news: 'yes' }),
    ]);
    expect(profile.shared).toEqual([
      {
        level: { attribute: 'role', value: 'owner' },
        isSuspicious: false,
        shareOfConverted: 0.55,
        shareOfOthers: 0.25,
        lift: expect.closeTo(22 / 52 / (40 / 160), 12) as number,
        q: expect.closeTo(0.00049, 3) as number,
      },
    ]);
  });

  it('given an attribute that tells suspiciously much then what is shared is told with that doubt', () => {
    const profile = profileOf([
      ...leads(30, true, { role: 'owner' }),
      ...leads(10, true, { role: 'clerk' }),
      ...leads(20, false, { role: 'owner' }),
      ...leads(100, false, { role: 'clerk' }),
    ]);
    expect(attributeOf(profile, 'role').flags).toEqual(['leaking']);
    expect(profile.shared).toMatchObject([{ level: { attribute: 'role', value: 'owner' }, isSuspicious: true }]);
  });

  it('given no lead at all then nothing is told', () => {
    expect(profileOf([])).toMatchObject({
      leads: 0,
      base: null,
      attributes: [],
      behaviours: [],
      shared: [],
      tested: 0,
    });
  });
});
