/** Where the line is drawn, and how well scores rank: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { JudgedLine } from '../core/comparison/line/judged-line.ts';
import type { LineFigures } from '../core/comparison/line/line-figures.ts';
import type { LinePoint } from '../core/comparison/line/line-point.ts';
import type { ScoreReport } from '../core/comparison/line/ranked-scores.ts';
import { analysisQuestion, comparedSide, splitInstant } from './compared.ts';

export type { JudgedLine, JudgedThreshold } from '../core/comparison/line/judged-line.ts';
export type { LinePoint } from '../core/comparison/line/line-point.ts';
export type { RankedScores, ScoreCut } from '../core/comparison/line/ranked-scores.ts';
export type { BandRange, ScoreBand } from '../core/comparison/line/score-bands.ts';

const worth = z.nullable(z.number().check(z.nonnegative(), z.maximum(1e12)));

export const COMPARE_LINE_INPUTS = {
  /**
   * Both levels as they would be at other thresholds. Profit is told where `valuePerSql` and `costPerLead` (of working one lead)
   * are both given; `leastRate`: the worst conversion that sales accepts. The capacity is the workshop's. `splitMs`: where newer
   * leads begin, which judge what was chosen on the older ones; null: proposed.
   */
  'compare.sweep': z.strictObject({
    ...analysisQuestion,
    a: comparedSide,
    b: comparedSide,
    valuePerSql: worth,
    costPerLead: worth,
    leastRate: z.nullable(z.number().check(z.gte(0), z.lte(1))),
    splitMs: splitInstant,
  }),
  /** How well the scores of both put leads that convert above those that do not. */
  'compare.ranking': z.strictObject({ ...analysisQuestion, a: comparedSide, b: comparedSide }),
} as const;

export interface CompareLineOutputs {
  readonly 'compare.sweep': LinesSwept;
  readonly 'compare.ranking': ScoresRanked;
}

export interface LinesSwept {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  readonly sqls: number;
  readonly capacityPerWeek: number | null;
  /** Won by the cohort's SQLs, on the mean: what an SQL may be worth; null where no amount is known. */
  readonly meanWonPerSql: number | null;
  readonly a: SweptLine | null;
  readonly b: SweptLine | null;
  readonly computedInMs: number;
}

/** Null in its place: no score is there to draw a line in (the historical hand-over, a rule set without the level). */
export interface SweptLine extends LineFigures {
  readonly threshold: number;
  /** At round thresholds, at most about 120, ascending; the level's own is among them. */
  readonly points: readonly LinePoint[];
  /** Chosen on older leads, judged on newer ones; null where there are no two periods. */
  readonly judged: JudgedLine | null;
}

export interface ScoresRanked {
  readonly asOfMs: number;
  readonly leads: number;
  readonly a: RankedSide | null;
  readonly b: RankedSide | null;
  readonly computedInMs: number;
}

/** Null in its place as with `SweptLine`. */
export interface RankedSide extends ScoreReport {
  readonly threshold: number;
}
