/** What a card is learned from and within: plain counts, no history. */

export interface LearningData {
  /** By row: leads of it with a known outcome, and those of them that converted. Leads that are alike may share a row. */
  readonly leads: Int32Array;
  readonly converted: Int32Array;
  /** By row: points that are given beforehand (fixed rules); null: none. */
  readonly given: Float64Array | null;
  /** By feature: the rows that have it, ascending. */
  readonly features: readonly Int32Array[];
}

/** Points are `unit` times a whole number from `lowest` to `highest`, both by feature. */
export interface LearningLimits {
  readonly unit: number;
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  readonly mostRules: number;
}

export interface LearnedCard {
  /** Indices of features, ascending, each with points other than 0. */
  readonly features: readonly number[];
  readonly points: readonly number[];
  /** The chance of converting is 1 / (1 + e^−(slope · score + intercept)), the score in points, the given ones included. */
  readonly slope: number;
  readonly intercept: number;
  /** Sum over the leads of the log of the chance that the card gave to what happened. */
  readonly logLikelihood: number;
  /**
   * What cards are chosen by, the higher the better: log-likelihood above that of no learned rule, less what chance would have
   * given with so many rules and features (the extended Bayesian information criterion over −2, see `learnCards`).
   */
  readonly criterion: number;
}
