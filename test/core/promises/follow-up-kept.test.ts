import { describe, expect, it } from 'vitest';
import { judgedOf, type LeadStory, type StoryOptions, times } from './lead-story.ts';

/** Thursday. */
const created = '2026-11-26T09:00';
const asOf = '2026-12-18T12:00';
const within = (withinHours: number, leastPercent = 90) => ({
  sales: { followUp: [{ level: 'mql', withinHours, leastPercent }] },
});
const lead = (reached: string, followed?: string): LeadStory => ({
  created,
  reached,
  calls: [reached],
  stages: followed === undefined ? [] : [{ at: followed, stage: 'sal' }],
});
const judge = (leads: readonly LeadStory[], hours = 8, options: Partial<StoryOptions> = {}) =>
  judgedOf('followUp', leads, within(hours), { asOf, ...options });

describe('following up', () => {
  it('is in time over a weekend when few working hours have passed', () => {
    const { figure } = judge([lead('2026-11-27T15:00', '2026-11-30T11:00')], 4);
    expect(figure.share).toMatchObject({ kept: 1, due: 1 });
    expect(figure.medianHours.time).toBe(4);
  });

  it('is late a second after the promised hours', () => {
    expect(judge([lead('2026-11-27T15:00', '2026-11-30T11:00:01')], 4).figure).toMatchObject({
      late: 1,
      share: { kept: 0, due: 1 },
    });
  });

  it('of an open lead is a breach once its deadline is past, and pending before', () => {
    const figures = judge([lead('2026-12-17T12:00'), lead('2026-12-17T12:01')], 7.99).figure;
    expect(figures).toMatchObject({ neverTaken: 1, pending: 1, share: { kept: 0, due: 1 } });
  });

  it('is not promised of leads that sales had before', () => {
    expect(judge([lead('2026-11-27T15:00', '2026-11-27T14:59')]).figure).toMatchObject({
      takenBefore: 1,
      share: { due: 0, rate: null },
    });
  });

  it('is not done by an mql stage, which hands over', () => {
    const { figure } = judge([
      {
        created,
        reached: '2026-11-27T09:00',
        stages: [
          { at: '2026-11-27T09:00', stage: 'mql' },
          { at: '2026-11-27T16:00', stage: 'sal' },
        ],
      },
    ]);
    expect(figure.medianHours.time).toBe(7);
  });

  it('of leads without dates tells nothing', () => {
    const dateless: LeadStory = { created, reached: created, stages: [{ at: created, stage: 'sal' }] };
    expect(judge(times(30, dateless), 8, { asOf: created })).toMatchObject({
      figure: { share: { rate: null } },
      spans: [],
      verdict: { kind: 'unknown', reason: 'noDates' },
    });
  });

  it('has a median in which open leads count as far as they are known', () => {
    const { medianHours } = judge([
      lead('2026-11-26T09:00', '2026-11-26T11:00'),
      lead('2026-11-26T09:00', '2026-11-26T13:00'),
      lead('2026-12-18T09:00'),
      lead('2026-11-26T09:00', '2026-11-27T15:00'),
    ]).figure;
    // At 2 h 1 of 4, open at 3 h, at 4 h 1 of 2: 0.75, then 0.375.
    expect(medianHours.time).toBe(4);
  });

  it('is told week by week, by the week of handing over, and a week without leads is not judged', () => {
    const { spans, spansHeld, spansJudged } = judge([
      lead('2026-11-26T09:00', '2026-11-26T10:00'),
      lead('2026-12-07T09:00', '2026-12-09T10:00'),
      lead('2026-12-18T11:00'),
    ]);
    expect(
      spans.map(({ startMs, due, kept, isHeld }) => [new Date(startMs).toISOString().slice(0, 10), due, kept, isHeld]),
    ).toEqual([
      ['2026-11-23', 1, 1, true],
      ['2026-11-30', 0, 0, null],
      ['2026-12-07', 1, 0, false],
      ['2026-12-14', 0, 0, null],
    ]);
    expect([spansHeld, spansJudged]).toEqual([1, 2]);
  });

  it('of what was really handed over starts at the mql stage and ends at the first stage of sales', () => {
    const handed: LeadStory = {
      created,
      stages: [
        { at: '2026-11-27T09:00', stage: 'mql' },
        { at: '2026-11-27T12:30', stage: 'rejected' },
      ],
    };
    const { figure } = judge([handed, lead('2026-11-27T09:00', '2026-11-27T09:00')], 8, { start: 'handover' });
    expect(figure).toMatchObject({ unknownStart: 1, share: { kept: 1, due: 1 } });
    expect(figure.medianHours.time).toBe(3.5);
  });

  it('of a lead that sales took in the very moment is at once, whichever row comes first in the file', () => {
    const taken: LeadStory = {
      created,
      stages: [
        { at: '2026-11-27T09:00', stage: 'sal' },
        { at: '2026-11-27T09:00', stage: 'mql' },
      ],
    };
    expect(judge([taken], 8, { start: 'handover' }).figure).toMatchObject({
      neverTaken: 0,
      share: { kept: 1, due: 1 },
    });
  });

  it('of a lead that sales took on that day, without a time of day, is no breach: nobody knows that it was before', () => {
    const dated: LeadStory = {
      created,
      stages: [
        { at: '2026-11-27T00:00', stage: 'sal' },
        { at: '2026-11-27T09:00', stage: 'mql' },
      ],
    };
    const timed: LeadStory = {
      created,
      stages: [
        { at: '2026-11-27T08:00', stage: 'sal' },
        { at: '2026-11-27T09:00', stage: 'mql' },
        { at: '2026-11-27T10:00', stage: 'sql' },
      ],
    };
    const { figure } = judge([dated, timed], 8, { start: 'handover' });
    expect(figure).toMatchObject({ neverTaken: 0, takenBefore: 0, share: { kept: 2, due: 2 } });
    expect(judge([timed], 8, { start: 'handover' }).figure.medianHours.time).toBe(1);
  });

  it('counts only leads of the period and of its own level', () => {
    const hot: LeadStory = { ...lead('2026-11-27T09:00', '2026-12-01T09:00'), hot: '2026-12-01T08:00' };
    const parts = { sales: { followUp: [{ level: 'hot', withinHours: 1, leastPercent: 90 }] } };
    expect(judgedOf('followUp', [hot, lead('2026-11-27T09:00')], parts, { asOf }).figure.share).toMatchObject({
      kept: 1,
      due: 1,
    });
    expect(judge([hot], 8, { from: '2026-11-28T00:00' }).figure.share.due).toBe(0);
    expect(judge([hot], 8, { to: '2026-11-27T09:00' }).figure.share.due).toBe(0);
  });
});

