/** One lead explained: the awards behind its score, and what they are worth at a moment. */
export interface LedgerEntry {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly dimension: string;
  readonly group: string | null;
  readonly atMs: number;
  /** As awarded. */
  readonly points: number;
  /** Weight at the moment of reading; 0 once a recycle has cleared the award. */
  readonly weight: number;
  readonly standing: boolean;
  /** Instant of the recycle that cleared it, or null. */
  readonly clearedAtMs: number | null;
}

/** A limit (group, dimension or total) that changed a sum, or a `best` group that left rules out: what makes the entries add up to the score. */
export interface LimitEntry {
  readonly kind: 'group' | 'best' | 'dimension' | 'total';
  readonly id: string;
  readonly name: string;
  /** Added to the sum by the limit: negative where a maximum cut, positive where a minimum lifted. */
  readonly adjustment: number;
}

/** Invariant: the sum of `points × weight` over standing entries plus the sum of the adjustments equals `total` within 1e-9. */
export interface Ledger {
  readonly atMs: number;
  readonly entries: readonly LedgerEntry[];
  readonly limits: readonly LimitEntry[];
  readonly byDimension: readonly { readonly id: string; readonly name: string; readonly value: number }[];
  readonly total: number;
}

/** The score at one look of the replay (up to the lead's horizon). */
export interface Look {
  readonly atMs: number;
  readonly total: number;
  readonly disqualified: boolean;
}
