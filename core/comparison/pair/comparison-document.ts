/** What `accord compare` prints. */
import type { Cell } from '../../measures/frame.ts';
import type { LevelMeasures } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { Comparison } from './comparison.ts';
import { comparisonSentence } from './comparison-sentence.ts';

export interface ComparisonDocument {
  readonly format: 'accord.comparison/1';
  readonly level: string;
  readonly a: LevelMeasures;
  readonly b: LevelMeasures;
  readonly difference: {
    readonly rate: number | null;
    readonly standardError: number | null;
    readonly interval: Interval | null;
    readonly p: number | null;
    readonly bounds: Interval | null;
    /** A multiple of the rate of the known leads that score alike; null too where some of them would have to convert more than all. */
    readonly breakEven: number | null;
  };
  readonly recall: {
    readonly difference: number | null;
    readonly interval: Interval | null;
    readonly midP: number | null;
  };
  readonly swap: {
    readonly kept: SwapCell;
    readonly lost: SwapCell;
    readonly gained: SwapCell;
    readonly interval: Interval | null;
  };
  readonly sentence: string;
}

type SwapCell = Pick<Cell, 'leads' | 'observed' | 'converted' | 'rate' | 'interval'>;

export function comparisonDocument(comparison: Comparison, level: string): ComparisonDocument {
  const { a, b, difference, recall, swap } = comparison;
  const { rate, standardError, interval, p, bounds, breakEven } = difference;
  return {
    format: 'accord.comparison/1',
    level,
    a,
    b,
    difference: {
      rate,
      standardError,
      interval,
      p,
      bounds,
      breakEven: breakEven?.isPossible === true ? breakEven.multiple : null,
    },
    recall: { difference: recall.difference, interval: recall.interval, midP: recall.midP },
    swap: { kept: cell(swap.kept), lost: cell(swap.lost), gained: cell(swap.gained), interval: swap.interval },
    sentence: comparisonSentence(comparison),
  };
}

const cell = ({ leads, observed, converted, rate, interval }: Cell): SwapCell => ({
  leads,
  observed,
  converted,
  rate,
  interval,
});
