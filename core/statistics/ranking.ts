import { cutTo, type Interval } from './interval.ts';
import { Z_95 } from './normal.ts';
import { cutsOf, type ScoreGroup, totalsOf } from './score-groups.ts';

/** How well scores put leads that convert above those that do not. */
export interface Ranking {
  /** The chance that of two leads, one of either kind, the one that converts scores higher; a tie counts half. */
  readonly areaUnderCurve: number;
  /** DeLong's (1988); null where there is one lead of a kind only. */
  readonly standardError: number | null;
  /** DeLong's, 95 %. */
  readonly interval: Interval | null;
  /** Of Hanley and McNeil (1982), for comparison with what others print. */
  readonly hanleyMcNeilError: number;
  /** Twice the area, less 1. */
  readonly gini: number;
  /** The largest gap between recall and fallout (Kolmogorov and Smirnov), which is Youden's J, and the threshold where it is. */
  readonly largestGap: { readonly gap: number; readonly threshold: number };
  /** Precision at each threshold, weighted with the recall that it adds; not interpolated. */
  readonly averagePrecision: number;
}

/** Figures of ranking over `groups`, lowest score first (STATISTICS.md 4). Null where no lead converts or all do. */
export function rankingOf(groups: readonly ScoreGroup[]): Ranking | null {
  const cuts = cutsOf(groups);
  if (cuts === null) return null;
  const { converts, others } = totalsOf(groups);
  const area = areaOf(groups, converts, others);
  const standardError = deLongError(groups, area, converts, others);
  let largestGap = { gap: 0, threshold: Number.NaN };
  let [averagePrecision, recallBefore] = [0, 0];
  for (const { threshold, recall, fallout, precision } of cuts) {
    const gap = Math.abs(recall - fallout);
    if (gap > largestGap.gap || Number.isNaN(largestGap.threshold)) largestGap = { gap, threshold };
    averagePrecision += (recall - recallBefore) * (precision ?? 0);
    recallBefore = recall;
  }
  return {
    areaUnderCurve: area,
    standardError,
    interval: standardError === null ? null : cutTo(0, 1, [area - Z_95 * standardError, area + Z_95 * standardError]),
    hanleyMcNeilError: hanleyMcNeilError(area, converts, others),
    gini: 2 * area - 1,
    largestGap,
    averagePrecision,
  };
}

function areaOf(groups: readonly ScoreGroup[], converts: number, others: number): number {
  let [area, othersBelow] = [0, 0];
  for (const { converted, notConverted } of groups) {
    area += converted * (othersBelow + notConverted / 2);
    othersBelow += notConverted;
  }
  return area / (converts * others);
}

/** The spread of each lead's share of leads of the other kind that it beats. */
function deLongError(groups: readonly ScoreGroup[], area: number, converts: number, others: number): number | null {
  if (converts < 2 || others < 2) return null;
  let [othersBelow, convertsBelow] = [0, 0];
  let [ofConverts, ofOthers] = [0, 0];
  for (const { converted, notConverted } of groups) {
    ofConverts += converted * ((othersBelow + notConverted / 2) / others - area) ** 2;
    ofOthers += notConverted * ((converts - convertsBelow - converted / 2) / converts - area) ** 2;
    othersBelow += notConverted;
    convertsBelow += converted;
  }
  return Math.sqrt(ofConverts / ((converts - 1) * converts) + ofOthers / ((others - 1) * others));
}

function hanleyMcNeilError(area: number, converts: number, others: number): number {
  const twoConvert = area / (2 - area);
  const twoOthers = (2 * area * area) / (1 + area);
  const variance =
    area * (1 - area) + (converts - 1) * (twoConvert - area * area) + (others - 1) * (twoOthers - area * area);
  return Math.sqrt(Math.max(0, variance) / (converts * others));
}
