/** What the rules say a qualified lead is, sentence by sentence; words are the screen's. */
import type { Decay, Level, RuleSet } from '../rule-set/rule-set.ts';

export type DefinitionSentence =
  /** A lead is at the level when its dimensions together reach so many points, with at least so many in some of them. */
  | {
      readonly kind: 'reaches';
      readonly level: string;
      readonly total: number;
      readonly dimensions: readonly string[];
      readonly minimums: readonly Minimum[];
    }
  /** A dimension counts to so many points. */
  | { readonly kind: 'counts'; readonly dimension: string; readonly most: number }
  /** All that fades in a dimension fades alike. */
  | { readonly kind: 'fades'; readonly dimension: string; readonly decay: Decay }
  /** Whoever one of these rules holds for is nobody's lead. */
  | { readonly kind: 'never'; readonly rules: readonly string[] }
  /** From so many points it is at a level further up; of least values those that the qualified level does not ask for as well. */
  | { readonly kind: 'further'; readonly level: string; readonly total: number; readonly minimums: readonly Minimum[] }
  /** Who is below the line stays with marketing. */
  | { readonly kind: 'below' };

export interface Minimum {
  readonly dimension: string;
  readonly least: number;
}

/** `level`: id of the level at which a lead is qualified; empty where the rule set lacks it. Dimensions, levels and rules by name. */
export function definitionOf(ruleSet: RuleSet, level: string): readonly DefinitionSentence[] {
  const qualified = ruleSet.levels.find(({ id }) => id === level);
  if (qualified === undefined) return [];
  const never = ruleSet.rules.filter(({ enabled, disqualifies }) => enabled && disqualifies).map(({ name }) => name);
  return [
    {
      kind: 'reaches',
      level: qualified.name,
      total: qualified.total,
      dimensions: ruleSet.dimensions.map(({ name }) => name),
      minimums: minimumsOf(ruleSet, qualified),
    },
    ...ruleSet.dimensions.flatMap(({ name, max }): readonly DefinitionSentence[] =>
      max === undefined ? [] : [{ kind: 'counts', dimension: name, most: max }],
    ),
    ...fading(ruleSet),
    ...(never.length === 0 ? [] : [{ kind: 'never', rules: never } as const]),
    ...ruleSet.levels
      .filter((other) => isFurther(other, qualified))
      .sort((left, right) => left.total - right.total)
      .map((one): DefinitionSentence => {
        const minimums = minimumsOf(ruleSet, one).filter(
          ({ dimension, least }) =>
            !minimumsOf(ruleSet, qualified).some((own) => own.dimension === dimension && own.least === least),
        );
        return { kind: 'further', level: one.name, total: one.total, minimums };
      }),
    { kind: 'below' },
  ];
}

/** Asks for more, or for as much in all and more in some dimension. */
const isFurther = (other: Level, { total, dimensions }: Level): boolean =>
  other.total > total ||
  (other.total === total &&
    Object.entries(other.dimensions).some(([id, least]) => least > (dimensions[id] ?? -Infinity)));

const minimumsOf = ({ dimensions }: RuleSet, level: Level): readonly Minimum[] =>
  dimensions.flatMap(({ id, name }) => {
    const least = level.dimensions[id];
    return least === undefined ? [] : [{ dimension: name, least }];
  });

function fading({ dimensions, rules }: RuleSet): readonly DefinitionSentence[] {
  return dimensions.flatMap(({ id, name }): readonly DefinitionSentence[] => {
    const decays = rules.flatMap((rule) =>
      rule.enabled && rule.dimension === id && 'decay' in rule && rule.decay.kind !== 'none' ? [rule.decay] : [],
    );
    const [first] = decays;
    const isAlike = decays.every((decay) => JSON.stringify(decay) === JSON.stringify(first));
    return first === undefined || !isAlike ? [] : [{ kind: 'fades', dimension: name, decay: first }];
  });
}

export interface DefinitionPart {
  readonly text: string;
  /** It stood between pairs of asterisks: a value, which the screen makes strong. */
  readonly isValue: boolean;
}

/** The definition as people have written it; a pair of asterisks without its fellow is text. */
export function definitionParts(definition: string): readonly DefinitionPart[] {
  return definition
    .split(/(\*\*[^*]+\*\*)/u)
    .filter((text) => text !== '')
    .map((text) =>
      /^\*\*[^*]+\*\*$/u.test(text) ? { text: text.slice(2, -2), isValue: true } : { text, isValue: false },
    );
}
