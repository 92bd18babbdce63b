/**
 * q-values: the least false discovery rate at which each test is still a discovery. q of the i-th smallest of m p-values is
 * the least p(j)·m/j over j ≥ i, at most 1 (Benjamini and Hochberg, Controlling the False Discovery Rate, 1995). In the order
 * of `pValues`; null stays null and is no test.
 */
export function falseDiscoveryRates(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const tests = pValues
    .flatMap((pValue, index) => (pValue === null ? [] : [{ pValue, index }]))
    .sort((left, right) => right.pValue - left.pValue);
  const rates: (number | null)[] = pValues.map(() => null);
  let least = 1;
  tests.forEach(({ pValue, index }, fromLargest) => {
    least = Math.min(least, pValue * (tests.length / (tests.length - fromLargest)));
    rates[index] = least;
  });
  return rates;
}
