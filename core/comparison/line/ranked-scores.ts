/** How well the scores of a scenario put leads that convert above those that do not. */

import type { PeakBand } from '../../measures/frame.ts';
import { bands } from '../../measures/sweep.ts';
import { bandEdges, binEdges, peakRange } from '../../measures/thresholds.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { type Ranking, rankingOf } from '../../statistics/ranking.ts';
import { type Cut, cutsOf } from '../../statistics/score-groups.ts';
import { asResult, type ReachedLeads } from '../reached-leads.ts';
import { type ScoreBands, scoreBands } from './score-bands.ts';
import { scoreGroups } from './score-groups.ts';

/** `threshold` null: all leads, those that no threshold lets through as well. */
export type ScoreCut = Omit<Cut, 'threshold'> & { readonly threshold: number | null };

export interface RankedScores {
  readonly ranking: Omit<Ranking, 'largestGap'> & {
    readonly largestGap: { readonly gap: number; readonly threshold: number | null };
  };
  /** From the highest threshold down, at most about 200 of all. */
  readonly cuts: readonly ScoreCut[];
  /** At the level's own threshold; null where it flags nobody. */
  readonly present: ScoreCut | null;
}

export interface ScoreReport {
  /** Null where no lead converts or all do. */
  readonly ranked: RankedScores | null;
  readonly bands: ScoreBands;
  /** Finer bands, lowest first, open at both ends. */
  readonly distribution: readonly PeakBand[];
}

const MOST_CUTS = 200;
const MOST_BINS = 40;

/** `threshold`: where bands and bins are cut. */
export function scoreReport(
  facts: LeadFacts,
  createdAtMs: Float64Array,
  reached: ReachedLeads,
  threshold: number,
): ScoreReport {
  const result = asResult(facts, reached);
  const range = peakRange(result, reached.peak);
  return {
    ranked: rankedScores(facts, reached.peak, threshold),
    bands: scoreBands(facts, createdAtMs, reached.peak, bandEdges(range, threshold)),
    distribution: bands(result, 0, binEdges(range, threshold, MOST_BINS)),
  };
}

/** AUC and its kin over the leads with a known outcome; those without a peak rank below all others. `present`: the level's threshold. */
export function rankedScores(facts: LeadFacts, peak: Float64Array, present: number): RankedScores | null {
  const groups = scoreGroups(facts, peak);
  const ranking = rankingOf(groups);
  const cuts = cutsOf(groups);
  if (ranking === null || cuts === null) return null;
  const { gap, threshold } = ranking.largestGap;
  const at = cuts.findLast((cut) => cut.threshold >= present);
  return {
    ranking: { ...ranking, largestGap: { gap, threshold: statedOrNull(threshold) } },
    cuts: thinned(cuts).map(statedCut),
    present: at === undefined ? null : { ...at, threshold: present },
  };
}

const statedCut = (cut: Cut): ScoreCut => ({ ...cut, threshold: statedOrNull(cut.threshold) });

const statedOrNull = (threshold: number): number | null => (Number.isFinite(threshold) ? threshold : null);

/** Evenly spaced, the first and the last among them. */
function thinned(cuts: readonly Cut[]): readonly Cut[] {
  if (cuts.length <= MOST_CUTS) return cuts;
  const kept = new Set(
    Array.from({ length: MOST_CUTS }, (_, index) => Math.round((index * (cuts.length - 1)) / (MOST_CUTS - 1))),
  );
  return cuts.filter((_, index) => kept.has(index));
}
