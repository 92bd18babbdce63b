import { foldText } from '../text.ts';
import type { Feature } from './feature.ts';
import type { LearningLimits } from './learn/learning-data.ts';
import { MOST_RULES, type Sign, type SuggestionConstraints } from './suggestion.ts';

/** What the constraints leave each feature; `fixed` rules take their share of the rules. */
export function learningLimits(features: readonly Feature[], constraints: SuggestionConstraints): LearningLimits {
  const { multipleOf, rules, fixed } = constraints;
  const most = mostUnits(constraints);
  const signs = features.map((feature) => signOf(feature, constraints));
  return {
    unit: multipleOf,
    lowest: signs.map((sign) => (sign === 'positive' ? 0 : -most)),
    highest: signs.map((sign) => (sign === 'negative' ? 0 : most)),
    mostRules: rules - fixed.length,
  };
}

/** Why nothing can be learned within them; null: something can. */
export function constraintFault({ rules, fixed, maxPoints, multipleOf }: SuggestionConstraints): string | null {
  if (!Number.isInteger(rules) || rules < 1 || rules > MOST_RULES)
    return `rules: a whole number from 1 to ${MOST_RULES}`;
  if (rules <= fixed.length)
    return `rules: ${fixed.length} are fixed, so at least ${fixed.length + 1} have to be allowed`;
  if (!isPoints(multipleOf)) return 'the multiple: above 0, with at most two decimals';
  if (!isPoints(maxPoints) || maxPoints < multipleOf)
    return `the largest points: at least ${multipleOf}, of which points are multiples`;
  return mostUnits({ maxPoints, multipleOf }) > MOST_UNITS
    ? `the largest points: at most ${MOST_UNITS} times ${multipleOf}, of which points are multiples`
    : null;
}

/** Finer points than a hundredth of the largest say nothing, and would take long to search. */
const MOST_UNITS = 100;

const mostUnits = ({ maxPoints, multipleOf }: Pick<SuggestionConstraints, 'maxPoints' | 'multipleOf'>): number =>
  Math.floor(maxPoints / multipleOf + 1e-9);

/** As rule sets have them (REPLAY.md section 2). */
const isPoints = (value: number): boolean =>
  value > 0 && value <= 1e6 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/** Which way the points of a rule that asks for the feature may go. Types of activities are compared as rules compare them. */
export function signOf({ asks }: Feature, { signByAttribute, signByActivity }: SuggestionConstraints): Sign {
  const [signs, isNamed] =
    asks.kind === 'activity'
      ? ([signByActivity, (name: string) => foldText(name) === foldText(asks.type)] as const)
      : ([signByAttribute, (name: string) => name === asks.attribute] as const);
  return Object.entries(signs).find(([name]) => isNamed(name))?.[1] ?? 'any';
}
