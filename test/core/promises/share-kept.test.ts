import { describe, expect, it } from 'vitest';
import type { NeverPromise } from '../../../core/agreement/agreement-document.ts';
import { judgedOf, type LeadStory, type StoryStage, times } from './lead-story.ts';

const asOf = '2026-12-31T00:00';
const reached = '2026-11-10T10:00';
const created = '2026-11-02T00:00';
const lead = (...stages: readonly StoryStage[]): LeadStory => ({ created, reached, stages });

describe('a conversion', () => {
  const promise = { marketing: { conversion: { leastPercent: 50, withinDays: 20 } } };
  const sal: StoryStage = { at: '2026-11-11T09:00', stage: 'sal' };
  const converted = lead(sal, { at: '2026-12-01T09:00', stage: 'sql' });
  const judge = (leads: readonly LeadStory[]) => judgedOf('conversion', leads, promise, { asOf });

  it('counts SQLs within the days of the first stage; young leads and those nobody worked are no failures', () => {
    const { figure } = judge([
      converted,
      lead(sal, { at: '2026-12-01T09:00:01', stage: 'sql' }),
      lead(sal, { at: '2026-11-20T09:00', stage: 'lost' }),
      lead({ at: '2026-12-20T09:00', stage: 'sal' }, { at: '2026-12-21T09:00', stage: 'sql' }),
      lead(),
      { ...lead(), created: '2026-12-20T00:00', reached: '2026-12-21T00:00' },
    ]);
    expect(figure).toMatchObject({ share: { kept: 1, due: 3 }, immature: 2, unobserved: 1 });
  });

  it('is told by month, where 20 outcomes are known, with the lowest', () => {
    const december: LeadStory = {
      created,
      reached: '2026-12-02T00:00',
      stages: [{ at: '2026-12-03T00:00', stage: 'sal' }],
    };
    const { spans, figure, verdict } = judge([...times(20, converted), ...times(20, december), ...times(5, lead(sal))]);
    expect(spans.map(({ due, kept, isHeld }) => [due, kept, isHeld])).toEqual([
      [25, 20, true],
      [20, 0, false],
    ]);
    expect(figure.lowestMonth).toMatchObject({ startMs: Date.UTC(2026, 11, 1), share: { kept: 0, due: 20 } });
    expect(verdict).toMatchObject({ kind: 'short', unit: 'points' });
    expect(judge(times(19, converted)).spans[0]?.isHeld).toBeNull();
  });
});

describe('data that every lead has', () => {
  const promise = { marketing: { data: { attributes: ['company', 'phone'], leastPercent: 90 } } };
  const withCells = (company: string, phone: string): LeadStory => ({ ...lead(), cells: { company, phone } });

  it('is the share of leads that have all of it, and what is missing of each', () => {
    const { figure, verdict } = judgedOf(
      'data',
      [...times(19, withCells('Varda', '1')), withCells('Varda', ''), withCells('', ''), { created, cells: {} }],
      promise,
      { asOf },
    );
    expect(figure).toMatchObject({ share: { kept: 19, due: 21 } });
    expect(figure.missing).toEqual([
      { attribute: 'company', leads: 1 },
      { attribute: 'phone', leads: 2 },
    ]);
    expect(verdict).toMatchObject({ kind: 'held', isSure: false });
  });

  it('that the history does not know is missing of everybody', () => {
    const { figure } = judgedOf('data', [lead()], promise, { asOf });
    expect(figure.missing.map(({ leads }) => leads)).toEqual([1, 1]);
  });
});

describe('who is never handed over', () => {
  const never: readonly NeverPromise[] = [
    { name: 'Students', if: { attribute: 'role', op: 'is', value: 'student' } },
    { name: 'Rivals', if: { attribute: 'company', op: 'contains', value: 'rival' } },
  ];
  const who = (role: string, company: string): LeadStory => ({ ...lead(), cells: { role, company } });
  const judge = (leads: readonly LeadStory[]) => judgedOf('never', leads, { marketing: { never } }, { asOf });

  it('is counted by name, and one lead is a breach', () => {
    const { figure, verdict } = judge([who('student', 'Rival'), who('buyer', 'Varda'), who('buyer', 'a rival')]);
    expect(figure).toEqual({
      kind: 'never',
      handedOver: 3,
      leads: 2,
      against: [
        { name: 'Students', leads: 1 },
        { name: 'Rivals', leads: 2 },
      ],
    });
    expect(verdict).toEqual({ kind: 'broken', by: 2, unit: 'leads' });
  });

  it('holds surely when nobody was', () => {
    expect(judge([who('buyer', 'Varda')]).verdict).toEqual({ kind: 'held', isSure: true });
  });
});

