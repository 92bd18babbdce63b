import { foldText } from '../text.ts';
import type { Cost } from './cost.ts';

/** Sources are compared folded: "google" must take the place of "Google", not stand beside it. */
export function inKnownSpelling(costs: readonly Cost[], known: readonly Cost[]): readonly Cost[] {
  const spellings = new Map(known.map(({ source }) => [foldText(source), source]));
  return costs.map((cost) => {
    const folded = foldText(cost.source);
    const source = spellings.get(folded) ?? cost.source;
    spellings.set(folded, source);
    return { ...cost, source };
  });
}
