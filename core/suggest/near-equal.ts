import { NEAR_EQUAL } from './learn/learn-cards.ts';
import type { LearnedCard } from './learn/learning-data.ts';

const MOST_CARDS = 5;

/**
 * The best card and up to four that are a choice beside it: near in the criterion, and with at least one other rule in place
 * of one of its own. `cards`: best first. Empty where none says more than chance would.
 */
export function nearEqual(cards: readonly LearnedCard[]): readonly LearnedCard[] {
  const [best] = cards;
  if (best === undefined || best.criterion <= 0) return [];
  const kept: LearnedCard[] = [];
  for (const card of cards) {
    if (kept.length === MOST_CARDS || card.criterion < NEAR_EQUAL * best.criterion) break;
    if (kept.every((other) => differ(card, other))) kept.push(card);
  }
  return kept;
}

/** Each has a feature that the other lacks. */
const differ = (one: LearnedCard, other: LearnedCard): boolean =>
  one.features.some((feature) => !other.features.includes(feature)) &&
  other.features.some((feature) => !one.features.includes(feature));
