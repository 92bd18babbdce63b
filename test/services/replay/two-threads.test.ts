import { describe, expect, it } from 'vitest';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { createTwoThreads } from '../../../services/replay/two-threads.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const KERNEL_WORKER = new URL('../../../services/jobs/kernel-worker.ts', import.meta.url);

/** 3,000 leads with 20 activities each, and a rule set whose sums fade in every way. */
const history = historyOf({
  leads: Array.from({ length: 3_000 }, (_, lead) => ({
    created: '2025-01-01',
    activities: Array.from({ length: 20 }, (__, act) => ({
      at: new Date(Date.UTC(2025, 0, 1) + ((lead * 7 + act * 13) % 97) * 3_600_000 * 5).toISOString(),
      type: ['visit', 'mail', 'call'][(lead + act) % 3] ?? 'visit',
    })),
    stages: lead % 5 === 0 ? [{ at: '2025-01-12', stage: 'sql' as const }] : [],
  })),
});
const ruleSet = ruleSetFrom({
  rules: [
    {
      id: 'visit',
      name: 'Visit',
      kind: 'activity',
      dimension: 'engagement',
      points: 7,
      on: { type: 'visit' },
      decay: { kind: 'half-life', days: 3 },
    },
    {
      id: 'mail',
      name: 'Mail',
      kind: 'activity',
      dimension: 'engagement',
      points: 5,
      on: { type: 'mail' },
      decay: { kind: 'linear', days: 9 },
    },
    {
      id: 'call',
      name: 'Call',
      kind: 'activity',
      dimension: 'fit',
      points: 4,
      on: { type: 'call' },
      decay: { kind: 'expire', days: 4 },
    },
  ],
});
const compiled = compileReplay(history, ruleSet, { horizon: 'outcome' });
const alone = replay(compiled, ruleSet);

describe('a replay on two threads', () => {
  it('gives the numbers of one thread, bit by bit', () => {
    const run = createTwoThreads(KERNEL_WORKER);
    expect(compiled.stream.atMs.length).toBeGreaterThan(50_000);
    for (let round = 0; round < 3; round += 1) expect(replay(compiled, ruleSet, true, run)).toEqual(alone);
  });

  it('gives them too when the second thread is lost', () => {
    const run = createTwoThreads(new URL('../../../services/jobs/no-such-worker.ts', import.meta.url));
    expect(replay(compiled, ruleSet, true, run)).toEqual(alone);
  });
});
