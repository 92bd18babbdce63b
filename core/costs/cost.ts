/** What a source of leads cost in one month: the typed-in and the imported alike. */
export interface Cost {
  /** Compared with the leads' source as text is: folded. */
  readonly source: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Whole cents of the workshop's currency; below zero for what was paid back. */
  readonly amountCents: number;
}

/** So that a source and a month can be the key of a map. */
export const costKey = (foldedSource: string, month: string): string => `${month} ${foldedSource}`;

/** Amounts from here on are refused: sums of them could not be kept to the cent. */
export const MOST_CENTS = 1_000_000_000_000;
