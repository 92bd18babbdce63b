/**
 * Holm's step-down p-values (1979) of tests that belong together: below 0.05 where a difference holds whatever else was tested
 * (STATISTICS.md 1.5). In the order given; null, a test that does not exist, stays null and counts for nothing.
 */
export function holm(ps: readonly (number | null)[]): readonly (number | null)[] {
  const tests = ps.flatMap((p, index) => (p === null ? [] : [{ p, index }])).toSorted((one, other) => one.p - other.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let largest = 0;
  tests.forEach(({ p, index }, rank) => {
    largest = Math.min(1, Math.max(largest, p * (tests.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
