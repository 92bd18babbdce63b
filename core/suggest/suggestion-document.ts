import { instantText } from '../time/instant.ts';
import type { Judged, LeftOut, SuggestedCard, Suggestion } from './suggestion.ts';

/** The document that `suggest` prints. */
export interface SuggestionDocument {
  readonly format: 'accord.suggestion/1';
  /** `time`: cards are learned from leads created before the one instant and judged on those from the other on. */
  readonly periods:
    | { readonly kind: 'time'; readonly chooseBefore: string; readonly judgeAfter: string }
    | { readonly kind: 'drawn' | 'all' };
  readonly cards: readonly SuggestedCard[];
  readonly present: Judged | null;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
}

export function suggestionDocument(
  { periods, cards, present, leftOut }: Suggestion,
  warnings: readonly string[],
): SuggestionDocument {
  return {
    format: 'accord.suggestion/1',
    periods:
      periods.kind === 'time'
        ? {
            kind: 'time',
            chooseBefore: instantText(periods.chooseBeforeMs),
            judgeAfter: instantText(periods.judgeAfterMs),
          }
        : { kind: periods.kind },
    cards,
    present,
    leftOut,
    warnings,
  };
}
