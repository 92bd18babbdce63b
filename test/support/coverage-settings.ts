import { aalenJohansen } from '../../core/statistics/aalen-johansen.ts';
import type { Draws } from '../../core/statistics/draws.ts';
import { rateDifference } from '../../core/statistics/newcombe.ts';
import { pairedTableDifference } from '../../core/statistics/newcombe-paired.ts';
import type { PairedCounts } from '../../core/statistics/paired-counts.ts';
import { pairedRateDifference } from '../../core/statistics/paired-rates.ts';
import { rankingOf } from '../../core/statistics/ranking.ts';
import { differenceBounds } from '../../core/statistics/rate-bounds.ts';
import { tangoInterval } from '../../core/statistics/tango.ts';
import { wilsonInterval } from '../../core/statistics/wilson.ts';
import { type CoverageSetting, drawCells } from './coverage.ts';

const percent = (rate: number): string => `${Number((rate * 100).toFixed(1))} %`;

const wilson = (rate: number, leads: number): CoverageSetting => ({
  name: `Wilson, ${percent(rate)} of ${leads}`,
  draw: ({ binomial }) => ({ truth: rate, interval: wilsonInterval(binomial(leads, rate), leads) }),
});

/** A rate of one lot of leads jumps about 95 % with every lead more or less; over rates it does not. */
const wilsonOverRates = (leads: number): CoverageSetting => ({
  name: `Wilson, anything from 2 % to 60 % of ${leads}`,
  draw: ({ uniform, binomial }) => {
    const truth = 0.02 + 0.58 * uniform();
    return { truth, interval: wilsonInterval(binomial(leads, truth), leads) };
  },
});

const newcombe = (one: number, ofOne: number, other: number, ofOther: number): CoverageSetting => ({
  name: `Newcombe, ${percent(one)} of ${ofOne} less ${percent(other)} of ${ofOther}`,
  draw: ({ binomial }) => {
    const found = rateDifference(
      { converted: binomial(ofOne, one), observed: ofOne },
      { converted: binomial(ofOther, other), observed: ofOther },
    );
    return { truth: one - other, interval: found?.interval ?? null };
  },
});

/** Of `leads`, these shares are said yes to both times, the first and the second time alone. */
const table = (
  draws: Draws,
  leads: number,
  [both, onlyFirst, onlySecond]: readonly [number, number, number],
): Parameters<typeof tangoInterval>[0] => {
  const [inBoth = 0, inFirst = 0, inSecond = 0] = drawCells(draws, leads, [both, onlyFirst, onlySecond]);
  return {
    both: inBoth,
    onlyFirst: inFirst,
    onlySecond: inSecond,
    neither: leads - inBoth - inFirst - inSecond,
  };
};

const RECALL = [0.55, 0.2, 0.1] as const;

const recall = (leads: number): readonly CoverageSetting[] => [
  {
    name: `Newcombe paired, 75 % less 65 % of the same ${leads}`,
    draw: (draws) => ({
      truth: 0.1,
      interval: pairedTableDifference(table(draws, leads, RECALL))?.interval ?? null,
    }),
  },
  {
    name: `Tango, 75 % less 65 % of the same ${leads}`,
    draw: (draws) => ({ truth: 0.1, interval: tangoInterval(table(draws, leads, RECALL)) }),
  },
];

/** Leads of both, A alone and B alone: their shares of all, and how many of each convert. */
interface Overlap {
  readonly shares: readonly [number, number, number];
  readonly rates: readonly [number, number, number];
}

/** A converts 30 %, B 35 %. */
const BETTER: Overlap = { shares: [0.6, 0.2, 0.2], rates: [0.35, 0.15, 0.35] };
/** B is narrower, and both convert 25 %. */
const EQUAL: Overlap = { shares: [0.5, 0.4, 0.1], rates: [0.25, 0.25, 0.25] };

function overlapping(draws: Draws, leads: number, { shares, rates }: Overlap): PairedCounts {
  const drawn = drawCells(draws, leads, shares);
  const [bothConverted = 0, onlyAConverted = 0, onlyBConverted = 0] = drawn.map((count, kind) =>
    draws.binomial(count, rates[kind] ?? 0),
  );
  const [both = 0, onlyA = 0, onlyB = 0] = drawn;
  return {
    bothConverted,
    onlyAConverted,
    onlyBConverted,
    bothNot: both - bothConverted,
    onlyANot: onlyA - onlyAConverted,
    onlyBNot: onlyB - onlyBConverted,
  };
}

const rateOfA = ({ shares: [both, onlyA], rates }: Overlap): number =>
  (both * rates[0] + onlyA * rates[1]) / (both + onlyA);
const rateOfB = ({ shares: [both, , onlyB], rates }: Overlap): number =>
  (both * rates[0] + onlyB * rates[2]) / (both + onlyB);

