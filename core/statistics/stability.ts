import { numberAt } from '../at.ts';
import { chiSquarePoint } from './chi-square.ts';

export interface Stability {
  /** The population stability index. */
  readonly value: number;
  /** What it would stay below 19 times in 20 if nothing had changed: it depends on how many leads there are. */
  readonly critical: number;
  /** Above 0.1, the habit, and above `critical`. */
  readonly isDrift: boolean;
}

/** Under it a change is small whatever its certainty (STATISTICS.md 4). */
const LEAST_DRIFT = 0.1;

/**
 * How far the shares of the bands have moved between two periods: PSI = Σ(q − p)·ln(q/p), with ½ added to every count where one is
 * 0 (STATISTICS.md 4). Without a change PSI/(1/N + 1/M) follows χ² with one degree less than there are bands (Yurdakul), of
 * which the critical value is the 95 % point. `before` and `after`: leads by band, in the same bands. Null with fewer than two
 * bands, or without leads in one of the periods.
 */
export function psi(before: readonly number[], after: readonly number[]): Stability | null {
  if (before.length !== after.length) throw new RangeError(`${before.length} bands before and ${after.length} after`);
  const [leadsBefore, leadsAfter] = [sum(before), sum(after)];
  if (before.length < 2 || leadsBefore === 0 || leadsAfter === 0) return null;
  const added = [...before, ...after].includes(0) ? 0.5 : 0;
  const sharesBefore = sharesOf(before.map((count) => count + added));
  const sharesAfter = sharesOf(after.map((count) => count + added));
  const value = sum(
    sharesBefore.map((share, band) => {
      const later = numberAt(sharesAfter, band);
      return (later - share) * Math.log(later / share);
    }),
  );
  const critical = chiSquarePoint(0.05, before.length - 1) * (1 / leadsBefore + 1 / leadsAfter);
  return { value, critical, isDrift: value > LEAST_DRIFT && value > critical };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function sharesOf(counts: readonly number[]): readonly number[] {
  const all = sum(counts);
  return counts.map((count) => count / all);
}
