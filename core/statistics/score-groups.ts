/** Leads of one score, all with a known outcome. Lists of them run from the lowest score to the highest, each score once. */
export interface ScoreGroup {
  readonly score: number;
  readonly converted: number;
  readonly notConverted: number;
}

/** The leads that score at least a threshold, of those with a known outcome; shares are 0 to 1. */
export interface Cut {
  readonly threshold: number;
  readonly flagged: number;
  readonly converted: number;
  /** Of all leads: how far down the list sales would have to work. */
  readonly shareFlagged: number;
  /** Of all that convert. */
  readonly recall: number;
  /** Of all that do not convert: the false alarms. */
  readonly fallout: number;
  /** Converted of the flagged; null where none is flagged. */
  readonly precision: number | null;
  /** Precision as a multiple of the rate of all leads. */
  readonly lift: number | null;
}

/**
 * What every distinct score does as a threshold, from the highest down: the points of the gains curve (recall over share flagged),
 * of precision over recall and of the ROC curve, none interpolated (STATISTICS.md 4). Null where no lead converts or all do.
 */
export function cutsOf(groups: readonly ScoreGroup[]): readonly Cut[] | null {
  const { converts, others } = totalsOf(groups);
  if (converts === 0 || others === 0) return null;
  const leads = converts + others;
  let [flagged, converted] = [0, 0];
  return groups.toReversed().map((group): Cut => {
    flagged += group.converted + group.notConverted;
    converted += group.converted;
    const precision = flagged === 0 ? null : converted / flagged;
    return {
      threshold: group.score,
      flagged,
      converted,
      shareFlagged: flagged / leads,
      recall: converted / converts,
      fallout: (flagged - converted) / others,
      precision,
      lift: precision === null ? null : precision / (converts / leads),
    };
  });
}

/** How many leads convert, and how many do not. */
export function totalsOf(groups: readonly ScoreGroup[]): { readonly converts: number; readonly others: number } {
  let [converts, others] = [0, 0];
  for (const { converted, notConverted } of groups) {
    converts += converted;
    others += notConverted;
  }
  return { converts, others };
}
