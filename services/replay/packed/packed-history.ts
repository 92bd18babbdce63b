/** A compiled history, packed and ready for its levers: the memory, the kernels made for it, and the threads on it. */
import type { CompiledReplay } from '../../../core/replay/compile.ts';
import { hourOf } from '../../../core/replay/decay.ts';
import { kernelModule } from '../../../core/replay/packed/kernel-code.ts';
import { cellRowBytes } from '../../../core/replay/packed/kernel-memory.ts';
import { isTimed } from '../../../core/replay/packed/kernel-shape.ts';
import { createLeverMemory, type LeverMemory } from '../../../core/replay/packed/lever-memory.ts';
import type { LeverPlan, PackDemand } from '../../../core/replay/packed/lever-plan.ts';
import { packHistory } from '../../../core/replay/packed/pack-history.ts';
import type { PackedStore } from '../../../core/replay/packed/packed-store.ts';
import { createRulePoints, type RulePoints } from '../../../core/replay/packed/rule-points.ts';
import { signatureTables } from '../../../core/replay/packed/signature-tables.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { type ChunkThreads, createChunkThreads } from './chunk-threads.ts';
import { isRunnable, sharedMemory, type WasmMemory, type WasmModule, wasmModuleOf } from './web-assembly.ts';

export interface PackedHistory {
  readonly compiled: CompiledReplay;
  readonly store: PackedStore;
  readonly threads: ChunkThreads;
  readonly levers: LeverMemory;
  readonly rulePoints: RulePoints;
  readonly kernelFor: (plan: LeverPlan) => { readonly key: string; readonly module: WasmModule };
  readonly close: () => void;
}

/** Null where it does not fit or the machine cannot run it; then only the plain kernel can replay it. */
export function packCompiled(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  demand: PackDemand,
  sample: readonly number[],
  workerUrl: URL | null,
): PackedHistory | null {
  if (!isRunnable(kernelModule(demand.shape))) return null;
  const given: { memory: WasmMemory | null } = { memory: null };
  const { shape } = demand;
  const rulePoints = createRulePoints(compiled.signatures);
  const store = packHistory({
    source: compiled.openAwards(),
    facts: compiled.facts,
    leads: compiled.leads,
    signatures: compiled.signatures,
    cells: demand.cells,
    isCleared: ruleSet.rules.filter(isTimed).map((rule) => ruleSet.recycle?.clear.includes(rule.dimension) === true),
    room: {
      // A limit that is switched on, or a second half-life, should not pack the history anew.
      bases: ruleSet.dimensions.length + ruleSet.groups.length,
      cellRowBytes: cellRowBytes(shape) + 32,
      halfLives: Math.max(4, shape.halfLivesHours.length),
    },
    fixed: signatureTables(ruleSet, shape, rulePoints, compiled.signatures.count).fixed,
    sample,
    allocate: (bytes) => {
      given.memory = sharedMemory(bytes);
      return given.memory?.buffer ?? null;
    },
  });
  if (store === null || given.memory === null) return null;
  const part = {
    memory: given.memory,
    store: { sizes: store.sizes, addresses: store.addresses, chunks: store.chunks },
  };
  const threads = createChunkThreads(part, workerUrl);
  let made: { readonly key: string; readonly module: WasmModule } | undefined;
  return {
    compiled,
    store,
    threads,
    levers: createLeverMemory(store),
    rulePoints,
    kernelFor: ({ shape: planned, shapeKey: key }) => {
      if (made?.key === key) return made;
      const kernel = { key, module: wasmModuleOf(kernelModule(planned)) };
      made = kernel;
      return kernel;
    },
    close: threads.close,
  };
}

/** The greatest age in hours that an award of the history can reach. */
export function longestHours({ history, facts }: CompiledReplay): number {
  let earliestMs = facts.asOfMs;
  const { offsets, atMs } = history.activities;
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    const createdAtMs = history.leads.createdAtMs[lead] ?? facts.asOfMs;
    if (createdAtMs < earliestMs) earliestMs = createdAtMs;
    const first = offsets[lead] ?? 0;
    if (first < (offsets[lead + 1] ?? 0)) earliestMs = Math.min(earliestMs, atMs[first] ?? earliestMs);
  }
  return hourOf(facts.asOfMs) - hourOf(earliestMs) + 1;
}
