import { describe, expect, it } from 'vitest';
import { officeHours } from '../../../core/working-time/working-hours.ts';
import { judgedOf, type LeadStory, type StoryOptions, times } from './lead-story.ts';

const created = '2026-11-02T00:00';
/** A Monday: five whole weeks after the first. */
const asOf = '2026-12-06T23:59:59.999';
const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'] as const;
const reachedOn = (day: string): LeadStory => ({ created, reached: `${day}T10:00`, calls: [`${day}T10:00`] });
/** So many leads in each week, from the first on. */
const weeks = (...counts: readonly number[]): readonly LeadStory[] =>
  counts.flatMap((count, week) => times(count, reachedOn(MONDAYS[week] ?? '')));

describe('a volume a week', () => {
  const range = { marketing: { volume: { least: 2, most: 4, weeks: 3, ofWeeks: 4 } } };
  const judge = (leads: readonly LeadStory[], options: Partial<StoryOptions> = {}) =>
    judgedOf('volume', leads, range, { asOf, ...options });

  it('is kept in the weeks within the range, both ends included', () => {
    const { spans, figure } = judge(weeks(1, 2, 4, 5, 3));
    expect(spans.map(({ due, isHeld }) => [due, isHeld])).toEqual([
      [1, false],
      [2, true],
      [4, true],
      [5, false],
      [3, true],
    ]);
    expect(figure).toMatchObject({ weeks: 5, mean: 3, p10: 1.4, p90: 4.6 });
  });

  it('is held in the promised share of weeks, and short by whole weeks', () => {
    expect(judge(weeks(2, 2, 4, 5, 3)).verdict).toMatchObject({ kind: 'held', isSure: false });
    expect(judge(weeks(1, 2, 4, 5, 3)).verdict).toEqual({ kind: 'short', by: 1, unit: 'weeks' });
    expect(judge(weeks(1, 0, 0, 5, 9)).verdict).toEqual({ kind: 'broken', by: 4, unit: 'weeks' });
  });

  it('of a week that is not whole is not judged, and with it too few are', () => {
    const { spans, spansJudged, verdict } = judge(weeks(2, 2, 4, 5, 3), {
      from: '2026-11-03T00:00',
      to: '2026-12-04T00:00',
    });
    expect(spans.map(({ isHeld }) => isHeld)).toEqual([null, true, true, false, null]);
    expect([spansJudged, verdict]).toEqual([3, { kind: 'unknown', reason: 'few' }]);
  });

  it('is counted in weeks of the zone: half past eleven on a Sunday in Lisbon is a Monday in Warsaw', () => {
    const late: LeadStory = { created: '2026-11-01T12:00', reached: '2026-11-08T23:30', calls: ['2026-11-08T23:30'] };
    const dueIn = (timeZone: string) =>
      judgedOf('volume', [late], { ...range, workingHours: officeHours(timeZone) }, { asOf })
        .spans.filter(({ due }) => due > 0)
        .map(({ startMs }) => new Date(startMs).toISOString());
    expect(dueIn('Europe/Lisbon')).toEqual(['2026-11-02T00:00:00.000Z']);
    expect(dueIn('Europe/Warsaw')).toEqual(['2026-11-08T23:00:00.000Z']);
  });

  it('cannot be judged without dates', () => {
    const leads = times(30, { created: '2026-11-02T00:00', reached: '2026-11-02T00:00' });
    expect(judge(leads, { asOf: '2026-11-02T00:00' })).toMatchObject({
      spans: [],
      verdict: { kind: 'unknown', reason: 'noDates' },
    });
  });
});

describe('a capacity', () => {
  const promise = { sales: { capacity: { perWeek: 3, weeks: 4, ofWeeks: 5 } } };

  it('replayed holds in the weeks in which no more come', () => {
    const { spans, figure, verdict } = judgedOf('capacity', weeks(1, 3, 4, 3, 0), promise, { asOf });
    expect(spans.map(({ isHeld }) => isHeld)).toEqual([true, true, false, true, true]);
    expect(figure).toMatchObject({ weeks: 5, weeksOver: 1, cameMean: 2.2, followedMean: 0 });
    expect(verdict).toMatchObject({ kind: 'held' });
  });

  it('of what happened holds when those who waited were followed up, or as many as promised', () => {
    const handed = (day: string, followed?: string): LeadStory => ({
      created,
      stages: [
        { at: `${day}T10:00`, stage: 'mql' },
        ...(followed === undefined ? [] : [{ at: followed, stage: 'sal' } as const]),
      ],
    });
    const leads = [
      // Five wait when the second week begins: three are followed up in it. Of the two that are left one is, in the third.
      ...times(3, handed('2026-11-06', '2026-11-10T09:00')),
      handed('2026-11-06', '2026-11-17T09:00'),
      handed('2026-11-06'),
    ];
    const { spans } = judgedOf('capacity', leads, promise, { asOf, start: 'handover' });
    expect(spans.map(({ due, kept, isHeld }) => [due, kept, isHeld])).toEqual([
      [0, 0, true],
      [3, 3, true],
      [2, 1, false],
      [1, 0, false],
      [1, 0, false],
    ]);
  });

  it('knows nobody who was handed over before the weeks that it tells, and never waits for fewer than none', () => {
    const old: LeadStory = {
      created: '2015-01-05T00:00',
      stages: [
        { at: '2015-01-05T10:00', stage: 'mql' },
        { at: '2026-11-10T09:00', stage: 'sal' },
      ],
    };
    const { spans } = judgedOf('capacity', [old], promise, { asOf, start: 'handover' });
    expect(spans.slice(-4).map(({ due, kept }) => [due, kept])).toEqual(times(4, [0, 0]));
  });
});
