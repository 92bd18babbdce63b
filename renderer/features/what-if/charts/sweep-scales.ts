import { ticksBetween, ticksWithin, zones } from '../../../charts/axis.ts';
import { linear, type PlotArea, type Scale } from '../../../charts/plot/scale.ts';
import type { FrameView } from '../view.ts';
import { type SweepRow, sweepRange, sweepRows } from './sweep-rows.ts';

/** What everything drawn on the sweep shares: the rows, and where their figures stand. */
export interface SweepScales {
  readonly area: PlotArea;
  readonly rows: readonly SweepRow[];
  /** Thresholds at the ends of the axis, half a step beyond the outermost. */
  readonly ends: readonly [number, number];
  readonly step: number;
  readonly hasRates: boolean;
  readonly x: Scale;
  readonly rate: Scale;
  readonly volume: Scale;
  readonly thresholdTicks: readonly number[];
  readonly rateTicks: readonly number[];
  readonly volumeTicks: readonly number[];
}

const RATE_SHARE = 0.61;

export const sweepScales = ({ pair, capacity }: FrameView, width: number, height: number): SweepScales => {
  const rows = sweepRows(pair.scenario, pair.baseline);
  const [first, last] = sweepRange(pair.scenario);
  const step = last > first ? (last - first) / Math.max(1, pair.scenario.sweep.length - 1) : 1;
  const ends: readonly [number, number] = [first - step / 2, last + step / 2];
  const rateTicks = rateTicksOf(rows, Math.max(2, Math.floor((height * RATE_SHARE) / 32)));
  const hasRates = rows.some((row) => row.rate !== null);
  const volumeTicks = ticksBetween(0, Math.max(1e-9, capacity ?? 0, ...rows.map((row) => row.perWeek ?? 0)), 2);
  const mostWeekly = volumeTicks.at(-1) ?? 1;
  const figures = mostWeekly < 10_000 ? 40 : 52;
  const area: PlotArea = { left: 46, top: 28, right: width - figures, bottom: height - 22 };
  const domain = hasRates
    ? zones([rateTicks[0] ?? 0, rateTicks.at(-1) ?? 1], mostWeekly, RATE_SHARE)
    : { rate: [0, 1] as const, count: [0, mostWeekly * 1.25] as const };
  const upright = [area.bottom, area.top] as const;
  return {
    area,
    rows,
    ends,
    step,
    hasRates,
    x: linear(ends, [area.left, area.right]),
    rate: linear(domain.rate, upright),
    volume: linear(domain.count, upright),
    thresholdTicks: ticksWithin(first, last, Math.max(2, Math.floor(width / 110))),
    rateTicks: hasRates ? rateTicks : [],
    volumeTicks,
  };
};

/** Round ends around the lines; the band may be cut at them, the lines never. */
const rateTicksOf = (rows: readonly SweepRow[], wanted: number): readonly number[] => {
  const rates = rows.flatMap((row) => [row.rate, row.baselineRate]).filter((rate) => rate !== null);
  if (rates.length === 0) return [0, 1];
  const low = Math.max(0, Math.min(...rates) - 0.03);
  const high = Math.min(1, Math.max(...rates) + 0.03);
  return ticksBetween(low, high, wanted).filter((tick) => tick >= 0 && tick <= 1);
};
