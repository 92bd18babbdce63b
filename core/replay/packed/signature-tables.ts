/** What attributes, bands and counters give, once for each signature. */
import type { Limits, RuleSet } from '../../rule-set/rule-set.ts';
import { isOwnNode, type KernelShape } from './kernel-shape.ts';
import { isStatic, type RulePoints, type StaticRule } from './rule-points.ts';

export interface SignatureTables {
  /** The part of the total that does not change with time. */
  readonly fixed: Float64Array;
  /** Rows of the figures that stand inside limits together with timed awards: `shape.bases` a signature. */
  readonly bases: Float64Array;
  /** 1: a rule disqualifies. */
  readonly isDisqualified: Uint8Array;
  /** Values of the dimensions without timed rules, by dimension index; null for the others. */
  readonly byDimension: readonly (Float64Array | null)[];
}

/** `count`: of signatures. */
export function signatureTables(
  ruleSet: RuleSet,
  shape: KernelShape,
  pointsOf: RulePoints,
  count: number,
): SignatureTables {
  const statics = ruleSet.rules.filter(isStatic).filter((rule) => rule.enabled);
  const fixed = new Float64Array(count);
  const bases = new Float64Array(count * shape.bases);
  const isDisqualified = new Uint8Array(count);
  for (const rule of statics) {
    if (!rule.disqualifies) continue;
    const { stands } = pointsOf(rule);
    for (let signature = 0; signature < count; signature += 1)
      if (stands[signature] === 1) isDisqualified[signature] = 1;
  }
  const addTo = (target: Float64Array, stride: number, offset: number, values: Float64Array): void => {
    for (let signature = 0; signature < count; signature += 1)
      target[signature * stride + offset] = (target[signature * stride + offset] ?? 0) + (values[signature] ?? 0);
  };
  const byDimension = ruleSet.dimensions.map((dimension, index) => {
    const timed = shape.dimensions.find((one) => one.index === index);
    const inside = statics.filter((rule) => rule.dimension === dimension.id);
    const loose = inside.filter((rule) => {
      const group = ruleSet.groups.find(({ id }) => id === rule.group);
      return group === undefined || !isOwnNode(group);
    });
    const sum = sumOf(loose, pointsOf, count);
    for (const group of ruleSet.groups) {
      if (group.dimension !== dimension.id || !isOwnNode(group)) continue;
      const inGroup = inside.filter((rule) => rule.group === group.id);
      const node = timed?.nodes.find((one) => one.group === group.id);
      const isBest = group.combine === 'best';
      if (node === undefined) {
        const value = isBest ? bestOf(inGroup, pointsOf, count).map(zeroWhereNone) : sumOf(inGroup, pointsOf, count);
        addTo(sum, 1, 0, held(value, group));
      } else if (node.base !== null) {
        addTo(bases, shape.bases, node.base, (isBest ? bestOf : sumOf)(inGroup, pointsOf, count));
      }
    }
    if (timed === undefined) {
      const value = held(sum, dimension);
      addTo(fixed, 1, 0, value);
      return value;
    }
    if (timed.base === null) addTo(fixed, 1, 0, sum);
    else addTo(bases, shape.bases, timed.base, sum);
    return null;
  });
  return { fixed, bases, isDisqualified, byDimension };
}

const zeroWhereNone = (value: number): number => (value === Number.NEGATIVE_INFINITY ? 0 : value);

function held(values: Float64Array, { min, max }: Limits): Float64Array {
  if (min === undefined && max === undefined) return values;
  const least = min ?? Number.NEGATIVE_INFINITY;
  const most = max ?? Number.POSITIVE_INFINITY;
  return values.map((value) => (value > most ? most : value < least ? least : value));
}

function sumOf(rules: readonly StaticRule[], pointsOf: RulePoints, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (const rule of rules) {
    const { points } = pointsOf(rule);
    for (let signature = 0; signature < count; signature += 1)
      sums[signature] = (sums[signature] ?? 0) + (points[signature] ?? 0);
  }
  return sums;
}

/** −Infinity where no award stands. */
function bestOf(rules: readonly StaticRule[], pointsOf: RulePoints, count: number): Float64Array {
  const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (const rule of rules) {
    const { points, stands } = pointsOf(rule);
    for (let signature = 0; signature < count; signature += 1)
      if (stands[signature] === 1) best[signature] = Math.max(best[signature] ?? 0, points[signature] ?? 0);
  }
  return best;
}
