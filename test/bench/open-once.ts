/**
 * In a process of its own: a workshop opened as the app does, up to the first frame, then a lever moved. Arguments: the
 * file, how often the lever moves, and `keep` to wait until what was packed lies beside the file. Prints `OpenedOnce` as
 * JSON.
 */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { FramePair } from '../../api/contract.ts';
import { historyVersion } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { createReplayClient } from '../../services/replay/replay-client.ts';
import { shelfPath } from '../../services/replay/shelf/packed-shelf.ts';
import { readScenarioState } from '../../services/scenario/scenario-state.ts';
import { builtWorker } from './built-worker.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { withActivityPoints } from './standard-rule-set.ts';

export interface OpenedOnce {
  readonly firstFrameMs: number;
  /** Reached, by level of the scenario. */
  readonly reached: readonly number[];
  /** What the process has grown by, once the lever rests. */
  readonly residentMb: number;
  /** The most it had grown by. */
  readonly peakMb: number;
}

const residentMb = (): number => process.memoryUsage().rss / 1e6;

// The replay worker keeps no process alive.
const staysAlive = setInterval(() => {}, 60_000);
const [, , path = '', moveCount = '0', keep] = process.argv;
const moves = Number(moveCount);
const beforeMb = residentMb();
const startMs = performance.now();
const client = createReplayClient(builtWorker('replay-worker'));
client.prepare(path);
const opened = openWorkshop(path);
if (!opened.ok) throw new Error(opened.error.detail);
const source = { path, version: historyVersion(opened.value), maturityDays: null };
const { ruleSet, baseline } = readScenarioState(opened.value);
const frame = async (scenario: typeof ruleSet): Promise<FramePair> => {
  const question = { scenario, baseline: baseline.ruleSet, level: 'mql', options: { horizon: 'outcome' } } as const;
  const answer = await client.ask(source, { kind: 'frame', question });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
};
const first = await frame(ruleSet);
const firstFrameMs = performance.now() - startMs;
for (let move = 0; move < moves; move += 1) await frame(withActivityPoints(ruleSet, 1 + (move % 37)));
const once: OpenedOnce = {
  firstFrameMs,
  reached: first.scenario.levels.map(({ reached }) => reached),
  residentMb: residentMb() - beforeMb,
  peakMb: peakMemoryMb() - beforeMb,
};
if (keep === 'keep') while (!existsSync(shelfPath(path, 'baseline'))) await setTimeout(50);
clearInterval(staysAlive);
await client.close();
closeWorkshop(opened.value);
console.log(JSON.stringify(once));
