import { describe, expect, it } from 'vitest';
import { createReplaySession } from '../../../services/replay/replay-session.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const history = historyOf({
  leads: [
    { id: 'A', created: '2026-01-01T09:00' },
    { id: 'B', created: '2026-03-01T09:00' },
  ],
});

describe('what a scenario says of the leads of a panel', () => {
  it('is nothing where it lacks the level that they were judged for: it does not say no to all', () => {
    const session = createReplaySession(history, () => 0);
    const without = ruleSetFrom({ levels: [{ id: 'hot', name: 'Hot', total: 0 }] });
    const { reached } = session.analyse({
      name: 'panelSides',
      scope: { level: 'mql', options: { horizon: 'outcome' } },
      question: {
        level: 'mql',
        leads: ['A', 'B'],
        sides: [
          { kind: 'ruleSet', ruleSet: ruleSetFrom({}) },
          { kind: 'ruleSet', ruleSet: without },
        ],
      },
    });
    session.close();
    expect(reached).toEqual([
      [false, false],
      [null, null],
    ]);
  });
});
