import { accelerationOf, bcaInterval, bootstrapCells } from '../../core/statistics/bootstrap.ts';
import { normalQuantile } from '../../core/statistics/normal.ts';
import { simultaneousDifferences } from '../../core/statistics/simultaneous.ts';
import { type CoverageSetting, drawCells } from './coverage.ts';

/** Every history is resampled itself, so that there are fewer of them. */
const RESAMPLING = { seed: 1, resamples: 1000 };

/** Money of `leads` deals, most small and few large: e to the power of a normal figure, whose mean is known. */
const meanDeal = (leads: number): CoverageSetting => ({
  name: `BCa, mean of ${leads} log-normal deals`,
  draw: ({ uniform }) => {
    const deals = Array.from({ length: leads }, () => Math.exp(0.8 * normalQuantile(uniform())));
    const meanOf = (drawn: ArrayLike<number>) =>
      deals.reduce((sum, deal, index) => sum + deal * (drawn[index] ?? 0), 0) / leads;
    const ones = deals.map(() => 1);
    const mean = meanOf(ones);
    const means = bootstrapCells(ones, { ...RESAMPLING, seed: Math.floor(uniform() * 2 ** 31) }, meanOf);
    const interval = bcaInterval(means, mean, accelerationOf(deals.map((deal) => deal - mean)));
    return { truth: Math.exp(0.32), interval };
  },
});

/** Three scenarios against one that overlap with it and with each other; the truth is that all three intervals hold theirs. */
const together = (leads: number): CoverageSetting => {
  const patterns = [0b1111, 0b0011, 0b0101, 0b1000, 0b0110, 0b1001];
  const shares = [0.4, 0.15, 0.15, 0.1, 0.1, 0.1];
  const rates = [0.35, 0.2, 0.3, 0.25, 0.3, 0.15];
  const rateOf = (scenario: number): number => {
    let [converted, all] = [0, 0];
    patterns.forEach((pattern, index) => {
      if (((pattern >>> scenario) & 1) === 0) return;
      converted += (shares[index] ?? 0) * (rates[index] ?? 0);
      all += shares[index] ?? 0;
    });
    return converted / all;
  };
  const truths = [0, 1, 2, 3].map((scenario) => rateOf(scenario) - rateOf(0));
  return {
    name: `Three scenarios at once against a fourth, ${leads} leads of any`,
    draw: (draws) => {
      const cells = drawCells(draws, leads, shares).map((count, index) => {
        const converted = draws.binomial(count, rates[index] ?? 0);
        return { pattern: patterns[index] ?? 0, converted, notConverted: count - converted };
      });
      const { differences } = simultaneousDifferences(cells, 4, 0, {
        ...RESAMPLING,
        seed: Math.floor(draws.uniform() * 2 ** 31),
      });
      const hold = differences.every((found, scenario) => {
        const [low, high] = found?.simultaneousInterval ?? [-1, 1];
        const truth = truths[scenario] ?? 0;
        return low <= truth && truth <= high;
      });
      return { truth: 0, interval: hold ? [0, 0] : [1, 1] };
    },
  };
};

/** Intervals by drawing leads again. With few deals BCa holds the mean of a long tail less often than it says. */
export const RESAMPLED_SETTINGS: readonly CoverageSetting[] = [together(400), meanDeal(50), meanDeal(300)];
