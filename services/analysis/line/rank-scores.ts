/** How well the scores of two sides rank leads. */
import type { RankedSide, ScoresRanked } from '../../../api/compare-line.ts';
import { scoreReport } from '../../../core/comparison/line/ranked-scores.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface RankingQuestion {
  readonly a: AnalysedSide;
  readonly b: AnalysedSide;
}

export function rankScores(analysed: AnalysedHistory, { a, b }: RankingQuestion): Omit<ScoresRanked, 'computedInMs'> {
  const { facts } = analysed;
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    a: rankedSide(analysed, a),
    b: rankedSide(analysed, b),
  };
}

function rankedSide({ history, facts, line, reached }: AnalysedHistory, side: AnalysedSide): RankedSide | null {
  const scored = line(side);
  if (scored === null) return null;
  const { threshold } = scored;
  return { threshold, ...scoreReport(facts, history.leads.createdAtMs, reached(side), threshold) };
}
