/** What `accord sweep` prints. */
import type { History } from '../../history/history.ts';
import { instantText } from '../../time/instant.ts';
import type { SplitQuestion } from '../periods.ts';
import { type JudgedLine, judgeLine } from './judged-line.ts';
import { type LineFigures, type LineQuestion, lineFigures } from './line-figures.ts';
import type { LinePoint } from './line-point.ts';
import type { RankedScores } from './ranked-scores.ts';
import { distinctThresholds, type Line, sweepLine } from './sweep-line.ts';

export interface SweepDocument {
  readonly format: 'accord.sweep/1';
  readonly asOf: string;
  readonly level: string;
  readonly warnings: readonly string[];
  /** The level's own. */
  readonly threshold: number;
  readonly capacityPerWeek: number | null;
  /** Every threshold at which the level holds other leads than just above it, or holds them earlier; ascending. */
  readonly thresholds: readonly LinePoint[];
  /** At the level's own threshold. */
  readonly present: LinePoint;
  /** Thresholds around the level's own whose rate lies within the interval of its own. */
  readonly plateau: LineFigures['plateau'];
  readonly best: LineFigures['best'];
  readonly isPresentAsGood: boolean;
  /** The lowest at which nine weeks in ten stay within the capacity; a higher one can break it again. */
  readonly capacityThreshold: number | null;
  /** The lowest from which on they do at every threshold. */
  readonly capacityHoldsFrom: number | null;
  /** Null where nothing is asked for, or no threshold gives it. */
  readonly pick: number | null;
  /** Told in round steps of the score, as people move a line. */
  readonly stability: LineFigures['stability'];
  /** The same choice made on older leads and judged on newer ones: all above is judged on the leads that chose it. */
  readonly judged: JudgedDocument | null;
  /** Area under the curve with its interval; null where no lead converts or all do. */
  readonly auc: { readonly value: number; readonly interval: readonly [number, number] | null } | null;
  readonly ks: { readonly value: number; readonly threshold: number | null } | null;
  readonly averagePrecision: number | null;
}

export type JudgedDocument = Omit<JudgedLine, 'splitMs' | 'olderBeforeMs'> & {
  readonly splitAt: string;
  readonly olderBefore: string;
};

export interface SweepDocumentParts {
  readonly history: History;
  readonly line: Line;
  readonly level: { readonly id: string; readonly total: number };
  readonly roundThresholds: Float64Array;
  readonly ranked: RankedScores | null;
  readonly question: LineQuestion;
  readonly split: SplitQuestion;
  readonly warnings: readonly string[];
}

export function sweepDocument({
  history,
  line,
  level,
  roundThresholds,
  ranked,
  question,
  split,
  warnings,
}: SweepDocumentParts): SweepDocument {
  const thresholds = sweepLine(line, distinctThresholds(line), question);
  const steps = sweepLine(line, roundThresholds, question);
  const { pick, ...figures } = lineFigures(line, level.total, thresholds, steps, question);
  const ranking = ranked?.ranking ?? null;
  const judged = judgeLine(line, history, level.total, distinctThresholds(line), question, split);
  return {
    format: 'accord.sweep/1',
    asOf: instantText(line.facts.asOfMs),
    level: level.id,
    warnings,
    threshold: level.total,
    capacityPerWeek: question.capacityPerWeek,
    ...figures,
    pick: pick?.threshold ?? null,
    judged: judged && judgedDocument(judged),
    auc: ranking && { value: ranking.areaUnderCurve, interval: ranking.interval },
    ks: ranking && { value: ranking.largestGap.gap, threshold: ranking.largestGap.threshold },
    averagePrecision: ranking?.averagePrecision ?? null,
    thresholds,
  };
}

const judgedDocument = ({ splitMs, olderBeforeMs, ...judged }: JudgedLine): JudgedDocument => ({
  splitAt: instantText(splitMs),
  olderBefore: instantText(olderBeforeMs),
  ...judged,
});
