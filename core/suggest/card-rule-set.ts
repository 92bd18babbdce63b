import { itemAt } from '../at.ts';
import type { ActivityFilter, Dimension, Rule, RuleSet } from '../rule-set/rule-set.ts';
import type { Feature } from './feature.ts';

const FIT: Dimension = { id: 'fit', name: 'Profile' };
const BEHAVIOUR: Dimension = { id: 'behaviour', name: 'Behaviour' };

export interface PointedFeature {
  readonly feature: Feature;
  readonly points: number;
}

/** A card as a rule set of its own: one dimension, or profile and behaviour where it reads both; one level, MQL. */
export function cardRuleSet(
  card: readonly PointedFeature[],
  fixed: readonly Rule[],
  ignore: readonly ActivityFilter[],
  threshold: number,
  name: string,
): RuleSet {
  const learned = card
    .toSorted(
      (left, right) =>
        Math.abs(right.points) - Math.abs(left.points) || (left.feature.key < right.feature.key ? -1 : 1),
    )
    .map(({ feature, points }, place) => ruleOf(feature, points, freeId(place, fixed)));
  const rules = [...fixed.map(inOwnDimension), ...learned];
  const read = new Set(rules.map(({ dimension }) => dimension));
  return {
    format: 'accord.rule-set/1',
    name,
    description: 'Learned from the leads that sales worked.',
    total: {},
    dimensions: [FIT, BEHAVIOUR].filter(({ id }) => read.has(id)),
    groups: [],
    ignore,
    rules,
    levels: [{ id: 'mql', name: 'MQL', total: threshold, dimensions: {} }],
  };
}

/** The dimension and the group that a fixed rule came with are not there. */
function inOwnDimension(rule: Rule): Rule {
  const { group: _, ...own } = rule;
  const isBehaviour = rule.kind === 'activity' || rule.kind === 'inactivity';
  return { ...own, dimension: isBehaviour ? BEHAVIOUR.id : FIT.id };
}

function freeId(place: number, fixed: readonly Rule[]): string {
  const taken = new Set(fixed.map(({ id }) => id));
  let id = `suggested-${place + 1}`;
  while (taken.has(id)) id = `${id}-learned`;
  return id;
}

function ruleOf({ asks, name }: Feature, points: number, id: string): Rule {
  const shared = { id, name, enabled: true, disqualifies: false };
  switch (asks.kind) {
    case 'attribute':
      return { ...shared, kind: 'attribute', dimension: FIT.id, points, if: asks.if };
    case 'bands':
      return {
        ...shared,
        kind: 'bands',
        dimension: FIT.id,
        attribute: asks.attribute,
        bands: [{ ...asks.band, points }],
      };
    case 'activity':
      return {
        ...shared,
        kind: 'activity',
        dimension: BEHAVIOUR.id,
        points,
        on: asks.on,
        every: asks.every,
        max: 1,
        decay: { kind: 'none' },
      };
  }
}

/** In words, by the rules that give most. */
export const cardName = (card: readonly PointedFeature[], place: number): string =>
  card.length === 0 ? `Suggestion ${place + 1}` : `Suggestion ${place + 1}: ${itemAt(byPoints(card), 0).feature.name}`;

const byPoints = (card: readonly PointedFeature[]): readonly PointedFeature[] =>
  card.toSorted((left, right) => right.points - left.points || (left.feature.key < right.feature.key ? -1 : 1));
