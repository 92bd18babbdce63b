/** One column of the chart: a rate with its interval above, counts by what is known below. Shares are 0–1. */
export interface SplitColumn {
  readonly label: string;
  /** Known outcomes: the n of the rate. */
  readonly observed: number;
  readonly unobserved: number;
  readonly immature: number;
  /** Null where too few outcomes are known for a rate. */
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly baselineRate: number | null;
}
