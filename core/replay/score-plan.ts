/**
 * How the score is put together, prepared once a replay and laid flat for the loop that reads it millions of times.
 * Awards are summed in *accumulators*, one for each place in the sum and each decay; a *node* is such a place: the rules of
 * a dimension that stand in no group, or a group. In a `best` group every rule has an accumulator of its own.
 */
import type { Decay, Limits, Rule, RuleSet } from '../rule-set/rule-set.ts';
import type { CompiledReplay } from './compile.ts';
import { lifetimeHours, weightAt } from './decay.ts';
import { sharedFloat64, sharedFrom } from './shared-columns.ts';

export interface ScorePlan {
  /** Nodes of dimension d: `nodesOf[d]` up to `nodesOf[d + 1]`. */
  readonly nodesOf: Int32Array;
  readonly dimensionLimits: FlatLimits;
  /** Accumulators of node n: `accumulatorsOf[n]` up to `accumulatorsOf[n + 1]`. */
  readonly accumulatorsOf: Int32Array;
  readonly nodeLimits: FlatLimits;
  /** 1: `combine: best`. */
  readonly nodeIsBest: Uint8Array;
  readonly total: { readonly min: number; readonly max: number };
  readonly accumulators: readonly AccumulatorPlan[];
  /** By slot of the stream; a rule that is switched off has `max` 0. */
  readonly slots: SlotColumns;
  readonly statics: readonly StaticPlan[];
  readonly levels: readonly LevelPlan[];
  /** Accumulators that a recycle empties. */
  readonly cleared: Int32Array;
  /** Lifetimes of the rules that disqualify: a rule is watched by its index here. */
  readonly watchedLifetimes: Float64Array;
  /** Watched rules that a recycle frees. */
  readonly clearedWatches: Int32Array;
}

