/** What a screen is told of what moves a level: the parts that it asked for. */
import type { HeatMap } from './heat-map.ts';
import type { RuleShares } from './rule-shares.ts';
import type { Tornado } from './tornado.ts';

export type SensitivityPart = 'tornado' | 'heatMap' | 'shapley';

export interface Sensitivity {
  /** In the cohort, customers left out. */
  readonly leads: number;
  /** Of them. */
  readonly sqls: number;
  /** Null where the part was not asked for. */
  readonly tornado: (Sampled & Tornado) | null;
  readonly heatMap: (Sampled & HeatMap) | null;
  readonly shapley: (Sampled & RuleShares) | null;
}

/** What a part was counted on: all leads of the cohort, or as many drawn by lot. */
export interface Sampled {
  readonly sample: { readonly leads: number; readonly sqls: number; readonly isAll: boolean };
}
