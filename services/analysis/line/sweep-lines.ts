/** Two levels as they would be at other thresholds. */
import type { LinesSwept, SweptLine } from '../../../api/compare-line.ts';
import { judgeLine } from '../../../core/comparison/line/judged-line.ts';
import { chartThresholds, type LineQuestion, lineFigures } from '../../../core/comparison/line/line-figures.ts';
import { sweepLine } from '../../../core/comparison/line/sweep-line.ts';
import type { SplitQuestion } from '../../../core/comparison/periods.ts';
import { CONVERTED, cohortSize, isMeasured } from '../../../core/measures/cell.ts';
import type { LeadFacts } from '../../../core/replay/replay-result.ts';
import type { AnalysedHistory, AnalysedSide } from '../analysed-history.ts';

export interface SweepQuestion extends LineQuestion, SplitQuestion {
  readonly level: string;
  readonly a: AnalysedSide;
  readonly b: AnalysedSide;
}

export function sweepLines(analysed: AnalysedHistory, question: SweepQuestion): Omit<LinesSwept, 'computedInMs'> {
  const { facts } = analysed;
  return {
    asOfMs: facts.asOfMs,
    leads: cohortSize(facts).leads,
    ...wonBySqls(facts),
    capacityPerWeek: question.capacityPerWeek,
    a: sweptLine(analysed, question.a, question),
    b: sweptLine(analysed, question.b, question),
  };
}

function sweptLine(analysed: AnalysedHistory, side: AnalysedSide, question: SweepQuestion): SweptLine | null {
  const scored = analysed.line(side);
  if (scored === null) return null;
  const { line, threshold } = scored;
  const thresholds = chartThresholds(analysed.facts, analysed.reached(side), threshold);
  const points = sweepLine(line, thresholds, question);
  return {
    threshold,
    points,
    ...lineFigures(line, threshold, points, points, question),
    judged: judgeLine(line, analysed.history, threshold, thresholds, question, question),
  };
}

function wonBySqls(facts: LeadFacts): { readonly sqls: number; readonly meanWonPerSql: number | null } {
  let sqls = 0;
  let amount = 0;
  for (let lead = 0; lead < facts.outcome.length; lead += 1) {
    if (facts.outcome[lead] !== CONVERTED || !isMeasured(facts, lead)) continue;
    sqls += 1;
    amount += facts.wonAmount[lead] ?? 0;
  }
  return { sqls, meanWonPerSql: amount === 0 ? null : amount / sqls };
}
