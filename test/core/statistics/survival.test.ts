import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, medianTimeOf } from '../../../core/statistics/aalen-johansen.ts';
import { kaplanMeier, type TimedCounts } from '../../../core/statistics/kaplan-meier.ts';

type Kind = 'events' | 'competing' | 'censored';

/** Leads as [time, what happened], in any order. */
const timed = (leads: readonly (readonly [number, Kind])[]): readonly TimedCounts[] =>
  [...new Set(leads.map(([time]) => time))]
    .toSorted((one, other) => one - other)
    .map((time) => {
      const of = (kind: Kind) => leads.filter(([at, what]) => at === time && what === kind).length;
      return { time, events: of('events'), competing: of('competing'), censored: of('censored') };
    });

/** “6 6+ 7”: + marks a time at which no more was known. */
const durations = (text: string): readonly TimedCounts[] =>
  timed(text.split(' ').map((word) => [Number.parseInt(word, 10), word.endsWith('+') ? 'censored' : 'events']));

const anyLeads = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom<Kind>('events', 'competing', 'censored')),
  { minLength: 1, maxLength: 80 },
);

describe('the curve of Kaplan and Meier', () => {
  const remissions = kaplanMeier(durations('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'));

  it('given Freireich’s remissions under 6-MP then curve and errors are as published', () => {
    const expected = [
      [6, 0.8571, 0.0764],
      [7, 0.8067, 0.0869],
      [10, 0.7529, 0.0963],
      [13, 0.6902, 0.1068],
      [16, 0.6275, 0.1141],
      [22, 0.5378, 0.1282],
      [23, 0.4482, 0.1346],
    ];
    expect(remissions.map(({ time }) => time)).toEqual(expected.map(([time]) => time));
    remissions.forEach(({ survival, standardError }, index) => {
      expect(survival).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, 4);
      expect(standardError).toBeCloseTo(expected[index]?.[2] ?? Number.NaN, 4);
    });
  });

  it('given the controls of g3 then the intervals are those of lifelines and R', () => {
    const found = kaplanMeier(durations('9 19 32 34 48+ 50+'));
    const expected = [
      [0.833, 0.2731, 0.975],
      [0.667, 0.1946, 0.904],
      [0.5, 0.1109, 0.804],
      [0.333, 0.0461, 0.676],
    ];
    found.forEach(({ survival, interval }, index) => {
      expect(survival).toBeCloseTo(expected[index]?.[0] ?? Number.NaN, 3);
      expect(interval?.[0]).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, 4);
      expect(interval?.[1]).toBeCloseTo(expected[index]?.[2] ?? Number.NaN, 3);
    });
  });

  it('given one event of eleven and one of the seven left then it is that of the treated of g3', () => {
    const found = kaplanMeier(durations('25 28+ 50+ 51+ 53 54+ 57+ 57+ 58+ 61+ 69+'));
    expect(found.map(({ survival }) => survival)).toEqual([expect.closeTo(0.909, 3), expect.closeTo(0.779, 3)]);
  });

  it('given that the last lead has the event then the curve ends at 0 without an interval', () => {
    expect(kaplanMeier(durations('3 5')).at(-1)).toMatchObject({ survival: 0, standardError: 0, interval: null });
  });

  it('given no event then it has no point', () => expect(kaplanMeier(durations('3+ 5+'))).toEqual([]));
});

describe('the cumulative incidence of Aalen and Johansen', () => {
  // Satagopan (2004), table 2: 304 at risk at 10, one censored on the way to each next event or two.
  const table: readonly TimedCounts[] = [
    { time: 10, events: 1, competing: 0, censored: 0 },
    { time: 12, events: 0, competing: 0, censored: 1 },
    { time: 16, events: 1, competing: 0, censored: 0 },
    { time: 18, events: 0, competing: 1, censored: 0 },
    { time: 23, events: 1, competing: 0, censored: 0 },
    { time: 24, events: 0, competing: 0, censored: 1 },
    { time: 26, events: 0, competing: 1, censored: 0 },
    { time: 27, events: 1, competing: 0, censored: 0 },
    { time: 99, events: 0, competing: 0, censored: 296 },
  ];
  const satagopan = aalenJohansen(table);

  it('given Satagopan’s table then leads at risk and incidence are as published', () => {
    expect(satagopan.map(({ atRisk }) => atRisk)).toEqual([304, 302, 300, 297]);
    [0.003, 0.006, 0.009].forEach((rounded, index) => {
      expect(Math.abs((satagopan[index]?.incidence ?? 1) - rounded)).toBeLessThan(0.001);
    });
    expect(satagopan.at(-1)?.incidence).toBeCloseTo(0.013202, 6);
  });

  it('given Satagopan’s table then the share free of either event is as published', () => {
    const ofAny = table.map(({ events, competing, ...at }) => ({ ...at, events: events + competing, competing: 0 }));
    expect(kaplanMeier(ofAny).at(-1)?.survival).toBeCloseTo(0.980187, 6);
  });

  it('given that nothing competes then it is Kaplan and Meier’s complement, with Greenwood’s error', () => {
    fc.assert(
      fc.property(anyLeads, (leads) => {
        const counts = timed(leads.map(([time, kind]) => [time, kind === 'competing' ? 'censored' : kind]));
        const curve = kaplanMeier(counts);
        aalenJohansen(counts).forEach(({ incidence, standardError }, index) => {
          expect(incidence).toBeCloseTo(1 - (curve[index]?.survival ?? 1), 10);
          if ((curve[index]?.survival ?? 0) > 0) expect(standardError).toBeCloseTo(curve[index]?.standardError ?? 1, 6);
        });
      }),
    );
  });

  it('given that nothing is censored then it is the share with the event, with the error of a share', () => {
    fc.assert(
      fc.property(anyLeads, (leads) => {
        const known = leads.map(([time, kind]) => [time, kind === 'censored' ? 'competing' : kind] as const);
        for (const { time, incidence, standardError } of aalenJohansen(timed(known))) {
          const share = known.filter(([at, kind]) => kind === 'events' && at <= time).length / known.length;
          expect(incidence).toBeCloseTo(share, 12);
          expect(standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / known.length), 6);
        }
      }),
    );
  });

  it('given any leads then it rises within 0 and 1, at most to Kaplan and Meier’s complement', () => {
    fc.assert(
      fc.property(anyLeads, (leads) => {
        const counts = timed(leads);
        const curve = kaplanMeier(counts);
        aalenJohansen(counts).forEach(({ incidence, interval }, index) => {
          const [low, high] = interval ?? [incidence, incidence];
          expect(0 <= low && low <= incidence && incidence <= high && high <= 1).toBe(true);
          expect(incidence).toBeLessThanOrEqual(1 - (curve[index]?.survival ?? 1) + 1e-12);
        });
      }),
    );
  });

  it('given those who convert then their median is the time with half of the last incidence', () => {
    expect(medianTimeOf(aalenJohansen(durations('1 2 3 4 9+')))).toBe(2);
    expect(medianTimeOf(satagopan)).toBe(23);
    expect(medianTimeOf([])).toBeNull();
  });
});
