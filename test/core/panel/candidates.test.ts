import { describe, expect, it } from 'vitest';
import { panelCandidates } from '../../../core/panel/candidates.ts';
import { deriveFacts } from '../../../core/replay/facts.ts';
import { historyOf } from '../../support/history-of.ts';

const history = historyOf({
  leads: [
    {
      created: '2026-01-01',
      stages: [
        { at: '2026-01-10', stage: 'sal' },
        { at: '2026-01-20', stage: 'rejected' },
      ],
    },
    { created: '2026-01-01', activities: [{ at: '2026-01-05', type: 'visit' }] },
    { created: '2026-01-02' },
    { created: '2026-01-08', stages: [{ at: '2026-01-01', stage: 'won' }] },
  ],
});
const facts = deriveFacts(history, { horizon: 'handover', asOfMs: Date.UTC(2026, 5, 1) });
const climbs = {
  leads: [0, 1, 1],
  totals: [40, 5, 30],
  atMs: [Date.UTC(2026, 0, 3), Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 5)],
};

describe('who can be drawn', () => {
  const [handedOver, scored, silent] = panelCandidates(history, facts, climbs);

  it('given a lead that was handed over then its moment is that one, without what happened at it', () => {
    expect(handedOver).toEqual({
      lead: 0,
      score: 40,
      wasWorked: true,
      wasRejected: true,
      moment: { atMs: Date.UTC(2026, 0, 10), isIncluded: false },
    });
  });

  it('given one that never was then it is that of its highest score', () => {
    expect(scored).toMatchObject({
      score: 30,
      wasWorked: false,
      moment: { atMs: Date.UTC(2026, 0, 5), isIncluded: true },
    });
  });

  it('given one without any score then it is today', () => {
    expect(silent).toMatchObject({ lead: 2, score: null, moment: { atMs: facts.asOfMs, isIncluded: true } });
  });

  it('given a customer then it is nobody to judge', () => {
    expect(panelCandidates(history, facts, climbs).map(({ lead }) => lead)).toEqual([0, 1, 2]);
  });
});
