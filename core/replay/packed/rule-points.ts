/** What one attribute, bands or counter rule gives, by signature; kept until the rule changes, since levers move one at a time. */
import type { Rule } from '../../rule-set/rule-set.ts';
import type { LeadSignatures } from '../award-source.ts';
import { isTimed, type TimedRule } from './kernel-shape.ts';

/** All of the signatures but whose they are. */
export type SignatureValues = Pick<LeadSignatures, 'count' | 'valuesByRule'>;

export type StaticRule = Exclude<Rule, TimedRule>;

export interface PointsOfRule {
  /** 0 where the rule gives nothing. */
  readonly points: Float64Array;
  /** 1: an award of the rule stands. */
  readonly stands: Uint8Array;
}

export type RulePoints = (rule: StaticRule) => PointsOfRule;

export const isStatic = (rule: Rule): rule is StaticRule => !isTimed(rule);

export function createRulePoints(signatures: SignatureValues): RulePoints {
  const known = new Map<string, PointsOfRule & { readonly key: string }>();
  return (rule) => {
    const key = JSON.stringify(rule);
    const before = known.get(rule.id);
    if (before?.key === key) return before;
    const found = { key, ...pointsOfRule(rule, signatures) };
    known.set(rule.id, found);
    return found;
  };
}

function pointsOfRule(rule: StaticRule, { count, valuesByRule }: SignatureValues): PointsOfRule {
  const points = new Float64Array(count);
  const stands = new Uint8Array(count);
  const values = valuesByRule.get(rule.id);
  if (values === undefined) return { points, stands };
  for (let signature = 0; signature < count; signature += 1) {
    const found = values[signature] ?? Number.NaN;
    if (Number.isNaN(found)) continue;
    const times = rule.kind === 'counter' ? Math.min(found, rule.max ?? Number.POSITIVE_INFINITY) : 1;
    if (times <= 0) continue;
    points[signature] = rule.kind === 'bands' ? (rule.bands[found]?.points ?? 0) : rule.points * times;
    stands[signature] = 1;
  }
  return { points, stands };
}
