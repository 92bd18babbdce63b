/** A packed history ready for its levers: the memory, the kernels made for it, and the threads on it. */
import type { CompiledReplay } from '../../../core/replay/compile.ts';
import { type CountShape, countModule } from '../../../core/replay/packed/count-code.ts';
import { type CountMemory, createCountMemory } from '../../../core/replay/packed/count-memory.ts';
import { calendarHours } from '../../../core/replay/packed/hour-calendar.ts';
import { kernelModule } from '../../../core/replay/packed/kernel-code.ts';
import { cellRowBytes } from '../../../core/replay/packed/kernel-memory.ts';
import { isTimed } from '../../../core/replay/packed/kernel-shape.ts';
import { createLeverMemory, type LeverMemory } from '../../../core/replay/packed/lever-memory.ts';
import {
  createLeverPlanner,
  type LeverPlan,
  type PackDemand,
  type PlanLevers,
} from '../../../core/replay/packed/lever-plan.ts';
import { type PackCrew, packHistory } from '../../../core/replay/packed/pack-history.ts';
import type { PackedStore } from '../../../core/replay/packed/packed-store.ts';
import { createRulePoints, type SignatureValues } from '../../../core/replay/packed/rule-points.ts';
import { signaturesByFixed } from '../../../core/replay/packed/signature-order.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { type ChunkThreads, createChunkThreads } from './chunk-threads.ts';
import type { MadeCode } from './chunk-work.ts';
import type { HistorySummary } from './history-summary.ts';
import type { SecondThread } from './second-thread.ts';
import type { Sharing } from './sharing.ts';
import { isRunnable, sharedMemory, type WasmMemory, wasmModuleOf } from './web-assembly.ts';

export interface PackedHistory extends PackedParts {
  readonly threads: ChunkThreads;
  readonly levers: LeverMemory;
  readonly planLevers: PlanLevers;
  readonly counting: CountMemory;
  readonly kernelFor: (plan: LeverPlan) => MadeCode;
  readonly counterFor: (shape: Omit<CountShape, 'addresses'>) => MadeCode;
  readonly close: () => void;
}

/** What a packed history is made of, and what of it is kept beside the workshop. */
export interface PackedParts {
  /** Of the compiled rules and the options: equal for all that differs in levers only. */
  readonly key: string;
  readonly summary: HistorySummary;
  readonly store: PackedStore;
  readonly memory: WasmMemory;
  readonly signatures: SignatureValues;
}

/** Null where it does not fit or the machine cannot run it; then only the plain kernel can replay it. */
export function packCompiled(
  key: string,
  compiled: CompiledReplay,
  summary: HistorySummary,
  ruleSet: RuleSet,
  demand: PackDemand,
  sample: readonly number[],
  { crew, sharing }: { readonly crew: PackCrew; readonly sharing: Sharing },
): PackedParts | null {
  const { shape } = demand;
  if (!isRunnable(kernelModule(shape))) return null;
  const { asOfMs, calendar, sqls } = summary.cohort;
  const signatures = signaturesByFixed(compiled.signatures, ruleSet, shape);
  const given: { memory: WasmMemory | null } = { memory: null };
  const store = packHistory({
    plan: compiled.awardPlan,
    facts: compiled.facts,
    leads: compiled.leads,
    signatures,
    cells: demand.cells,
    isCleared: ruleSet.rules.filter(isTimed).map((rule) => ruleSet.recycle?.clear.includes(rule.dimension) === true),
    room: {
      // A limit that is switched on, or a second half-life, should not pack the history anew.
      bases: ruleSet.dimensions.length + ruleSet.groups.length,
      cellRowBytes: cellRowBytes(shape) + 32,
      halfLives: Math.max(4, shape.halfLivesHours.length),
      levels: Math.max(6, ruleSet.levels.length),
      hours: calendarHours(calendar.earliestMs, asOfMs),
      months: calendar.monthStartsMs.length,
      weeks: calendar.weeks,
      converted: sqls,
    },
    sample,
    allocate: (bytes) => {
      given.memory = sharedMemory(bytes);
      return given.memory?.buffer ?? null;
    },
    crew,
    leadsPerBlock: sharing.leadsPerBlock,
    wordsPerChunk: sharing.wordsPerChunk,
  });
  if (store === null || given.memory === null) return null;
  return { key, summary, store, memory: given.memory, signatures };
}

/** `second` null: one thread only. */
export function openPacked(parts: PackedParts, second: SecondThread | null): PackedHistory {
  const { store, memory, signatures, summary } = parts;
  const { sizes, addresses, chunks } = store;
  const threads = createChunkThreads({ memory, store: { sizes, addresses, chunks } }, second);
  const kernels = keptCode();
  const counters = keptCode();
  const { asOfMs, calendar } = summary.cohort;
  return {
    ...parts,
    threads,
    levers: createLeverMemory(store),
    planLevers: createLeverPlanner(store, createRulePoints(signatures)),
    counting: createCountMemory(store, threads.columns, { ...calendar, asOfMs }),
    kernelFor: ({ shape, shapeKey: key }) => kernels(key, () => kernelModule(shape)),
    counterFor: (shape) => counters(JSON.stringify(shape), () => countModule({ ...shape, addresses })),
    close: threads.close,
  };
}

/** A rule set and its baseline take turns, and so do the levels of the charts: the code of each is made once. */
function keptCode(): (key: string, make: () => Uint8Array) => MadeCode {
  const known = new Map<string, MadeCode>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_CODES) known.clear();
    const made = { key, module: wasmModuleOf(make()) };
    known.set(key, made);
    return made;
  };
}

const MOST_CODES = 16;
