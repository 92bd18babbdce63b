import type { RankedScores, RankedSide, ScoresRanked } from '../../../../api/compare-line.ts';
import type { CompareFocus, NamedSide } from '../compare-focus.ts';

/** The side that is told, or the other where it has no scores; null where neither has. */
export const scoredSide = (
  ranked: ScoresRanked,
  focus: CompareFocus,
): { readonly side: NamedSide; readonly scores: RankedSide } | null => {
  if (ranked.b !== null) return { side: focus.b, scores: ranked.b };
  return ranked.a === null ? null : { side: focus.a, scores: ranked.a };
};

/** A side whose scores can be judged. */
export interface GainsSide extends NamedSide {
  readonly ranked: RankedScores;
  readonly isTold: boolean;
}

/** What is told first. */
export const gainsSides = ({ a, b }: ScoresRanked, focus: CompareFocus): readonly GainsSide[] => [
  ...(b === null || b.ranked === null ? [] : [{ ...focus.b, ranked: b.ranked, isTold: true }]),
  ...(a === null || a.ranked === null ? [] : [{ ...focus.a, ranked: a.ranked, isTold: false }]),
];
