/** How far a lever is moved to see what it moves: round numbers, as one would try them in a meeting. */
import type { Range } from '../rule-set/document-reader.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';

/** A quarter of the value, whole and at least 1; of one with decimals in hundredths, so that half a point does not change its sign. */
export const quarterOf = (value: number): number =>
  Number.isInteger(value)
    ? Math.max(1, Math.round(Math.abs(value) / 4))
    : Math.max(0.01, Math.round(Math.abs(value) * 25) / 100);

/** For thresholds and minimums: the largest of 1, 2, 5, 10, 20, … that is no more than a tenth of the threshold; at least 1. */
export function thresholdStep(threshold: number): number {
  const most = Math.max(1, Math.abs(threshold) / 10);
  const decade = 10 ** Math.floor(Math.log10(most) + 1e-9);
  const factor = [5, 2, 1].find((candidate) => candidate * decade <= most * (1 + 1e-9)) ?? 1;
  return factor * decade;
}

/** A lever moved to these values, without the dust of binary fractions; null beyond what a rule set may say. */
export function steppedTo(
  values: readonly number[],
  { least, most }: Pick<Range, 'least' | 'most'>,
  ruleSetWith: (values: readonly number[]) => RuleSet,
): { readonly values: readonly number[]; readonly ruleSet: RuleSet } | null {
  const rounded = values.map((value) => Math.round(value * 100) / 100);
  return rounded.some((value) => value < least || value > most)
    ? null
    : { values: rounded, ruleSet: ruleSetWith(rounded) };
}
