/** Signatures numbered by what attributes give, so that leads that stand side by side are much alike. */
import type { RuleSet } from '../../rule-set/rule-set.ts';
import type { LeadSignatures } from '../award-source.ts';
import type { KernelShape } from './kernel-shape.ts';
import { createRulePoints } from './rule-points.ts';
import { signatureTables } from './signature-tables.ts';

/** The same signatures under other numbers: ascending by the part of the total that does not move. */
export function signaturesByFixed(signatures: LeadSignatures, ruleSet: RuleSet, shape: KernelShape): LeadSignatures {
  const { count, ofLead, valuesByRule } = signatures;
  const { fixed } = signatureTables(ruleSet, shape, createRulePoints(signatures), count);
  const order = Int32Array.from({ length: count }, (_, signature) => signature).sort(
    (left, right) => (fixed[left] ?? 0) - (fixed[right] ?? 0),
  );
  const numberOf = new Int32Array(count);
  order.forEach((signature, number) => {
    numberOf[signature] = number;
  });
  const inOrder = (values: Float64Array): Float64Array =>
    Float64Array.from(order, (signature) => values[signature] ?? 0);
  return {
    count,
    ofLead: ofLead.map((signature) => numberOf[signature] ?? 0),
    valuesByRule: new Map(Array.from(valuesByRule, ([rule, values]) => [rule, inOrder(values)])),
  };
}
