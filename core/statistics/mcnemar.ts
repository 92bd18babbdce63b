import { twoSidedP } from './normal.ts';

/** Two-sided p-values of McNemar's test in its four kinds. */
export interface McNemar {
  readonly chiSquare: number;
  readonly p: number;
  /** With Edwards' correction for continuity. */
  readonly correctedChiSquare: number;
  readonly correctedP: number;
  readonly exactP: number;
  /** The exact one, which is too careful, with half of the table's own probability: the one to show. */
  readonly midP: number;
}

/**
 * Whether two definitions say yes to the same leads equally often, from the leads that one of them alone says yes to
 * (STATISTICS.md 1.3). Null where there are none: then both flag the same leads.
 */
export function mcNemar(onlyFirst: number, onlySecond: number): McNemar | null {
  const discordant = onlyFirst + onlySecond;
  if (discordant === 0) return null;
  const apart = Math.abs(onlyFirst - onlySecond);
  const chiSquare = (apart * apart) / discordant;
  const correctedChiSquare = Math.max(0, apart - 1) ** 2 / discordant;
  const { atMost, exactly } = fairCoin(Math.min(onlyFirst, onlySecond), discordant);
  return {
    chiSquare,
    p: twoSidedP(Math.sqrt(chiSquare)),
    correctedChiSquare,
    correctedP: twoSidedP(Math.sqrt(correctedChiSquare)),
    exactP: Math.min(1, 2 * atMost),
    midP: apart === 0 ? 1 - exactly / 2 : 2 * atMost - exactly,
  };
}

/** The probabilities of `heads` or fewer, and of exactly `heads`, in so many tosses; `heads` up to half of them. */
function fairCoin(heads: number, tosses: number): { readonly atMost: number; readonly exactly: number } {
  let logarithm = -tosses * Math.LN2;
  for (let k = 0; k < heads; k += 1) logarithm += Math.log((tosses - k) / (k + 1));
  const exactly = Math.exp(logarithm);
  let [term, sum] = [1, 1];
  for (let k = heads; k > 0 && term > sum * 1e-17; k -= 1) {
    term *= k / (tosses - k + 1);
    sum += term;
  }
  return { atMost: exactly * sum, exactly };
}
