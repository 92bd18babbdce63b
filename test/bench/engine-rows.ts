/** What the levers cost inside the engine: the session of the replay worker, without the worker's post. */
import { performance } from 'node:perf_hooks';
import type { History } from '../../core/history/history.ts';
import { cohortCalendar } from '../../core/measures/by-time.ts';
import { sweep } from '../../core/measures/sweep.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { type RunReplay, replay, runOnOneThread } from '../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { createReplaySession } from '../../services/replay/replay-session.ts';
import { createTwoThreads } from '../../services/replay/two-threads.ts';
import { answersOf, type LevelAnswer } from './answers.ts';
import { heldBytes } from './held-bytes.ts';
import type { Measured } from './measured.ts';
import { standardRuleSet, withActivityPoints, withAttributePoints, withThreshold } from './standard-rule-set.ts';

const KERNEL_WORKER = new URL('../../services/jobs/kernel-worker.ts', import.meta.url);
const SWEEP_THRESHOLDS = Float64Array.from({ length: 201 }, (_, index) => index * 0.6);
const LEVEL = 'mql';

export interface Engine {
  readonly rows: readonly Measured[];
  /** Of the standard rule set. */
  readonly answers: readonly LevelAnswer[];
  /** What a frame must read and write at least: the compiled stream, and what it finds for each lead. */
  readonly frameBytes: number;
}

/** `size`: how the rows' names end, as in `frame-100k-1w`. */
export function createEngine(history: History, size: '100k' | '1m'): Engine {
  const standard = standardRuleSet();
  const compiled = compileReplay(history, standard, DEFAULT_OPTIONS);
  const result = replay(compiled, standard, false);
  const { weeks } = cohortCalendar(history, result.facts);
  const frames: readonly Measured[] = [
    { name: `frame-${size}-1w`, run: eachMove(framesOf(history, runOnOneThread), withActivityPoints) },
    {
      name: `frame-${size}-2w`,
      run: eachMove(framesOf(history, createTwoThreads(KERNEL_WORKER)), withActivityPoints),
    },
  ];
  const levers = framesOf(history, createTwoThreads(KERNEL_WORKER));
  const threeScenarios = eachMove(levers, withActivityPoints);
  const large: readonly Measured[] = [
    { name: `threshold-${size}`, run: eachMove(levers, (ruleSet, move) => withThreshold(ruleSet, 30 + move)) },
    { name: `attribute-${size}`, run: eachMove(levers, withAttributePoints) },
    { name: `sweep-${size}`, run: () => void sweep(result, 0, SWEEP_THRESHOLDS, weeks) },
    {
      name: `scenarios3-${size}`,
      run: () => {
        for (let scenario = 0; scenario < 3; scenario += 1) threeScenarios();
      },
    },
    { name: `compile-${size}`, run: () => void compileReplay(history, standard, DEFAULT_OPTIONS) },
  ];
  return {
    rows: size === '1m' ? [...frames, ...large] : frames,
    answers: answersOf(result, standard),
    frameBytes: heldBytes([compiled.stream, compiled.leads, result.levels]),
  };
}

type Frames = (scenario: RuleSet) => void;

/** The whole frame that a lever asks for: the scenario's replay and aggregates beside the baseline's, which are there. */
function framesOf(history: History, run: RunReplay): Frames {
  const session = createReplaySession(history, () => performance.now(), run);
  const baseline = standardRuleSet();
  return (scenario) => void session.frame({ scenario, baseline, level: LEVEL, options: DEFAULT_OPTIONS });
}

/** Another figure at every move, so that nothing can be remembered. */
function eachMove(frames: Frames, move: (ruleSet: RuleSet, figure: number) => RuleSet): () => void {
  let moves = 0;
  return () => {
    moves += 1;
    frames(move(standardRuleSet(), 1 + (moves % 37)));
  };
}
