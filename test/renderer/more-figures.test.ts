import { describe, expect, it } from 'vitest';
import type { HeadlineFigures } from '../../api/compare-course.ts';
import type { MoreFigure } from '../../renderer/features/what-if/headline/more-figure.ts';
import { moreFigures } from '../../renderer/features/what-if/headline/more-figures.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');

describe('the second row of the headline', () => {
  it('given all that a history can tell then each figure has its n and its change against the baseline', () => {
    expect(rowOf({ now: known, was: { ...known, lag: { ...knownLag, medianDaysLater: -1 } } })).toEqual({
      lag: '12 d earlier | −10.9, n 40',
      costPerMql: '12.50 EUR | ±0, n 80',
      costPerSql: '1 200 EUR | ±0, n 20',
      return: '150 % | ±0, n 7',
      ready: '20 % (17–24) | ±0, n 400',
      followUp: '75 % (60–86) | ±0, n 40',
      queue: '9 waiting | ±0, 3 wk over',
    });
  });

  it('given a baseline without the level then figures stand without a change', () => {
    expect(rowOf({ now: known, was: null })).toMatchObject({
      lag: '12 d earlier | n 40',
      queue: '9 waiting | 3 wk over',
    });
  });

  it('given no costs, no capacity, no promise and nobody handed over then each says why there is no figure', () => {
    const bare: HeadlineFigures = {
      ...known,
      costs: null,
      lag: { medianDaysLater: null, leads: 0, earlier: 0, later: 0 },
      load: { ...known.load, capacity: null },
      followUp: null,
      readyShare: { reached: 0, leads: 0, rate: null, interval: null },
    };
    expect(rowOf({ now: bare, was: bare }, null)).toEqual({
      lag: '– | none handed over',
      costPerMql: '– | no costs yet',
      costPerSql: '– | no costs yet',
      return: '– | no costs yet',
      ready: '– | no leads',
      followUp: '– | nothing is promised',
      queue: '– | capacity not set',
    });
  });

  it('given costs but nobody who reaches the level then no money is divided by nobody', () => {
    const costs = known.costs && { ...known.costs, costPerMqlCents: null, costPerSqlCents: null, returnOnSpend: null };
    expect(rowOf({ now: { ...known, costs }, was: null })).toMatchObject({
      costPerMql: '– | nobody reaches it',
      costPerSql: '– | no SQL among them',
      return: '– | nothing was spent',
    });
  });

  it('given a promise of which none was due, or a history without dates, then that is the reason', () => {
    const share = { kept: 0, due: 0, rate: null, interval: null };
    const none = { ...knownFollowUp, share };
    expect(rowOf({ now: { ...known, followUp: none }, was: null })['followUp']).toBe('– | none due yet');
    const dated = { ...knownFollowUp, hasTimes: false };
    expect(rowOf({ now: { ...known, followUp: dated }, was: null })['followUp']).toBe('– | dates without times');
    expect(rowOf({ now: { ...known, followUp: null }, was: null })['followUp']).toBe('– | no dates');
  });

  it('given an agreement then its hours are named as working hours, else every hour counts', () => {
    const wordsOf = (followUp: NonNullable<HeadlineFigures['followUp']>) => {
      const now = { ...known, followUp };
      const found = moreFigures({ now, was: now, currency: 'EUR' }, 24, messages).find(({ key }) => key === 'followUp');
      return [found?.label, found?.help.match(/within \d+ \D+ of reaching/u)?.[0]];
    };
    expect(wordsOf(knownFollowUp)).toEqual(['Follow-up, 24 working h', 'within 24 working hours of reaching']);
    expect(wordsOf({ ...knownFollowUp, promisedHours: 1, isInWorkingHours: false })).toEqual([
      'Follow-up, 1 h',
      'within 1 hour of reaching',
    ]);
  });

  it('given a baseline that promises other hours then the two are not compared', () => {
    const was = { ...known, followUp: { ...knownFollowUp, promisedHours: 48 } };
    expect(rowOf({ now: known, was })['followUp']).toBe('75 % (60–86) | n 40');
  });

  it('given a history without dates then nothing is said to come as it was', () =>
    expect(rowOf({ now: { ...known, lag: null }, was: known })['lag']).toBe('– | no dates'));

  it('given a hand-over at the same moment then it is no earlier and no later', () => {
    const lag = { ...knownLag, medianDaysLater: 0.01 };
    expect(rowOf({ now: { ...known, lag }, was: null })['lag']).toBe('as it was | n 40');
  });
});

const knownLag = { medianDaysLater: -11.9, leads: 40, earlier: 30, later: 10 };

const knownFollowUp: NonNullable<HeadlineFigures['followUp']> = {
  promisedHours: 24,
  isInWorkingHours: true,
  hasTimes: true,
  share: { kept: 30, due: 40, rate: 0.75, interval: [0.6, 0.86] },
  late: 6,
  neverTaken: 4,
  pending: 1,
  takenBefore: 3,
  unknownStart: 0,
};

const known: HeadlineFigures = {
  load: { mean: 8, p90: 14, weeks: 10, capacity: { perWeek: 12, weeksOver: 3, highestQueue: 9, queueAtEnd: 2 } },
  readyShare: { reached: 80, leads: 400, rate: 0.2, interval: [0.165, 0.243] },
  lag: knownLag,
  deal: { won: 7, withAmount: 6, average: 1_000 },
  followUp: knownFollowUp,
  costs: {
    costCents: 100_000,
    reached: 80,
    maturedCostCents: 90_000,
    sqls: 20,
    won: 7,
    wonCents: 250_000,
    costPerMqlCents: 1_250,
    costPerSqlCents: 120_000,
    returnOnSpend: 1.5,
    leadsWithoutCost: 2,
  },
};

interface Figures {
  readonly now: HeadlineFigures;
  readonly was: HeadlineFigures | null;
}

/** "value | foot" by figure; spaces that keep figures together are plain ones here. */
const rowOf = (figures: Figures, promisedHours: number | null = 24): Readonly<Record<string, string>> =>
  Object.fromEntries(
    moreFigures({ ...figures, currency: 'EUR' }, promisedHours, messages).map(({ key, value, foot }: MoreFigure) => [
      key,
      `${value} | ${foot}`.replaceAll(/[\u00a0\u202f]/gu, ' '),
    ]),
  );
