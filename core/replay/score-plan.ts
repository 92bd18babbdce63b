/**
 * How the score is put together, prepared once a replay. Awards are summed in *accumulators*: one for each place in the
 * sum (a group, a dimension, or a single rule of a `best` group) and each decay, so that a look costs a few
 * multiplications whatever the number of rules.
 */
import type { Decay, Limits, RuleSet } from '../rule-set/rule-set.ts';
import type { CompiledReplay } from './compile.ts';
import { lifetimeHours, weightAt } from './decay.ts';

export interface ScorePlan {
  readonly dimensions: readonly DimensionPlan[];
  readonly total: Bounds;
  readonly accumulators: readonly AccumulatorPlan[];
  /** By slot of the stream: null for a rule that is switched off. */
  readonly slots: readonly (SlotPlan | null)[];
  readonly statics: readonly StaticPlan[];
  readonly levels: readonly LevelPlan[];
  /** Accumulators that a recycle empties. */
  readonly cleared: readonly number[];
  /** Slots with `disqualifies`: index in the list of watched lifetimes. */
  readonly watchedLifetimes: readonly number[];
  /** Which watched rules a recycle frees. */
  readonly clearedWatches: readonly number[];
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface DimensionPlan extends Bounds {
  readonly id: string;
  /** Accumulators of rules without a group. */
  readonly accumulators: readonly number[];
  readonly groups: readonly GroupPlan[];
}

export interface GroupPlan extends Bounds {
  readonly id: string;
  /** Index over all groups of the rule set. */
  readonly index: number;
  readonly best: boolean;
  readonly accumulators: readonly number[];
}

export interface AccumulatorPlan {
  readonly decay: Decay;
  readonly lifetimeHours: number;
  /** Weight by age in hours, as far as it is tabulated. */
  readonly weights: Float64Array;
}

export interface SlotPlan {
  readonly accumulator: number;
  readonly points: number;
  readonly max: number;
  /** Index in `watchedLifetimes`, or −1. */
  readonly watch: number;
}

/** An attribute, bands or counter rule. `group` −1: straight into the dimension. */
export interface StaticPlan {
  readonly values: Float64Array;
  /** Points by value for attribute and bands rules; null for counters. */
  readonly pointsByValue: readonly number[] | null;
  readonly points: number;
  readonly max: number;
  readonly dimension: number;
  readonly group: number;
  readonly best: boolean;
  readonly disqualifies: boolean;
}

/** Thresholds lowered by the tolerance of REPLAY.md section 3, so that ≥ is a plain comparison. */
export interface LevelPlan {
  readonly total: number;
  readonly minimums: readonly { readonly dimension: number; readonly least: number }[];
}

/** The least value that counts as at least `bound`: a ≥ b means a ≥ b − 1e-9 × max(1, |b|). */
export const leastFor = (bound: number): number => bound - 1e-9 * Math.max(1, Math.abs(bound));

export function planScore(compiled: CompiledReplay, ruleSet: RuleSet): ScorePlan {
  const dimensionIndex = new Map(ruleSet.dimensions.map((dimension, index) => [dimension.id, index]));
  const groupIndex = new Map(ruleSet.groups.map((group, index) => [group.id, index]));
  const accumulators: AccumulatorPlan[] = [];
  const accumulatorByKey = new Map<string, number>();
  const byGroup = ruleSet.groups.map((): number[] => []);
  const byDimension = ruleSet.dimensions.map((): number[] => []);
  const clearedDimensions = new Set(ruleSet.recycle?.clear ?? []);
  const cleared = new Set<number>();
  const slots: (SlotPlan | null)[] = Array.from({ length: compiled.slotByRule.size }, () => null);
  const statics: StaticPlan[] = [];
  const watchedLifetimes: number[] = [];
  const clearedWatches: number[] = [];
  for (const rule of ruleSet.rules) {
    if (!rule.enabled) continue;
    const dimension = dimensionIndex.get(rule.dimension) ?? 0;
    const group = rule.group === undefined ? -1 : (groupIndex.get(rule.group) ?? -1);
    const best = ruleSet.groups[group]?.combine === 'best';
    if (rule.kind === 'activity' || rule.kind === 'inactivity') {
      const place = best ? `rule ${rule.id}` : group >= 0 ? `group ${group}` : `dimension ${dimension}`;
      const key = `${place} ${JSON.stringify(rule.decay)}`;
      let accumulator = accumulatorByKey.get(key);
      if (accumulator === undefined) {
        accumulator = accumulators.length;
        accumulatorByKey.set(key, accumulator);
        accumulators.push(planAccumulator(rule.decay));
        (group >= 0 ? byGroup[group] : byDimension[dimension])?.push(accumulator);
      }
      if (clearedDimensions.has(rule.dimension)) cleared.add(accumulator);
      let watch = -1;
      if (rule.disqualifies) {
        watch = watchedLifetimes.push(lifetimeHours(rule.decay)) - 1;
        if (clearedDimensions.has(rule.dimension)) clearedWatches.push(watch);
      }
      const slot = compiled.slotByRule.get(rule.id);
      if (slot === undefined) throw new Error(`rule ${rule.id} is not compiled`);
      slots[slot] = { accumulator, points: rule.points, max: rule.max ?? Number.POSITIVE_INFINITY, watch };
    } else {
      const values = compiled.valuesByRule.get(rule.id);
      if (values === undefined) throw new Error(`rule ${rule.id} is not compiled`);
      statics.push({
        values,
        pointsByValue: rule.kind === 'bands' ? rule.bands.map((band) => band.points) : rule.kind === 'attribute' ? [0, rule.points] : null,
        points: rule.kind === 'counter' ? rule.points : 0,
        max: rule.kind === 'counter' ? (rule.max ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
        dimension,
        group,
        best,
        disqualifies: rule.disqualifies,
      });
    }
  }
  return {
    dimensions: ruleSet.dimensions.map((dimension, index) => ({
      id: dimension.id,
      ...bounds(dimension),
      accumulators: byDimension[index] ?? [],
      groups: ruleSet.groups.flatMap((group, at) => (group.dimension === dimension.id ? [{ id: group.id, index: at, ...bounds(group), best: group.combine === 'best', accumulators: byGroup[at] ?? [] }] : [])),
    })),
    total: bounds(ruleSet.total),
    accumulators,
    slots,
    statics,
    levels: ruleSet.levels.map((level) => ({
      total: leastFor(level.total),
      minimums: Object.entries(level.dimensions).map(([id, least]) => ({ dimension: dimensionIndex.get(id) ?? 0, least: leastFor(least) })),
    })),
    cleared: [...cleared],
    watchedLifetimes,
    clearedWatches,
  };
}

const bounds = (limits: Limits): Bounds => ({ min: limits.min ?? Number.NEGATIVE_INFINITY, max: limits.max ?? Number.POSITIVE_INFINITY });

/** Three years of hours: older awards are weighed by the formula. */
const TABULATED_HOURS = 26_280;

function planAccumulator(decay: Decay): AccumulatorPlan {
  const lifetime = lifetimeHours(decay);
  const hours = decay.kind === 'none' ? 0 : Math.min(lifetime, TABULATED_HOURS);
  return { decay, lifetimeHours: lifetime, weights: Float64Array.from({ length: hours }, (_, age) => weightAt(decay, age)) };
}
