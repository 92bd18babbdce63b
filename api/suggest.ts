/** Points learned from the history: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { Suggestion, SuggestionFault } from '../core/suggest/suggestion.ts';

export type * from '../core/suggest/suggestion.ts';

const text = z.string().check(z.maxLength(1_000));
const signs = z.record(text, z.enum(['positive', 'negative', 'any']));
const names = z.readonly(z.array(text).check(z.maxLength(1_000)));

/** What they mean is in `core/suggest/suggestion.ts`, which also says which of them nothing meets. */
const constraints = z.strictObject({
  rules: z.number(),
  maxPoints: z.number(),
  multipleOf: z.number(),
  /** Ids of the scenario's rules that every card has, with the points that they have there. */
  fixed: names,
  forbidden: names,
  signByAttribute: signs,
  signByActivity: signs,
});

export const SUGGEST_INPUTS = {
  /**
   * Learns near-equal scorecards from the history and compares them with the scenario's rules; changes nothing. Long: reports
   * progress, can be cancelled. Absent periods: a split by time is proposed.
   */
  'suggest.run': z.strictObject({
    constraints,
    chooseBeforeMs: z.optional(z.number()),
    judgeAfterMs: z.optional(z.number()),
    /** How far the figures read a lead's activities; what is learned is from before the hand-over in any case. */
    horizon: z.optional(z.enum(['outcome', 'handover'])),
    jobId: z.string().check(z.minLength(1), z.maxLength(80)),
  }),
} as const;

export interface SuggestOutputs {
  readonly 'suggest.run': SuggestionAnswer;
}

/** A history that nothing can be learned from is an answer, too: the screen says which, in its own words. */
export type SuggestionAnswer =
  | { readonly kind: 'suggested'; readonly suggestion: Suggestion }
  | { readonly kind: 'refused'; readonly fault: SuggestionFault };