export interface FlatLimits {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

export interface AccumulatorPlan {
  readonly decay: Decay;
  readonly lifetimeHours: number;
  /** Weight by age in hours, as far as it is tabulated. */
  readonly weights: Float64Array;
}

export interface SlotColumns {
  readonly accumulator: Int32Array;
  readonly points: Float64Array;
  /** Awards with this ordinal or a later one are not given. */
  readonly max: Float64Array;
  /** Index in `watchedLifetimes`, or −1. */
  readonly watch: Int32Array;
}

/** An attribute, bands or counter rule. */
export interface StaticPlan {
  /** By signature of the lead: NaN where the rule gives nothing. */
  readonly values: Float64Array;
  /** Points by value for attribute and bands rules; null for counters, which give `points` times the value up to `max`. */
  readonly pointsByValue: Float64Array | null;
  readonly points: number;
  readonly max: number;
  readonly node: number;
  readonly disqualifies: boolean;
}

/** Thresholds lowered by the tolerance of REPLAY.md section 3, so that ≥ is a plain comparison. */
export interface LevelPlan {
  readonly total: number;
  readonly minimums: readonly { readonly dimension: number; readonly least: number }[];
}

/** The least value that counts as at least `bound`: a ≥ b means a ≥ b − 1e-9 × max(1, |b|). */
export const leastFor = (bound: number): number => bound - 1e-9 * Math.max(1, Math.abs(bound));

/** Three years of hours: older awards are weighed by the formula. */
const TABULATED_HOURS = 26_280;

/** `tabulatedHours`: for so many ages weights are worked out beforehand, which pays when many leads are replayed. */
export function planScore(compiled: CompiledReplay, ruleSet: RuleSet, tabulatedHours = TABULATED_HOURS): ScorePlan {
  const nodes = ruleSet.dimensions.flatMap((dimension): readonly Node[] => [
    { dimension: dimension.id, limits: {}, best: false },
    ...ruleSet.groups
      .filter((group) => group.dimension === dimension.id)
      .map((group) => ({ dimension: dimension.id, group: group.id, limits: group, best: group.combine === 'best' })),
  ]);
  const nodeOf = (rule: Rule): number =>
    nodes.findIndex((node) => node.dimension === rule.dimension && node.group === rule.group);
  const enabled = ruleSet.rules.filter((rule) => rule.enabled);
  const { accumulators, accumulatorsOf, accumulatorOf } = planAccumulators(enabled, nodes, nodeOf, tabulatedHours);
  const isCleared = (rule: Rule): boolean => ruleSet.recycle?.clear.includes(rule.dimension) === true;
  const slots = emptySlots(compiled.slotByRule.size);
  const statics: StaticPlan[] = [];
  const cleared = new Set<number>();
  const watchedLifetimes: number[] = [];
  const clearedWatches: number[] = [];
  for (const rule of enabled) {
    if (rule.kind !== 'activity' && rule.kind !== 'inactivity') {
      statics.push(planStatic(compiled, rule, nodeOf(rule)));
      continue;
    }
    const slot = compiled.slotByRule.get(rule.id);
    if (slot === undefined) throw new Error(`rule ${rule.id} is not compiled`);
    const accumulator = accumulatorOf(rule);
    slots.accumulator[slot] = accumulator;
    slots.points[slot] = rule.points;
    slots.max[slot] = rule.max ?? Number.POSITIVE_INFINITY;
    if (isCleared(rule)) cleared.add(accumulator);
    if (!rule.disqualifies) continue;
    const watch = watchedLifetimes.push(lifetimeHours(rule.decay)) - 1;
    slots.watch[slot] = watch;
    if (isCleared(rule)) clearedWatches.push(watch);
  }
  const dimensionIndex = new Map(ruleSet.dimensions.map((dimension, index) => [dimension.id, index]));
  return {
    nodesOf: Int32Array.from([
      ...ruleSet.dimensions.map(({ id }) => nodes.findIndex((node) => node.dimension === id)),
      nodes.length,
    ]),
    dimensionLimits: flatLimits(ruleSet.dimensions),
    accumulatorsOf,
    nodeLimits: flatLimits(nodes.map((node) => node.limits)),
    nodeIsBest: Uint8Array.from(nodes, (node) => (node.best ? 1 : 0)),
    total: { min: ruleSet.total.min ?? Number.NEGATIVE_INFINITY, max: ruleSet.total.max ?? Number.POSITIVE_INFINITY },
    accumulators,
    slots,
    statics,
    levels: ruleSet.levels.map((level) => ({
      total: leastFor(level.total),
      minimums: Object.entries(level.dimensions).map(([id, least]) => ({
        dimension: dimensionIndex.get(id) ?? 0,
        least: leastFor(least),
      })),
    })),
    cleared: Int32Array.from(cleared),
    watchedLifetimes: Float64Array.from(watchedLifetimes),
    clearedWatches: Int32Array.from(clearedWatches),
  };
}

interface Node {
  readonly dimension: string;
  readonly group?: string;
  readonly limits: Limits;
  readonly best: boolean;
}

function planAccumulators(
  rules: readonly Rule[],
  nodes: readonly Node[],
  nodeOf: (rule: Rule) => number,
  tabulatedHours: number,
) {
  const keyOf = (rule: Rule): string =>
    rule.kind === 'activity' || rule.kind === 'inactivity'
      ? `${JSON.stringify(rule.decay)} ${nodes[nodeOf(rule)]?.best === true ? rule.id : ''}`
      : '';
  const accumulators: AccumulatorPlan[] = [];
  const indexByKey = new Map<string, number>();
  const firsts = nodes.map((_, node) => {
    const first = accumulators.length;
    for (const rule of rules) {
      if (nodeOf(rule) !== node || (rule.kind !== 'activity' && rule.kind !== 'inactivity')) continue;
      const key = `${node} ${keyOf(rule)}`;
      if (indexByKey.has(key)) continue;
      indexByKey.set(key, accumulators.length);
      accumulators.push(planAccumulator(rule.decay, tabulatedHours));
    }
    return first;
  });
  return {
    accumulators,
    accumulatorsOf: Int32Array.from([...firsts, accumulators.length]),
    accumulatorOf: (rule: Rule): number => indexByKey.get(`${nodeOf(rule)} ${keyOf(rule)}`) ?? 0,
  };
}

function planAccumulator(decay: Decay, tabulatedHours: number): AccumulatorPlan {
  const lifetime = lifetimeHours(decay);
  const hours = decay.kind === 'none' ? 0 : Math.min(lifetime, tabulatedHours);
  return {
    decay,
    lifetimeHours: lifetime,
    weights: sharedFrom(sharedFloat64(hours), (age) => weightAt(decay, age)),
  };
}

function planStatic(
  compiled: CompiledReplay,
  rule: Exclude<Rule, { kind: 'activity' | 'inactivity' }>,
  node: number,
): StaticPlan {
  const values = compiled.signatures.valuesByRule.get(rule.id);
  if (values === undefined) throw new Error(`rule ${rule.id} is not compiled`);
  const shared = { values, node, disqualifies: rule.disqualifies };
  switch (rule.kind) {
    case 'attribute':
      return { ...shared, pointsByValue: Float64Array.of(0, rule.points), points: 0, max: 0 };
    case 'bands':
      return { ...shared, pointsByValue: Float64Array.from(rule.bands, (band) => band.points), points: 0, max: 0 };
    case 'counter':
      return { ...shared, pointsByValue: null, points: rule.points, max: rule.max ?? Number.POSITIVE_INFINITY };
  }
}

const emptySlots = (count: number): SlotColumns => ({
  accumulator: new Int32Array(count),
  points: new Float64Array(count),
  max: new Float64Array(count),
  watch: new Int32Array(count).fill(-1),
});

const flatLimits = (limits: readonly Limits[]): FlatLimits => ({
  min: Float64Array.from(limits, (limit) => limit.min ?? Number.NEGATIVE_INFINITY),
  max: Float64Array.from(limits, (limit) => limit.max ?? Number.POSITIVE_INFINITY),
});
