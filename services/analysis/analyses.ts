/** Every analysis by name, with what it is asked and what it answers. */
import type { LinesSwept, ScoresRanked } from '../../api/compare-line.ts';
import type { BreakdownAnswer, Holds } from '../../api/compare-where.ts';
import type { Page, SwapRow } from '../../api/contract.ts';
import type { WorkedList } from '../../api/lists.ts';
import type { PromisesJudged } from '../../api/promises.ts';
import type { ReviewFigures } from '../../api/review.ts';
import type { AnalysedHistory, AnalysisScope } from './analysed-history.ts';
import { type CourseAnswer, type CourseQuestion, compareCourse } from './course/compare-course.ts';
import { compareFigures, type FiguresAnswer, type FiguresQuestion } from './course/compare-figures.ts';
import { type RankingQuestion, rankScores } from './line/rank-scores.ts';
import { type SweepQuestion, sweepLines } from './line/sweep-lines.ts';
import { type ListsQuestion, workLists } from './lists/work-lists.ts';
import {
  comparePair,
  comparePairSwap,
  type PairAnswer,
  type PairQuestion,
  type PairSwapQuestion,
} from './pair/compare-pair.ts';
import { drawPanel, type PanelDrawAnswer, type PanelDrawQuestion } from './panel/draw-panel.ts';
import { type PanelSidesAnswer, type PanelSidesQuestion, panelSides } from './panel/panel-sides.ts';
import { judgeAgreement, type PromisesQuestion } from './promises/judge-agreement.ts';
import { type PrefillAnswer, type PrefillQuestion, prefillFromHistory } from './promises/prefill-from-history.ts';
import { type ReviewQuestion, reviewAgreement } from './review/review-agreement.ts';
import { compareScenarios, type ScenariosAnswer, type ScenariosQuestion } from './scenarios/compare-scenarios.ts';
import {
  type BreakdownQuestion,
  compareBreakdown,
  compareHolds,
  type HoldsQuestion,
} from './where/compare-breakdown.ts';

export interface AnalysisQuestions {
  readonly panelDraw: PanelDrawQuestion;
  readonly panelSides: PanelSidesQuestion;
  readonly course: CourseQuestion;
  readonly figures: FiguresQuestion;
  readonly pair: PairQuestion;
  readonly pairSwap: PairSwapQuestion;
  readonly scenarios: ScenariosQuestion;
  readonly breakdown: BreakdownQuestion;
  readonly holds: HoldsQuestion;
  readonly sweep: SweepQuestion;
  readonly ranking: RankingQuestion;
  readonly prefill: PrefillQuestion;
  readonly promises: PromisesQuestion;
  readonly lists: ListsQuestion;
  readonly review: ReviewQuestion;
}

export interface AnalysisAnswers {
  readonly panelDraw: PanelDrawAnswer;
  readonly panelSides: PanelSidesAnswer;
  readonly course: CourseAnswer;
  readonly figures: FiguresAnswer;
  readonly pair: PairAnswer;
  readonly pairSwap: Page<SwapRow>;
  readonly scenarios: ScenariosAnswer;
  readonly breakdown: Omit<BreakdownAnswer, 'computedInMs'>;
  readonly holds: Holds;
  readonly sweep: Omit<LinesSwept, 'computedInMs'>;
  readonly ranking: Omit<ScoresRanked, 'computedInMs'>;
  readonly prefill: PrefillAnswer;
  readonly promises: Omit<PromisesJudged, 'computedInMs'>;
  readonly lists: WorkedList;
  readonly review: ReviewFigures;
}

export type AnalysisName = keyof AnalysisQuestions;

type Analyses = {
  readonly [N in AnalysisName]: (history: AnalysedHistory, question: AnalysisQuestions[N]) => AnalysisAnswers[N];
};

const ANALYSES: Analyses = {
  panelDraw: drawPanel,
  panelSides,
  course: compareCourse,
  figures: compareFigures,
  pair: comparePair,
  pairSwap: comparePairSwap,
  scenarios: compareScenarios,
  breakdown: compareBreakdown,
  holds: compareHolds,
  sweep: sweepLines,
  ranking: rankScores,
  prefill: prefillFromHistory,
  promises: judgeAgreement,
  lists: workLists,
  review: reviewAgreement,
};

/** Goes to the replay worker as it is. */
export interface AskedAnalysis<N extends AnalysisName = AnalysisName> {
  readonly name: N;
  readonly scope: AnalysisScope;
  readonly question: AnalysisQuestions[N];
}

export type AnalysisAnswer<N extends AnalysisName = AnalysisName> = AnalysisAnswers[N] & {
  readonly computedInMs: number;
};

export function analyse<N extends AnalysisName>(history: AnalysedHistory, asked: AskedAnalysis<N>): AnalysisAnswer<N> {
  const startMs = history.clockMs();
  const answer = ANALYSES[asked.name](history, asked.question);
  return { ...answer, computedInMs: history.clockMs() - startMs };
}