describe('attempts', () => {
  const promise = { sales: { attempts: { least: 2, withinDays: 10, activities: ['call'], leastPercent: 80 } } };
  const worked: StoryStage = { at: '2026-11-11T00:00', stage: 'sal' };
  const judge = (leads: readonly LeadStory[]) => judgedOf('attempts', leads, promise, { asOf });

  it('are those from being handed over until the days are over, of leads that sales was given', () => {
    const { figure } = judge([
      { ...lead(worked), calls: ['2026-11-10T10:00', '2026-11-20T10:00'] },
      { ...lead(worked), calls: ['2026-11-10T09:59', '2026-11-20T10:00', '2026-11-20T10:01'] },
      { ...lead(), calls: ['2026-11-11T10:00', '2026-11-12T10:00'] },
      { ...lead({ at: '2026-12-23T00:00', stage: 'sal' }), reached: '2026-12-22T10:00' },
    ]);
    expect(figure).toMatchObject({ share: { kept: 1, due: 2 }, meanAttempts: 1.5, notGiven: 1, pending: 1 });
  });

  it('run from when sales was handed the lead, where that was later than it was ready', () => {
    const late: LeadStory = {
      ...lead({ at: '2026-12-01T00:00', stage: 'mql' }),
      calls: ['2026-12-02T10:00', '2026-12-03T10:00'],
    };
    expect(judge([late]).figure.share).toMatchObject({ kept: 1, due: 1 });
    expect(judge([{ ...late, stages: [{ at: '2026-12-23T00:00', stage: 'mql' }] }]).figure.pending).toBe(1);
  });

  it('are not asked of a lead that was settled before so many were needed', () => {
    const settled = lead(worked, { at: '2026-11-12T00:00', stage: 'rejected' });
    expect(judge([{ ...settled, calls: ['2026-11-11T10:00'] }]).figure).toMatchObject({
      settled: 1,
      share: { due: 0 },
    });
    expect(judge([{ ...settled, calls: ['2026-11-11T10:00', '2026-11-11T11:00'] }]).figure.share).toMatchObject({
      kept: 1,
    });
  });

  it('cannot be judged where the history has none of the kind', () => {
    expect(judge(times(30, lead(worked)))).toMatchObject({
      verdict: { kind: 'unknown', reason: 'noActivities' },
      spansJudged: 0,
    });
  });
});

describe('feedback', () => {
  const promise = { sales: { feedback: { withinDays: 7, leastPercent: 80 } } };
  const mql: StoryStage = { at: '2026-11-11T00:00', stage: 'mql' };
  const answer = (stage: StoryStage['stage'], at: string, reason = ''): LeadStory => lead(mql, { at, stage, reason });
  const judge = (leads: readonly LeadStory[]) => judgedOf('feedback', leads, promise, { asOf });

  it('is an answer within the days; losing or rejecting answers only with a reason', () => {
    const { figure } = judge([
      answer('sal', '2026-11-18T00:00'),
      answer('sal', '2026-11-18T00:01'),
      answer('rejected', '2026-11-12T00:00', 'no budget'),
      answer('lost', '2026-11-12T00:00'),
      answer('recycled', '2026-11-12T00:00'),
      lead(mql),
      lead(),
    ]);
    expect(figure).toMatchObject({ share: { kept: 3, due: 6 }, withoutReason: 1, notGiven: 1, pending: 0 });
  });

  it('runs from when the lead was ready and sales had it, whichever is later; an answer before counts', () => {
    const before = lead({ at: '2026-11-03T00:00', stage: 'sal' });
    const { figure } = judge([before, answer('rejected', '2026-11-30T00:00', 'too late')]);
    expect(figure).toMatchObject({ share: { kept: 1, due: 2 } });
    expect(figure.medianDays.time).toBe(0);
  });

  it('of a lead whose days are not over is pending, answered or not', () => {
    const young = { ...answer('sal', '2026-12-29T00:00'), reached: '2026-12-28T00:00' };
    expect(judge([young]).figure).toMatchObject({ pending: 1, share: { due: 0 } });
  });

  it('cannot be judged where no reason was ever written down', () => {
    expect(judge(times(30, answer('sal', '2026-11-12T00:00')))).toMatchObject({
      verdict: { kind: 'unknown', reason: 'noReasons' },
      spansJudged: 0,
    });
  });
});
