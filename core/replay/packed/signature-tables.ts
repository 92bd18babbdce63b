/** What attributes, bands and counters give, once for each signature. */
import type { Limits, Rule, RuleSet } from '../../rule-set/rule-set.ts';
import type { LeadSignatures } from '../award-source.ts';
import { isOwnNode, isTimed, type KernelShape } from './kernel-shape.ts';

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

export function signatureTables(ruleSet: RuleSet, shape: KernelShape, signatures: LeadSignatures): SignatureTables {
  const { count } = signatures;
  const statics = ruleSet.rules.filter((rule) => rule.enabled && !isTimed(rule));
  const fixed = new Float64Array(count);
  const bases = new Float64Array(count * shape.bases);
  const isDisqualified = new Uint8Array(count);
  for (const rule of statics) {
    if (!rule.disqualifies) continue;
    const { stands } = pointsOf([rule], signatures);
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
    const sum = pointsOf(loose, signatures).sums;
    for (const group of ruleSet.groups) {
      if (group.dimension !== dimension.id || !isOwnNode(group)) continue;
      const inGroup = inside.filter((rule) => rule.group === group.id);
      const node = timed?.nodes.find((one) => one.group === group.id);
      if (node === undefined) {
        const { sums, best } = pointsOf(inGroup, signatures);
        addTo(sum, 1, 0, held(group.combine === 'best' ? best.map(zeroWhereNone) : sums, group));
      } else if (node.base !== null) {
        const { sums, best } = pointsOf(inGroup, signatures);
        addTo(bases, shape.bases, node.base, node.isBest ? best : sums);
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

/** By signature: the sum of the rules' awards, the best of them (−Infinity when none stands), and whether one stands. */
function pointsOf(rules: readonly Rule[], { count, valuesByRule }: LeadSignatures) {
  const sums = new Float64Array(count);
  const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const stands = new Uint8Array(count);
  for (const rule of rules) {
    const values = valuesByRule.get(rule.id);
    if (values === undefined || isTimed(rule)) continue;
    for (let signature = 0; signature < count; signature += 1) {
      const found = values[signature] ?? Number.NaN;
      if (Number.isNaN(found)) continue;
      const times = rule.kind === 'counter' ? Math.min(found, rule.max ?? Number.POSITIVE_INFINITY) : 1;
      if (times <= 0) continue;
      const points = rule.kind === 'bands' ? (rule.bands[found]?.points ?? 0) : rule.points * times;
      sums[signature] = (sums[signature] ?? 0) + points;
      best[signature] = Math.max(best[signature] ?? 0, points);
      stands[signature] = 1;
    }
  }
  return { sums, best, stands };
}
