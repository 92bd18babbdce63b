import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../core/demo/random.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { openReplaySession } from '../../../services/replay/replay-session.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { standardRuleSet } from '../../bench/standard-rule-set.ts';
import { moveLever } from '../../support/random-lever.ts';

const KERNEL_WORKER = new URL('../../../services/jobs/kernel-worker.ts', import.meta.url);
const MOVES = 10_000;
/** By then all code is made, and what is kept for a while is full. */
const WARM_MOVES = 2_000;
const MOVES_TO_A_CHECK = 500;
/** A leak of a few hundred bytes a move would be more. */
const MOST_GROWTH_BYTES = 4e6;
/**
 * Hundreds of moves pack anew: kept, they would be more than a gigabyte. Each of two threads may let 128 MB of them lie
 * before it collects.
 */
const MOST_RESIDENT_GROWTH_BYTES = 400e6;
const LEADS = 500;
const FINELY = { fewestLeads: 1, leadsPerBlock: 50, wordsPerChunk: 512 };

const history = benchHistory(LEADS);
const standard = standardRuleSet();

const open = () =>
  openReplaySession({
    history: () => history,
    clockMs: () => 0,
    kernelWorkerUrl: KERNEL_WORKER,
    shelf: null,
    sharing: FINELY,
  });
type Session = ReturnType<typeof open>;

const frameOf = (session: Session, scenario: RuleSet) =>
  session.frame({ scenario, baseline: standard, level: 'mql', options: DEFAULT_OPTIONS });

describe('a session whose levers move ten thousand times', () => {
  it('answers as a fresh one all the way, in memory that does not grow', async () => {
    const random = createRandom(20_261_125);
    const session = open();
    let scenario = standard;
    let warm = held();
    for (let move = 1; move <= MOVES; move += 1) {
      scenario = moveLever(scenario, random);
      const frame = frameOf(session, scenario);
      if (move % MOVES_TO_A_CHECK === 0) {
        const fresh = open();
        expect(frame).toEqual(frameOf(fresh, scenario));
        fresh.close();
        // Threads that were ended go, and memory that nobody holds any more is given back, when the loop turns.
        await setTimeout(20);
      }
      if (move === WARM_MOVES) warm = held();
    }
    expect(session.timesHelped()).toBeGreaterThan(0);
    const { objectBytes, residentBytes } = held();
    expect(objectBytes - warm.objectBytes).toBeLessThan(MOST_GROWTH_BYTES);
    expect(residentBytes - warm.residentBytes).toBeLessThan(MOST_RESIDENT_GROWTH_BYTES);
    session.close();
  }, 300_000);
});

/**
 * What is held once nothing is left to collect. Shared memory, in which histories are packed and which the other thread may
 * still hold, is counted by the system alone.
 */
function held(): { readonly objectBytes: number; readonly residentBytes: number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 4; round += 1) collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { objectBytes: heapUsed + external, residentBytes: rss };
}
