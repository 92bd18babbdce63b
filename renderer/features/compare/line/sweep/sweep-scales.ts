import type { LinePoint } from '../../../../../api/compare-line.ts';
import { LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import { ticksBetween, ticksWithin } from '../../../../charts/axis.ts';
import { linear, type PlotArea, type Scale } from '../../../../charts/plot/scale.ts';
import { drawnRate } from '../../../what-if/view.ts';
import type { LineSide, LowerZone } from '../line-sides.ts';

export interface Zone {
  readonly ceiling: number;
  readonly floor: number;
  readonly ticks: readonly number[];
  readonly y: Scale;
}

export interface SweepScales {
  readonly left: number;
  readonly right: number;
  readonly x: Scale;
  /** Thresholds at the ends of the axis. */
  readonly ends: readonly [number, number];
  readonly step: number;
  readonly xTicks: readonly number[];
  /** Null where too little is known for rates: then counts have the whole height. */
  readonly rates: Zone | null;
  readonly lower: Zone;
}

const AREA_TOP = 40;
const AXIS_WIDTH = 46;
const NAMES_HEIGHT = 20;
/** For the words over the lower zone. */
const BETWEEN = 24;
const RATE_SHARE = 0.6;
/** Rates that hardly differ must not look as if they did. */
const LEAST_SPAN = 0.1;

export const sweepScales = (
  sides: readonly LineSide[],
  lower: LowerZone,
  capacity: number | null,
  width: number,
  height: number,
): SweepScales => {
  const area: PlotArea = { left: AXIS_WIDTH, top: AREA_TOP, right: width - 12, bottom: height - NAMES_HEIGHT };
  const points = sides.flatMap(({ line }) => line.points);
  const thresholds = points.map(({ threshold }) => threshold);
  const [first, last] = [Math.min(...thresholds), Math.max(...thresholds)];
  const most = Math.max(1, ...sides.map(({ line }) => line.points.length));
  const step = Math.max(0.01, (last - first) / Math.max(1, most - 1));
  const ends: readonly [number, number] = [first - step / 2, last + step / 2];
  const drawn = sides.filter(({ line }) => hasRates(line.points)).flatMap(({ line }) => line.points.map(drawnRate));
  const rates = drawn.filter((rate) => rate !== null);
  const split = Math.round(area.top + (area.bottom - area.top) * RATE_SHARE);
  return {
    left: area.left,
    right: area.right,
    x: linear(ends, [area.left, area.right]),
    ends,
    step,
    xTicks: ticksWithin(first, last, Math.max(2, Math.floor(width / 90))),
    rates: rates.length === 0 ? null : rateZone(rates, area.top, split),
    lower: lowerZone(
      points.map((point) => lowerFigure(point, lower)).filter((figure) => figure !== null),
      lower === 'volume' ? capacity : null,
      rates.length === 0 ? area.top : split + BETWEEN,
      area.bottom,
    ),
  };
};

/** Whether any threshold has SQLs enough for rates to be drawn at all. */
export const hasRates = (points: readonly LinePoint[]): boolean =>
  points.some((point) => point.converted >= LEAST_SQLS && drawnRate(point) !== null);

export const lowerFigure = (point: LinePoint, lower: LowerZone): number | null => {
  switch (lower) {
    case 'volume':
      return point.perWeek;
    case 'captured':
      return point.converted;
    case 'profit':
      return point.profit;
  }
};

/**
 * The point that a threshold reads off: the lowest that is not below it, as whoever passes that one passes it. Undefined beyond
 * either end of the points, where nothing was asked for.
 */
export const pointAt = (points: readonly LinePoint[], threshold: number): LinePoint | undefined =>
  threshold < (points[0]?.threshold ?? 0) ? undefined : points.find((point) => point.threshold >= threshold);

const zoneOf = (ticks: readonly number[], ceiling: number, floor: number): Zone => ({
  ceiling,
  floor,
  ticks,
  y: linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [floor, ceiling]),
});

/** Round ends around the lines; the band may be cut at them, the lines never. */
const rateZone = (rates: readonly number[], ceiling: number, floor: number): Zone => {
  const high = Math.min(1, Math.max(...rates) + 0.03);
  const low = Math.max(0, Math.min(Math.min(...rates) - 0.03, high - LEAST_SPAN));
  const ticks = ticksBetween(low, high, Math.max(2, Math.floor((floor - ceiling) / 34)));
  return zoneOf(
    ticks.filter((tick) => tick >= 0 && tick <= 1),
    ceiling,
    floor,
  );
};

const lowerZone = (figures: readonly number[], capacity: number | null, ceiling: number, floor: number): Zone => {
  if (figures.length === 0) return { ceiling, floor, ticks: [], y: linear([0, 1], [floor, ceiling]) };
  const high = Math.max(1e-9, capacity ?? 0, ...figures);
  return zoneOf(ticksBetween(Math.min(0, ...figures), high, Math.max(1.5, (floor - ceiling) / 44)), ceiling, floor);
};
