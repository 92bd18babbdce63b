/** What leads cost: the core's figures, and what they speak of. */
import * as z from 'zod/mini';
import type { CostReport } from '../core/costs/cost-figures.ts';

export type { CostFigures, SourceCosts } from '../core/costs/cost-figures.ts';

/** Just below ten thousand million of the currency, as the core has it. */
const MOST_CENTS = 999_999_999_999;

export const typedCost = z.strictObject({
  source: z.string().check(z.minLength(1), z.maxLength(1_000), z.regex(/\S/)),
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  amountCents: z.nullable(z.int().check(z.minimum(-MOST_CENTS), z.maximum(MOST_CENTS))),
});

export interface WorkshopCosts extends CostReport {
  /** ISO 4217; null: not said. */
  readonly currency: string | null;
  /** Id of the level that `reached` and `costPerMqlCents` speak of; null: the scenario has none. */
  readonly level: string | null;
}
