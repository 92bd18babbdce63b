/** Replaying: from the compiled streams and the levers' numbers to when each lead reached each level (REPLAY.md section 3). */
import type { RuleSet } from '../rule-set/rule-set.ts';
import type { CompiledReplay } from './compile.ts';
import { hourOf } from './decay.ts';
import { runKernel } from './kernel.ts';
import type { KernelInput, KernelOutput } from './kernel-state.ts';
import type { Look } from './ledger.ts';
import type { ReplayResult } from './replay-result.ts';
import { planScore } from './score-plan.ts';
import { sharedFloat64 } from './shared-columns.ts';

/** Runs the loop over all leads, on one thread or on several. */
export type RunReplay = (input: KernelInput, output: KernelOutput, leadCount: number) => void;

export const runOnOneThread: RunReplay = (input, output, leadCount) => runKernel(input, output, 0, leadCount);

/**
 * `ruleSet` may differ from the compiled one in levers only (`isCompiledFor`). Without `readsNow` the scores now are NaN:
 * the levels are there sooner.
 */
export function replay(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  readsNow = true,
  run: RunReplay = runOnOneThread,
): ReplayResult {
  const output = emptyOutput(compiled, ruleSet);
  run(kernelInput(compiled, ruleSet, readsNow), output, compiled.history.leads.count);
  return {
    facts: compiled.facts,
    now: output.now,
    nowByDimension: output.nowByDimension,
    levels: output.peak.map((peak, level) => ({ peak, reachedAtMs: output.reachedAtMs[level] ?? new Float64Array(0) })),
  };
}

/** The looks at one lead, as the replay takes them; empty for a customer, who is not replayed. */
export function looksOf(compiled: CompiledReplay, ruleSet: RuleSet, lead: number): readonly Look[] {
  const looks: Look[] = [];
  runKernel(kernelInput(compiled, ruleSet, false), emptyOutput(compiled, ruleSet), lead, lead + 1, looks);
  return looks;
}

function kernelInput(compiled: CompiledReplay, ruleSet: RuleSet, readsNow: boolean): KernelInput {
  const { facts, stream, leads } = compiled;
  return { stream, plan: planScore(compiled, ruleSet), leads, asOfHour: hourOf(facts.asOfMs), readsNow };
}

function emptyOutput(compiled: CompiledReplay, ruleSet: RuleSet): KernelOutput {
  const column = (): Float64Array => sharedFloat64(compiled.history.leads.count).fill(Number.NaN);
  return {
    reachedAtMs: ruleSet.levels.map(column),
    peak: ruleSet.levels.map(column),
    now: column(),
    nowByDimension: ruleSet.dimensions.map(column),
  };
}
