/** Leads with a known outcome in one class of an attribute. */
export interface OutcomeClass {
  readonly converted: number;
  readonly notConverted: number;
}

export interface InformationValue {
  readonly value: number;
  /**
   * What an attribute without any relation to the outcome would have on average: (classes − 1)·(1/K + 1/M) for K converted
   * and M not. The value is to first order χ²·(1/K + 1/M), and χ² has the mean classes − 1.
   */
  readonly byChance: number;
}

/**
 * Information value, Σ (share of the converted − share of the not converted) · weight of evidence, the latter being
 * ln(share of the converted / share of the not converted) (Siddiqi, Credit Risk Scorecards, 2006; STATISTICS.md, best-customer
 * profile). Half a lead is added to both sides of a class that has nobody on one. 0 when one outcome never occurred.
 */
export function informationValue(classes: readonly OutcomeClass[]): InformationValue {
  const held = classes.filter(({ converted, notConverted }) => converted + notConverted > 0);
  const converted = held.reduce((sum, one) => sum + one.converted, 0);
  const notConverted = held.reduce((sum, one) => sum + one.notConverted, 0);
  if (converted === 0 || notConverted === 0) return { value: 0, byChance: 0 };
  const value = held.reduce((sum, one) => {
    const [shareConverted, shareOthers] = sharesOf(one, converted, notConverted);
    return sum + (shareConverted - shareOthers) * Math.log(shareConverted / shareOthers);
  }, 0);
  return { value, byChance: (held.length - 1) * (1 / converted + 1 / notConverted) };
}

/**
 * ln(share of the converted / share of the others) of one class of an attribute, smoothed as in the information value;
 * `converted` and `notConverted`: of all its classes, above 0. Above 0: the class converts more often than all together.
 */
export function weightOfEvidence(one: OutcomeClass, converted: number, notConverted: number): number {
  const [shareConverted, shareOthers] = sharesOf(one, converted, notConverted);
  return Math.log(shareConverted / shareOthers);
}

function sharesOf(one: OutcomeClass, converted: number, notConverted: number): readonly [number, number] {
  const smoothing = one.converted === 0 || one.notConverted === 0 ? 0.5 : 0;
  return [(one.converted + smoothing) / converted, (one.notConverted + smoothing) / notConverted];
}
