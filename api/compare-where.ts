/** Two sides row by row, where their difference holds, and one side by grade: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { Breakdown } from '../core/comparison/where/breakdown.ts';
import type { Holds } from '../core/comparison/where/holds.ts';
import { analysisQuestion, comparedSide } from './compared.ts';
import type { ColumnKind } from './core-types.ts';
import type { GradeGridAnswer } from './grade-grid.ts';

export type { BreakdownRow } from '../core/comparison/where/breakdown.ts';
export type { Holds, HoldsPart, HoldsRow, HoldsVerdict } from '../core/comparison/where/holds.ts';
export type { RowFigures, RowSide } from '../core/comparison/where/row-figures.ts';
export type { RowOf } from '../core/comparison/where/row-of.ts';

const toldApartBy = z.discriminatedUnion('kind', [
  /** `name` null: the attribute that says where a lead came from, else the first that tells leads apart, else months. */
  z.strictObject({ kind: z.literal('attribute'), name: z.nullable(z.string().check(z.maxLength(1_000))) }),
  z.strictObject({ kind: z.literal('month'), of: z.enum(['reached', 'created']) }),
  /** The leads that each scenario on the list is meant for. */
  z.strictObject({ kind: z.literal('segments') }),
]);

export type AskedBreakdownBy = z.input<typeof toldApartBy>;

export const COMPARE_WHERE_INPUTS = {
  /** Both sides row by row. */
  'compare.breakdown': z.strictObject({ ...analysisQuestion, a: comparedSide, b: comparedSide, by: toldApartBy }),
  /** The difference within each month of creation, source and region, and without each of them. */
  'compare.holds': z.strictObject({ ...analysisQuestion, a: comparedSide, b: comparedSide }),
  /** One side's leads by grade in its first two dimensions, cut-offs proposed (`rules.grid`). */
  'compare.grid': z.strictObject({
    side: comparedSide,
    options: analysisQuestion.options,
    key: analysisQuestion.key,
  }),
} as const;

export interface CompareWhereOutputs {
  readonly 'compare.breakdown': BreakdownAnswer;
  readonly 'compare.holds': Holds & { readonly computedInMs: number };
  readonly 'compare.grid': SideGrid;
}

/** What the rows are. */
export type BreakdownOf =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'month'; readonly of: 'reached' | 'created' }
  | { readonly kind: 'segments' };

export interface BreakdownAnswer extends Breakdown {
  readonly by: BreakdownOf;
  /** Those that tell leads apart, the source first: neither the same for all leads nor another for each. */
  readonly attributes: readonly ToldApartBy[];
  /** How many scenarios are meant for some leads only. */
  readonly segments: number;
  readonly computedInMs: number;
}

export interface ToldApartBy {
  readonly name: string;
  readonly kind: ColumnKind;
}

export type SideGrid =
  /** What sales was given has no rules, so no lead has a grade. */
  | { readonly kind: 'handover' }
  /** `rows` null: the rule set has one dimension only. */
  | {
      readonly kind: 'grid';
      readonly rows: string | null;
      readonly columns: string;
      readonly grid: GradeGridAnswer;
    };
