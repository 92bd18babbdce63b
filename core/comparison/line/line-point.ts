import type { LevelMeasures } from '../../replay/replay-result.ts';

/** The level as it would be at one threshold. */
export interface LinePoint extends Omit<LevelMeasures, 'id'> {
  readonly threshold: number;
  /** Leads that reach it, by weeks of 7 days counted back from `asOf`. */
  readonly perWeek: number;
  readonly p90PerWeek: number;
  /** Null without a capacity. */
  readonly weeksOverCapacity: number | null;
  /** Most leads that wait at the end of a week while sales takes its capacity off; null without a capacity. */
  readonly longestQueue: number | null;
  /** Of the leads with a known outcome: value of their SQLs less the cost of working them; null where either is not given. */
  readonly profit: number | null;
}

/** What sales can do and what it is worth; null: nobody has said. */
export interface LineTerms {
  readonly capacityPerWeek: number | null;
  readonly valuePerSql: number | null;
  /** Of working one lead. */
  readonly costPerLead: number | null;
}

/** STATISTICS.md 4, "Cost": V·TP − c·(TP + FP). Cost without a chance to bring anything in would make a failure of the unknown. */
export const profitOf = (
  { valuePerSql, costPerLead }: LineTerms,
  { converted, observed }: Pick<LevelMeasures, 'converted' | 'observed'>,
): number | null =>
  valuePerSql === null || costPerLead === null ? null : valuePerSql * converted - costPerLead * observed;