const paired = (leads: number, overlap: Overlap): readonly CoverageSetting[] => {
  const [rateA, rateB] = [rateOfA(overlap), rateOfB(overlap)];
  const what = `${percent(rateB)} less ${percent(rateA)} of ${leads} leads of either`;
  return [
    {
      name: `Paired difference, ${what}`,
      draw: (draws) => ({
        truth: rateB - rateA,
        interval: pairedRateDifference(overlapping(draws, leads, overlap))?.interval ?? null,
      }),
    },
    {
      name: `Paired ratio, ${what}`,
      draw: (draws) => ({
        truth: rateB / rateA,
        interval: pairedRateDifference(overlapping(draws, leads, overlap))?.relative?.interval ?? null,
      }),
    },
  ];
};

/** Leads that convert by their score, of five. */
const area = (leads: number): CoverageSetting => {
  const converts = [0.1, 0.1, 0.2, 0.3, 0.3];
  const others = [0.3, 0.3, 0.2, 0.1, 0.1];
  let [truth, below] = [0, 0];
  converts.forEach((share, score) => {
    truth += share * (below + (others[score] ?? 0) / 2);
    below += others[score] ?? 0;
  });
  return {
    name: `DeLong, area ${truth.toFixed(2)} of ${leads} leads that convert and ${2 * leads} that do not`,
    draw: (draws) => {
      const [converted, notConverted] = [drawCells(draws, leads, converts), drawCells(draws, 2 * leads, others)];
      const found = rankingOf(
        converted.map((count, score) => ({ score, converted: count, notConverted: notConverted[score] ?? 0 })),
      );
      return { truth, interval: found?.interval ?? null };
    },
  };
};

/** In each of ten weeks, of the leads still open 4 % convert and 3 % are lost, and then 5 % are too young to be followed on. */
const incidence = (leads: number): CoverageSetting => {
  const [event, competing, censored] = [0.04, 0.03, 0.05];
  const truth = (event / (event + competing)) * (1 - (1 - event - competing) ** 10);
  return {
    name: `Aalen and Johansen, ${percent(truth)} by the tenth week of ${leads}`,
    draw: (draws) => {
      let left = leads;
      const weeks = Array.from({ length: 10 }, (_, week) => {
        const [events = 0, lost = 0] = drawCells(draws, left, [event, competing]);
        const young = draws.binomial(left - events - lost, censored);
        left -= events + lost + young;
        return { time: week + 1, events, competing: lost, censored: young };
      });
      const last = aalenJohansen([...weeks, { time: 11, events: 0, competing: 0, censored: left }]).at(-1);
      return { truth, interval: last?.interval ?? null };
    },
  };
};

/** Of the leads that one of them alone flags a quarter has no outcome: those of A would all have converted, those of B none. */
const bounds = (leads: number): CoverageSetting => {
  const { shares, rates } = BETTER;
  const [both, only] = [shares[0], shares[1]];
  const ofA = (both * rates[0] + only * (0.75 * rates[1] + 0.25)) / (both + only);
  const ofB = (both * rates[0] + only * 0.75 * rates[2]) / (both + only);
  return {
    name: `Imbens and Manski, the truth at the lower bound, ${leads} leads of either`,
    draw: (draws) => {
      const [known = 0, onlyA = 0, onlyB = 0] = drawCells(draws, leads, [1 - only / 2, only / 4, only / 4]);
      const observed = overlapping(draws, known, {
        shares: [both / (1 - only / 2), (0.75 * only) / (1 - only / 2), (0.75 * only) / (1 - only / 2)],
        rates,
      });
      return { truth: ofB - ofA, interval: differenceBounds(observed, { both: 0, onlyA, onlyB })?.interval ?? null };
    },
  };
};

/** What the app draws at 95 %, with 30 SQLs and with many. Chosen before they were run, and all of them are reported. */
export const COVERAGE_SETTINGS: readonly CoverageSetting[] = [
  wilsonOverRates(60),
  wilsonOverRates(300),
  newcombe(0.3, 150, 0.2, 150),
  newcombe(0.12, 400, 0.08, 90),
  ...recall(60),
  ...recall(300),
  ...paired(110, BETTER),
  ...paired(400, BETTER),
  ...paired(1500, BETTER),
  ...paired(150, EQUAL),
  ...paired(1000, EQUAL),
  bounds(400),
  area(60),
  incidence(200),
];

/**
 * Wilson's interval at one rate and one number of leads. Outcomes are whole leads, so its coverage jumps about 95 % from one
 * number to the next and leaves 94 to 96 % in places (93.7 % at 30 % of 100), whatever the formula; over rates it is 95 %.
 */
export const WILSON_AT_ONE_RATE: readonly CoverageSetting[] = [
  wilson(0.05, 400),
  wilson(0.1, 150),
  wilson(0.1, 500),
  wilson(0.2, 150),
  wilson(0.3, 100),
  wilson(0.3, 1000),
];
