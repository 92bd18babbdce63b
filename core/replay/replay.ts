/** Replaying: from the compiled streams and the levers' numbers to when each lead reached each level (REPLAY.md section 3). */
import type { RuleSet } from '../rule-set/rule-set.ts';
import { type AwardStream, readStream } from './award-stream.ts';
import { type ClimbLog, type Climbs, createClimbLog } from './climbs.ts';
import type { CompiledReplay } from './compile.ts';
import { hourOf } from './decay.ts';
import { runKernel } from './kernel.ts';
import type { KernelInput, KernelOutput } from './kernel-state.ts';
import type { Look } from './ledger.ts';
import type { ReplayResult } from './replay-result.ts';
import { planScore, type ScorePlan } from './score-plan.ts';
import { sharedFloat64 } from './shared-columns.ts';

/**
 * `ruleSet` may differ from the compiled one in levers only (`isCompiledFor`). Without `readsNow` the scores now are NaN:
 * the levels are there sooner. `onBlock` hears how many leads of a large history have been replayed. `climbs` is filled.
 */
export function replay(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  readsNow = true,
  onBlock?: (replayed: number) => void,
  climbs?: ClimbLog,
): ReplayResult {
  const { count } = compiled.history.leads;
  const output = emptyOutput(count, ruleSet);
  const plan = planScore(compiled, ruleSet);
  if (compiled.history.activities.count <= MOST_ROWS_HELD) {
    runKernel(inputOf(compiled, compiled.stream, plan, readsNow, 0, count), output, 0, count, { climbs });
  } else {
    const source = compiled.openAwards();
    for (let from = 0; from < count; from += BLOCK_LEADS) {
      const to = Math.min(count, from + BLOCK_LEADS);
      const stream = readStream(source, compiled.facts.horizonMs, from, to);
      if (climbs !== undefined) climbs.firstLead = from;
      runKernel(inputOf(compiled, stream, plan, readsNow, from, to), partOf(output, from, to), 0, to - from, {
        climbs,
      });
      onBlock?.(to);
    }
  }
  return {
    facts: compiled.facts,
    now: output.now,
    nowByDimension: output.nowByDimension,
    levels: output.peak.map((peak, level) => ({ peak, reachedAtMs: output.reachedAtMs[level] ?? new Float64Array(0) })),
  };
}

/** How leads came to the peak of the level with this index; otherwise as `replay`. */
export function climbsOf(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  level: number,
  onBlock?: (replayed: number) => void,
): Climbs {
  const climbs = createClimbLog(level);
  replay(compiled, ruleSet, false, onBlock, climbs);
  return climbs;
}

/** With more activities the stream of all awards would take hundreds of megabytes: they are read again at each replay. */
const MOST_ROWS_HELD = 2_000_000;
const BLOCK_LEADS = 25_000;

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
  const looks: Look[] = [];
  const output = emptyOutput(1, ruleSet);
  const stream = readStream(compiled.openAwards(), compiled.facts.horizonMs, lead, lead + 1);
  const plan = planScore(compiled, ruleSet, NO_HOURS);
  runKernel(inputOf(compiled, stream, plan, true, lead, lead + 1), output, 0, 1, { looks });
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

/** The leads `from` up to `to`, of which the stream has the awards, as the only leads there are. */
function inputOf(
  { facts, leads, signatures }: CompiledReplay,
  stream: AwardStream,
  plan: ScorePlan,
  readsNow: boolean,
  from: number,
  to: number,
): KernelInput {
  return {
    stream,
    plan,
    leads: {
      createdAtMs: leads.createdAtMs.subarray(from, to),
      createdHour: leads.createdHour.subarray(from, to),
      exists: leads.exists.subarray(from, to),
      isCustomer: leads.isCustomer.subarray(from, to),
    },
    signatureOf: signatures.ofLead.subarray(from, to),
    asOfHour: hourOf(facts.asOfMs),
    readsNow,
  };
}

function partOf(output: KernelOutput, from: number, to: number): KernelOutput {
  const part = (column: Float64Array): Float64Array => column.subarray(from, to);
  return {
    reachedAtMs: output.reachedAtMs.map(part),
    peak: output.peak.map(part),
    now: part(output.now),
    nowByDimension: output.nowByDimension.map(part),
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
