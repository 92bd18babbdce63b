/** So many points double the odds of converting. */
const POINTS_TO_DOUBLE_ODDS = 10;
const STEP = 5;
const MOST = 50;

/**
 * Points for a rule, from the weight of evidence: `10 · weight / ln 2` to the nearest multiple of 5, within ±50. This is the
 * scaling of scorecards, points = offset + factor · ln odds with factor = (points to double the odds) / ln 2 (Siddiqi, Credit
 * Risk Scorecards, 2006; STATISTICS.md 5), one level at a time: levels that go together share their evidence, which only
 * points that are learned together allow for. 0 without a weight.
 */
export function proposedPoints(weightOfEvidence: number | null): number {
  if (weightOfEvidence === null) return 0;
  const exact = (POINTS_TO_DOUBLE_ODDS * weightOfEvidence) / Math.LN2;
  const stepped = STEP * Math.round(Math.abs(exact) / STEP);
  return stepped === 0 ? 0 : Math.sign(exact) * Math.min(MOST, stepped);
}
