/** Two sides row by row. */
import type { AskedBreakdownBy, BreakdownAnswer, BreakdownOf, ToldApartBy } from '../../../api/compare-where.ts';
import { breakdown, type Segment } from '../../../core/comparison/where/breakdown.ts';
import { type Holds, holds } from '../../../core/comparison/where/holds.ts';
import { tellingColumns } from '../../../core/comparison/where/telling-columns.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

interface TwoSides {
  readonly a: AnalysedSide;
  readonly b: AnalysedSide;
}

export interface BreakdownQuestion extends TwoSides {
  readonly by: AskedBreakdownBy;
  /** What the scenarios on the list are meant for. */
  readonly segments: readonly Segment[];
}

export function compareBreakdown(
  analysed: AnalysedHistory,
  { a, b, by: asked, segments }: BreakdownQuestion,
): Omit<BreakdownAnswer, 'computedInMs'> {
  const attributes = tellingColumns(analysed.history).map(({ name, kind }): ToldApartBy => ({ name, kind }));
  const by = answeredBy(asked, attributes);
  const pair = { a: analysed.reached(a), b: analysed.reached(b) };
  return {
    ...breakdown(analysed, pair, by.kind === 'segments' ? { ...by, segments } : by),
    by,
    attributes,
    segments: segments.length,
  };
}

function answeredBy(asked: AskedBreakdownBy, [first]: readonly ToldApartBy[]): BreakdownOf {
  if (asked.kind !== 'attribute') return asked;
  if (asked.name !== null) return { kind: 'attribute', name: asked.name };
  return first === undefined ? { kind: 'month', of: 'reached' } : { kind: 'attribute', name: first.name };
}

export type HoldsQuestion = TwoSides;

export const compareHolds = (analysed: AnalysedHistory, { a, b }: HoldsQuestion): Holds =>
  holds(analysed, { a: analysed.reached(a), b: analysed.reached(b) });
