/** What leads cost: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { CostReport } from '../core/costs/cost-figures.ts';
import type { CostMapping } from '../core/costs/cost-mapping.ts';
import type { CostsFault } from '../core/costs/costs-fault.ts';
import type { CostsRow } from '../core/costs/costs-table.ts';
import type { NamesMet } from '../core/costs/names-met.ts';
import type { RejectedCost } from '../core/costs/read-costs.ts';
import { DATE_FORMS, type DateForm } from '../core/values/read-date.ts';
import { NUMBER_FORMS, type NumberForm } from '../core/values/read-number-text.ts';
import type { Cost } from './core-types.ts';

export type { CostFigures, SourceCosts } from '../core/costs/cost-figures.ts';
export type { CostMapping } from '../core/costs/cost-mapping.ts';
export type { CostsFault } from '../core/costs/costs-fault.ts';
export type { RejectedCost } from '../core/costs/read-costs.ts';

/** Just below ten thousand million of the currency, as the core has it. */
const MOST_CENTS = 999_999_999_999;

const typedCost = z.strictObject({
  source: z.string().check(z.minLength(1), z.maxLength(1_000), z.regex(/\S/)),
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  amountCents: z.nullable(z.int().check(z.minimum(-MOST_CENTS), z.maximum(MOST_CENTS))),
});

const column = z.nullable(z.int().check(z.nonnegative(), z.maximum(20_000)));

/** Which column says what, and how days and amounts are written; `core/costs/cost-mapping.ts`. */
const costMapping = z.strictObject({
  layout: z.enum(['long', 'wide']),
  source: column,
  month: column,
  amount: column,
  dates: z.nullable(z.enum(DATE_FORMS)),
  numbers: z.nullable(z.enum(NUMBER_FORMS)),
});

const token = z.string().check(z.minLength(1), z.maxLength(200));

export const COSTS_INPUTS = {
  /** What leads cost by source and month; where the scenario has no level of this id its first counts as the MQL. */
  'costs.list': z.strictObject({ level: z.string().check(z.maxLength(1_000)) }),
  /** What a source cost in a month, in whole cents; null takes it away. A source known in another spelling keeps the known one. */
  'costs.store': typedCost,
  /** Says which attribute of the leads the costs name; null: the one that says where a lead came from. */
  'costs.setBy': z.strictObject({ attribute: z.nullable(z.string().check(z.minLength(1), z.maxLength(1_000))) }),
  /** Reads a file of costs under a mapping (null: as its heading proposes); changes nothing. */
  'costs.inspect': z.strictObject({ token, mapping: z.nullable(costMapping) }),
  /** One transaction: all or nothing. Costs of the same source and month are replaced. */
  'costs.import': z.strictObject({ token, mapping: costMapping }),
} as const;

export interface CostsOutputs {
  readonly 'costs.list': WorkshopCosts;
  /** What is known now of the source and month. */
  readonly 'costs.store': Cost | null;
  readonly 'costs.setBy': { readonly attribute: string | null };
  readonly 'costs.inspect': CostsInspection;
  readonly 'costs.import': CostsImportReport;
}

export interface WorkshopCosts extends CostReport {
  /** ISO 4217; null: not said. */
  readonly currency: string | null;
  /** Whether `by` was chosen; else it is the attribute that says where a lead came from. */
  readonly isByChosen: boolean;
  /** Id of the level that `reached` and `costPerMqlCents` speak of; null: the scenario has none. */
  readonly level: string | null;
}

/** A file of costs as it would be read. Exactly one of `fault` and `found` is null. */
export interface CostsInspection {
  readonly file: string;
  readonly sizeBytes: number;
  /** Of a workbook 'xlsx'. */
  readonly encoding: string;
  readonly columns: readonly string[];
  /** How many columns are headed by a month. */
  readonly monthColumns: number;
  readonly mapping: CostMapping;
  /** The first rows, cells as written. */
  readonly preview: readonly CostsRow[];
  /** What has to be said first. */
  readonly fault: CostsFault | null;
  readonly found: CostsFound | null;
}

interface CostsCounts {
  /** Rows: `read = accepted + rejected`. */
  readonly read: number;
  readonly accepted: number;
  /** Costs by source and month that the accepted rows add up to. */
  readonly cells: number;
  readonly sumCents: number;
  /** Of `cells` those that the workshop knew a cost of, and of these the ones with another amount. */
  readonly replaced: number;
  readonly changed: number;
  readonly warnings: readonly string[];
}

export interface CostsFound extends CostsCounts {
  /** How days are read; null: the months are columns. */
  readonly dates: DateForm | null;
  readonly numbers: NumberForm;
  readonly rejected: number;
  readonly firstRejected: readonly RejectedCost[];
  /** Whether leads have the names of these costs; null: that could not be told. */
  readonly names: NamesMet | null;
}

/** What was brought in. */
export interface CostsImportReport extends CostsCounts {
  readonly importId: number;
  readonly file: string;
  readonly encoding: string;
  readonly header: readonly string[];
  /** Names of the columns that were read. */
  readonly columns: readonly string[];
  /** All of them: the workshop does not keep them. */
  readonly rejected: readonly RejectedCost[];
}
