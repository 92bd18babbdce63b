import { describe, expect, it } from 'vitest';
import { openReplaySession } from '../../../services/replay/replay-session.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 1, 9);
const MATURITY_DAYS = 14;

/** Forty days with four leads each, taken up on the next; every other is an SQL three days later, and only then has a paper. */
const history = historyOf({
  leads: Array.from({ length: 160 }, (_, index) => {
    const createdMs = BEGIN + Math.floor(index / 4) * DAY;
    const at = (days: number): string => new Date(createdMs + days * DAY).toISOString();
    const isSql = index % 2 === 0;
    return {
      created: at(0),
      cells: { size: index % 3 === 0 ? 'large' : 'small', paper: isSql ? 'signed' : '' },
      stages: [{ at: at(1), stage: 'sal' as const }, ...(isSql ? [{ at: at(3), stage: 'sql' as const }] : [])],
    };
  }),
});

function drawn() {
  const session = openReplaySession({
    history: () => history,
    clockMs: () => 0,
    maturityDays: MATURITY_DAYS,
    kernelWorkerUrl: null,
    shelf: null,
  });
  const scope = { level: 'mql', options: { horizon: 'handover' } } as const;
  const question = { ruleSet: ruleSetFrom({}), threshold: 50, seed: 1, size: 20, keptOut: [] };
  const answer = session.analyse({ name: 'panelDraw', scope, question });
  session.close();
  return answer;
}

describe('the cards of a panel', () => {
  it('hold nothing that was filled in with the outcome, which is known as soon as the workshop says it is', () => {
    const { leads, leftOut } = drawn();
    expect(leftOut).toEqual([{ attribute: 'paper', because: 'leaks' }]);
    expect(new Set(leads.flatMap(({ facts }) => facts.attributes.map(({ attribute }) => attribute)))).toEqual(
      new Set(['size']),
    );
  });
});
