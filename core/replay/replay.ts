/** Replaying: from the compiled streams and the levers' numbers to when each lead reached each level (REPLAY.md section 3). */
import type { RuleSet } from '../rule-set/rule-set.ts';
import { readStream } from './award-stream.ts';
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
  const output = emptyOutput(compiled.history.leads.count, ruleSet);
  run(kernelInput(compiled, ruleSet, readsNow), output, compiled.history.leads.count);
  return {
    facts: compiled.facts,
    now: output.now,
    nowByDimension: output.nowByDimension,
    levels: output.peak.map((peak, level) => ({ peak, reachedAtMs: output.reachedAtMs[level] ?? new Float64Array(0) })),
  };
}

/** One lead as the replay has it. */
export interface LeadReplay {
  /** As the replay takes them; empty for a customer, who is not replayed. */
  readonly looks: readonly Look[];
  /** Score at `asOf`. */
  readonly now: number;
  /** In the order of the rule set. */
  readonly nowByDimension: readonly number[];
  /** In the order of the rule set's levels; NaN as in `LevelReplay`. */
  readonly levels: readonly { readonly peak: number; readonly reachedAtMs: number }[];
}

/** Replays one lead and reads nothing of the others. */
export function replayLead(compiled: CompiledReplay, ruleSet: RuleSet, lead: number): LeadReplay {
  const { facts, leads, signatures } = compiled;
  const looks: Look[] = [];
  const output = emptyOutput(1, ruleSet);
  const input: KernelInput = {
    stream: readStream(compiled.openAwards(), facts.horizonMs, lead, lead + 1),
    plan: planScore(compiled, ruleSet, NO_HOURS),
    leads: {
      createdAtMs: leads.createdAtMs.subarray(lead, lead + 1),
      createdHour: leads.createdHour.subarray(lead, lead + 1),
      exists: leads.exists.subarray(lead, lead + 1),
      isCustomer: leads.isCustomer.subarray(lead, lead + 1),
    },
    signatureOf: signatures.ofLead.subarray(lead, lead + 1),
    asOfHour: hourOf(facts.asOfMs),
    readsNow: true,
  };
  runKernel(input, output, 0, 1, looks);
  const only = (column: Float64Array | undefined): number => column?.[0] ?? Number.NaN;
  return {
    looks,
    now: only(output.now),
    nowByDimension: output.nowByDimension.map(only),
    levels: output.peak.map((peak, level) => ({ peak: only(peak), reachedAtMs: only(output.reachedAtMs[level]) })),
  };
}

/** The looks at one lead, as the replay takes them; empty for a customer, who is not replayed. */
export const looksOf = (compiled: CompiledReplay, ruleSet: RuleSet, lead: number): readonly Look[] =>
  replayLead(compiled, ruleSet, lead).looks;

/** For the few awards of one lead the formula is sooner done than a table. */
const NO_HOURS = 0;

function kernelInput(compiled: CompiledReplay, ruleSet: RuleSet, readsNow: boolean): KernelInput {
  const { facts, stream, leads, signatures } = compiled;
  return {
    stream,
    plan: planScore(compiled, ruleSet),
    leads,
    signatureOf: signatures.ofLead,
    asOfHour: hourOf(facts.asOfMs),
    readsNow,
  };
}

function emptyOutput(leadCount: number, ruleSet: RuleSet): KernelOutput {
  const column = (): Float64Array => sharedFloat64(leadCount).fill(Number.NaN);
  return {
    reachedAtMs: ruleSet.levels.map(column),
    peak: ruleSet.levels.map(column),
    now: column(),
    nowByDimension: ruleSet.dimensions.map(column),
  };
}