describe('the verdict on following up', () => {
  const kept = lead('2026-11-27T09:00', '2026-11-27T10:00');
  const late = lead('2026-11-27T09:00', '2026-12-04T10:00');
  const verdict = (inTime: number, tooLate: number) => judge([...times(inTime, kept), ...times(tooLate, late)]).verdict;

  it('is held, surely where the whole interval is', () => {
    expect(verdict(200, 0)).toEqual({ kind: 'held', isSure: true });
    expect(verdict(19, 1)).toEqual({ kind: 'held', isSure: false });
  });

  it('is short by points where chance could make it so, and broken where not', () => {
    expect(verdict(17, 3)).toEqual({ kind: 'short', by: 5, unit: 'points' });
    expect(verdict(10, 10)).toMatchObject({ kind: 'broken', by: 40 });
  });

  it('is not given of fewer than 20 leads, of none, or of dates without times', () => {
    expect(verdict(19, 0)).toEqual({ kind: 'unknown', reason: 'few' });
    const never: LeadStory = { created, stages: [{ at: '2026-12-01T09:00', stage: 'sal' }] };
    expect(judge([never]).verdict).toEqual({ kind: 'unknown', reason: 'nobody' });
    const dated = times(30, lead('2026-11-27T09:00', '2026-11-28T00:00'));
    expect(judge(dated)).toMatchObject({ verdict: { kind: 'unknown', reason: 'noTimes' }, spansJudged: 0 });
  });

  it('is not given where only the hand-over has a time of day, and what sales did a date', () => {
    const dated: LeadStory = {
      created,
      stages: [
        { at: '2026-11-27T10:00', stage: 'mql' },
        { at: '2026-11-27T00:00', stage: 'sal' },
        { at: '2026-12-02T00:00', stage: 'sql' },
      ],
    };
    for (const start of ['rules', 'handover'] as const)
      expect(judge(times(30, { ...dated, reached: '2026-11-27T10:00' }), 8, { start }).verdict).toEqual({
        kind: 'unknown',
        reason: 'noTimes',
      });
  });

  it('is not given where no hand-over is recorded', () => {
    expect(judge(times(30, kept), 8, { start: 'handover' }).verdict).toEqual({ kind: 'unknown', reason: 'noHandOver' });
  });
});
