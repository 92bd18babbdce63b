import { describe, expect, it } from 'vitest';
import type { ReviewFigures } from '../../../api/review.ts';
import { psi } from '../../../core/statistics/stability.ts';
import { createReplaySession } from '../../../services/replay/replay-session.ts';
import { SIGNED_MS, storyAgreement, storyHistory } from '../../core/review/review-story.ts';
import type { LeadRows } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

function reviewed(weeksAfter?: number, more: readonly LeadRows[] = [], agreement = storyAgreement): ReviewFigures {
  const session = createReplaySession(storyHistory(weeksAfter, more), () => 0);
  const question = {
    agreement,
    start: 'rules',
    period: { fromMs: SIGNED_MS, toMs: 8.64e15 },
    keptOut: [],
  } as const;
  const scope = { level: 'mql', options: { horizon: 'outcome', maturityDays: 14 } } as const;
  const answer = session.analyse({ name: 'review', scope, question });
  session.close();
  return answer;
}

describe('a review', () => {
  const review = reviewed();

  it('finds one promise kept and one broken, each in its weeks', () => {
    expect(review.promises.map(({ figure, verdict }) => [figure.kind, verdict.kind])).toEqual([
      ['volume', 'held'],
      ['followUp', 'broken'],
    ]);
    const [volume, followUp] = review.promises;
    expect(volume?.spans.every(({ due, isHeld }) => isHeld === null || due === 10)).toBe(true);
    expect(followUp?.spansHeld).toBe(0);
    expect(review).toMatchObject({ isNewer: true, fromMs: SIGNED_MS, leads: { before: 400, after: 160 } });
  });

  it('measures how far inputs have moved against what chance does with as many leads', () => {
    const source = review.inputs.find(({ attribute }) => attribute === 'source');
    expect(source?.stability).toEqual(psi([200, 200], [0, 160]));
    expect(source?.stability.isDrift).toBe(true);
    expect(review.inputs.find(({ attribute }) => attribute === 'size')?.stability).toMatchObject({
      value: 0,
      isDrift: false,
    });
    expect(review.inputs.map(({ attribute }) => attribute)).toEqual(['source', 'size']);
  });

  it('finds the rule that nobody meets any more, and the one that no longer tells leads apart', () => {
    const meanings = Object.fromEntries(review.rules.map(({ ruleId, meaning }) => [ruleId, meaning]));
    expect(meanings).toEqual({ asked: 'unknown', large: 'lost', fair: 'silent' });
    const large = review.rules.find(({ ruleId }) => ruleId === 'large');
    expect(large?.before.difference?.difference).toBeCloseTo(0.6, 10);
    expect(large?.after.difference?.interval[0]).toBeLessThan(0);
  });

  it('does not say that nobody meets a rule which a lead too young for an outcome meets', () => {
    const young = { created: '2026-04-24T09:00', cells: { source: 'fair', size: 'small' } };
    const { rules } = reviewed(16, [young]);
    expect(rules.find(({ ruleId }) => ruleId === 'fair')?.meaning).toBe('unknown');
  });

  it('holds sales to the leads that it promised to follow up, not to how many came', () => {
    const sales = { ...storyAgreement.sales, followUp: [], capacity: { perWeek: 5, weeks: 9, ofWeeks: 10 } };
    const { promises } = reviewed(16, [], { ...storyAgreement, sales });
    expect(promises.find(({ figure }) => figure.kind === 'capacity')).toMatchObject({
      figure: { weeks: 16, weeksOver: 16, followedMean: 9.375 },
      verdict: { kind: 'held' },
    });
  });

  it('counts who was really handed over though it was promised that none such would be: the rules would not have', () => {
    const student: LeadRows = {
      created: '2026-02-10T09:00',
      cells: { size: 'none' },
      activities: [{ at: '2026-02-10T09:00', type: 'asked' }],
      stages: [{ at: '2026-02-11T09:00', stage: 'mql' }],
    };
    const ruleSet = ruleSetFrom({
      rules: [
        { id: 'asked', name: 'Asked', kind: 'activity', dimension: 'engagement', points: 60, on: { type: 'asked' } },
        {
          id: 'student',
          name: 'Student',
          kind: 'attribute',
          dimension: 'fit',
          points: 0,
          disqualifies: true,
          if: { attribute: 'size', op: 'is', value: 'none' },
        },
      ],
    });
    const never = [{ name: 'Students', if: { attribute: 'size', op: 'is', value: 'none' } as const }];
    const marketing = { ...storyAgreement.marketing, volume: null, never };
    const { promises } = reviewed(16, [student], { ...storyAgreement, ruleSet, marketing });
    expect(promises.find(({ figure }) => figure.kind === 'never')).toMatchObject({
      figure: { leads: 1 },
      verdict: { kind: 'broken', by: 1 },
    });
  });

  it('leaves leads out of the bands that are too young to have scored', () => {
    expect(review.bands?.tooYoung).toEqual({ before: 0, after: 20 });
    const sum = (period: 'before' | 'after') =>
      (review.bands?.bands ?? []).reduce((all, band) => all + band[period].leads, 0);
    expect([sum('before'), sum('after')]).toEqual([400, 140]);
  });

  it('proposes to adjust, with the reasons', () => {
    expect(review.proposal.kind).toBe('adjust');
    expect(review.proposal.reasons.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['broken', 'ruleLost', 'ruleSilent', 'inputsMoved']),
    );
    expect(review.proposal.reasons[0]).toEqual({ kind: 'broken', whose: 'sales', promise: 'followUp', level: 'mql' });
  });

  it('waits while the history is no newer than what was signed', () => {
    const early = reviewed(0);
    expect(early).toMatchObject({ isNewer: false, leads: { before: 400, after: 0 }, proposal: { kind: 'wait' } });
    expect(early.promises.every(({ verdict }) => verdict.kind === 'unknown')).toBe(true);
  });
});
