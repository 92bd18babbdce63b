import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws from one seeded stream: the same seed and the same calls give the same values on every machine. */
export interface Draws {
  /** From 0, included, to 1, excluded, in steps of 2⁻⁵³. */
  readonly uniform: () => number;
  /** How many of `trials` succeed, each with `chance`. */
  readonly binomial: (trials: number, chance: number) => number;
}

export function createDraws(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => {
    const high = generator.next() >>> 5;
    return (high * 0x400_0000 + (generator.next() >>> 6)) / 0x20_0000_0000_0000;
  };
  return { uniform, binomial: (trials, chance) => binomialAt(uniform(), trials, chance) };
}

/**
 * The number of successes that one uniform draw stands for: their probabilities are taken off it from the likeliest number
 * outwards, so that it ends after about as many steps as the standard deviation is wide.
 */
function binomialAt(uniform: number, trials: number, chance: number): number {
  if (chance <= 0 || trials === 0) return 0;
  if (chance >= 1) return trials;
  const odds = chance / (1 - chance);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  const atMode = binomialProbability(trials, mode, chance);
  let left = uniform - atMode;
  if (left < 0) return mode;
  let [below, above] = [mode, mode];
  let [ofBelow, ofAbove] = [atMode, atMode];
  while (below > 0 || above < trials) {
    if (above < trials) {
      ofAbove *= ((trials - above) / (above + 1)) * odds;
      above += 1;
      left -= ofAbove;
      if (left < 0) return above;
    }
    if (below > 0) {
      ofBelow *= below / ((trials - below + 1) * odds);
      below -= 1;
      left -= ofBelow;
      if (left < 0) return below;
    }
    // Rounding can leave a trace that no number stands for.
    if (ofAbove + ofBelow < SMALLEST) return mode;
  }
  return mode;
}

const SMALLEST = 1e-18;

const binomialProbability = (trials: number, successes: number, chance: number): number =>
  Math.exp(
    logFactorial(trials) -
      logFactorial(successes) -
      logFactorial(trials - successes) +
      successes * Math.log(chance) +
      (trials - successes) * Math.log1p(-chance),
  );

/** ln n! for n from 0 to 20. */
const EXACT: readonly number[] = Array.from({ length: 21 }, (_, n) => {
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return Math.log(product);
});

/** ln n!, above 20 by Stirling's series to the fifth power, which is good to the last digits there. */
function logFactorial(n: number): number {
  const exact = EXACT[n];
  if (exact !== undefined) return exact;
  const inverse = 1 / n;
  const squared = inverse * inverse;
  const series = inverse * (1 / 12 - squared * (1 / 360 - squared / 1260));
  return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + series;
}
