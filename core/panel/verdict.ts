/** What a seat says of a lead: is it one that marketing should hand over? */
export const VERDICTS = ['yes', 'no', 'unsure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the verdict rests on; numbered from 1 in this order on screen and on a ballot. */
export const REASON_KINDS = ['company', 'person', 'interest', 'timing', 'budget', 'data'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

export interface Opinion {
  readonly verdict: Verdict;
  readonly reasonKind: ReasonKind | null;
  /** In the judge's own words; empty: none. */
  readonly words: string;
}
