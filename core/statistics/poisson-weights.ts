import type { Resampling } from './bootstrap.ts';

/** The chance of at most 0, 1, 2, … where 1 is expected, in 2³² parts; beyond 12 there is less than one part left. */
const AT_MOST = Float64Array.from({ length: 13 }, (_, count) => {
  let [term, sum] = [1, 1];
  for (let k = 1; k <= count; k += 1) {
    term /= k;
    sum += term;
  }
  return Math.round((sum / Math.E) * 0x1_0000_0000);
});

/**
 * How often a lead is in a resample of the Poisson bootstrap: 0, 1, 2, … with mean 1, the same for the same seed, lead and
 * resample. Every scenario, and one made tomorrow, sees the same leads drawn (STATISTICS.md 2). `lead`: a whole number that stays
 * with the lead.
 */
export const poissonWeight = (seed: number, lead: number, resample: number): number =>
  weightAt(scrambled(scrambled(seed) ^ lead), resample);

/** `ofLead`: the hash of seed and lead, so that a loop over resamples need not take it again. */
function weightAt(ofLead: number, resample: number): number {
  const drawn = scrambled(scrambled(ofLead + Math.imul(resample, 0x9e37_79b9)) ^ resample) >>> 0;
  let weight = 0;
  while (weight < 13 && drawn >= (AT_MOST[weight] ?? 0)) weight += 1;
  return weight;
}

/** A bijection of 32 bits in which every bit of the input moves about half of those of the output (lowbias32, Wellons 2018). */
function scrambled(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x7feb_352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846c_a68b);
  return mixed ^ (mixed >>> 16);
}

/**
 * The sums of `values` (each one value a lead, in the order of `leads`) in every resample, leads weighted with `poissonWeight`: the
 * paired bootstrap of amounts and of ratios of sums. Leads that are 0 in all values may be left out. Good from about 100 leads on.
 */
export function poissonSums(
  { seed, resamples }: Resampling,
  leads: ArrayLike<number>,
  values: readonly ArrayLike<number>[],
): readonly Float64Array[] {
  const ofSeed = scrambled(seed);
  const sums = values.map((of) => ({ of, sum: new Float64Array(resamples) }));
  for (let index = 0; index < leads.length; index += 1) {
    const ofLead = scrambled(ofSeed ^ (leads[index] ?? 0));
    for (let resample = 0; resample < resamples; resample += 1) {
      const weight = weightAt(ofLead, resample);
      if (weight === 0) continue;
      for (const { of, sum } of sums) sum[resample] = (sum[resample] ?? 0) + weight * (of[index] ?? 0);
    }
  }
  return sums.map(({ sum }) => sum);
}
