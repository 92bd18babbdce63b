import { describe, expect, it } from 'vitest';
import type { FramePair } from '../../../api/contract.ts';
import { createReplaySession } from '../../../services/replay/replay-session.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const KERNEL_WORKER = new URL('../../../services/jobs/kernel-worker.ts', import.meta.url);
const NO_WORKER = new URL('../../../services/jobs/no-such-worker.ts', import.meta.url);

/** Enough for a second thread: 8,000 leads with 20 activities each. */
const history = historyOf({
  leads: Array.from({ length: 8_000 }, (_, lead) => ({
    created: '2025-01-01',
    activities: Array.from({ length: 20 }, (__, act) => ({
      at: new Date(Date.UTC(2025, 0, 1) + ((lead * 7 + act * 13) % 97) * 3_600_000 * 5).toISOString(),
      type: ['visit', 'mail', 'call'][(lead + act) % 3] ?? 'visit',
    })),
    stages: lead % 5 === 0 ? [{ at: '2025-01-12', stage: 'sql' as const }] : [],
  })),
});
const rule = (id: string, dimension: string, points: number, decay: object) => ({
  id,
  name: id,
  kind: 'activity',
  dimension,
  points,
  on: { type: id },
  decay,
});
const ruleSetWith = (points: number) =>
  ruleSetFrom({
    rules: [
      rule('visit', 'engagement', points, { kind: 'half-life', days: 3 }),
      rule('mail', 'engagement', 5, { kind: 'linear', days: 9 }),
      rule('call', 'fit', 4, { kind: 'expire', days: 4 }),
    ],
    levels: [{ id: 'mql', name: 'MQL', total: 30 }],
  });

const sessionOn = (kernelWorker: URL | null) => {
  const session = createReplaySession(history, () => 0, kernelWorker);
  const framesOf = (points: readonly number[]): readonly FramePair[] =>
    points.map((each) =>
      session.frame({
        scenario: ruleSetWith(each),
        baseline: ruleSetWith(7),
        level: 'mql',
        options: { horizon: 'outcome' },
      }),
    );
  return { session, framesOf };
};

const POINTS = [7, 8, 3];
const alone = sessionOn(null).framesOf(POINTS);

describe('a replay on two threads', () => {
  it('tells the scenarios apart at all', () => {
    expect(alone[2]?.scenario.levels[0]?.reached).not.toBe(alone[0]?.scenario.levels[0]?.reached);
  });

  it('gives the frames of one thread', () => {
    const { session, framesOf } = sessionOn(KERNEL_WORKER);
    // The second thread joins in when it has started; from then on it takes part in every frame.
    let move = 0;
    while (session.timesHelped() < POINTS.length && move < 20_000) {
      expect(framesOf(POINTS)).toEqual(alone);
      move += 1;
    }
    expect(session.timesHelped()).toBeGreaterThanOrEqual(POINTS.length);
    session.close();
  });

  it('gives them too when the second thread is lost', () => {
    const { session, framesOf } = sessionOn(NO_WORKER);
    expect(framesOf(POINTS)).toEqual(alone);
    session.close();
  });
});
