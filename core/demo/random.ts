import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { itemAt } from '../at.ts';

/** Draws from one seeded stream: the same seed and the same calls give the same values on every machine. */
export interface Random {
  /** From 0, included, to 1, excluded. */
  readonly uniform: () => number;
  readonly chance: (probability: number) => boolean;
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number;
  readonly logNormal: (median: number, sigma: number) => number;
  readonly exponential: (mean: number) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** The index of one of the weights, each as likely as it is heavy. */
  readonly weighted: (weights: readonly number[]) => number;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => (generator.next() >>> 0) / 0x1_0000_0000;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    chance: (probability) => uniform() < probability,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    exponential: (mean) => -mean * Math.log(1 - uniform()),
    whole: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    pick: (list) => itemAt(list, Math.floor(uniform() * list.length)),
    weighted: (weights) => {
      let sum = 0;
      for (const weight of weights) sum += weight;
      let left = uniform() * sum;
      for (let index = 0; index < weights.length - 1; index += 1) {
        left -= itemAt(weights, index);
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
  };
}
