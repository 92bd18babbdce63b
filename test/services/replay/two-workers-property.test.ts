import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { createReplayEngine } from '../../../services/replay/packed/replay-engine.ts';
import { createSecondThread } from '../../../services/replay/packed/second-thread.ts';
import type { HistoryRows } from '../../support/history-of.ts';
import { historyOf } from '../../support/history-of.ts';
import { randomCase } from '../../support/random-case.ts';
import { replayDifferences } from '../../support/replay-differences.ts';

/** 2,000 cases, in parts that take seconds each. */
const SEEDS = [20_261_125, 20_261_126, 20_261_127, 20_261_128];
const RUNS_OF_A_SEED = 500;
/** Each lead so often, so that there is something to share. */
const COPIES = 40;
/** Everything is shared, in the smallest pieces. */
const FINELY = { fewestLeads: 1, leadsPerBlock: 2, wordsPerChunk: 4 };
/** A property that the second thread never had a hand in proves nothing. */
const LEAST_HELPED = 50;

const secondThread = createSecondThread(new URL('../../../services/jobs/kernel-worker.ts', import.meta.url));
afterAll(secondThread.close);

describe('the replay engine on two workers', () => {
  it.each(SEEDS)('answers as the reference engine, lead by lead (seed %i)', (seed) => {
    let helped = 0;
    fc.assert(
      fc.property(randomCase(), ({ rows, ruleSet, options }) => {
        const history = historyOf(manyTimes(rows));
        const engine = createReplayEngine({ secondThread, sharing: FINELY });
        const levels = engine.levels({
          side: 'scenario',
          ruleSet,
          options,
          compiled: () => compileReplay(history, ruleSet, options),
        });
        helped += Math.min(1, engine.timesHelped());
        engine.close();
        const reference = replayReference(history, ruleSet, options);
        expect(replayDifferences({ ...reference, levels }, reference)).toEqual([]);
      }),
      { numRuns: RUNS_OF_A_SEED, seed },
    );
    expect(helped).toBeGreaterThanOrEqual(LEAST_HELPED);
  });
});

/** The same history with each of its leads many times; kinds of columns and `asOf` stay what they were. */
function manyTimes({ leads, ...rows }: HistoryRows): HistoryRows {
  return {
    ...rows,
    leads: Array.from({ length: COPIES }, (_, copy) =>
      leads.map((lead, index) => ({ ...lead, id: `${lead.id ?? `L${index}`}-${copy}` })),
    ).flat(),
  };
}
