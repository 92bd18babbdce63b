import { memo } from 'react';
import type { LinePoint } from '../../../../../api/compare-line.ts';
import { bandPath, barsPath, linePath } from '../../../../charts/plot/paths.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { drawnRate } from '../../../what-if/view.ts';
import { SideDot } from '../../side-mark/side-dot.tsx';
import type { LineSide, LowerZone } from '../line-sides.ts';
import { hasRates, lowerFigure, type SweepScales } from './sweep-scales.ts';

interface SeriesProps {
  readonly sides: readonly LineSide[];
  readonly scales: SweepScales;
}

/** Conversion of both sides, each with its mark at its end; of what is told with its 95 % band, which may be cut at the ends of the axis. */
export const RateLines = memo(({ sides, scales }: SeriesProps) => {
  const { rates, x } = scales;
  if (rates === null) return null;
  const within = (y: number) => Math.min(rates.floor, Math.max(rates.ceiling, y));
  return sides.toReversed().map((side) => {
    const { line, name, whose, isTold } = side;
    if (!hasRates(line.points)) return null;
    const spots = line.points.map((point) => {
      const rate = drawnRate(point);
      return rate === null ? null : ([x(point.threshold), rates.y(rate)] as const);
    });
    const last = spots.findLast((spot) => spot !== null);
    const band = line.points.map((point) =>
      drawnRate(point) === null || point.interval === null
        ? null
        : ([x(point.threshold), within(rates.y(point.interval[1])), within(rates.y(point.interval[0]))] as const),
    );
    return (
      <g key={`${name} ${isTold}`} data-whose={whose}>
        {isTold && <path d={bandPath(band)} fill="var(--band)" />}
        <path d={linePath(spots, true)} {...strokeOf(isTold)} />
        {last !== undefined && last !== null && (
          <SideDot side={side} x={last[0]} y={last[1]} radius={3} isHollow={!isTold} />
        )}
      </g>
    );
  });
});

/** Below: bars for what is told, a dashed line for the other; profit, which may be a loss, is a line for both. */
export const LowerSeries = memo(({ sides, scales, lower }: SeriesProps & { readonly lower: LowerZone }) => {
  const zone = scales.lower;
  const spotOf = (of: (point: LinePoint) => number | null) => (point: LinePoint) => {
    const figure = of(point);
    return figure === null ? null : ([scales.x(point.threshold), Math.max(zone.ceiling, zone.y(figure))] as const);
  };
  return sides.toReversed().map(({ line, name, whose, isTold }) => {
    const slot = (scales.right - scales.left) / Math.max(1, line.points.length);
    const spots = line.points.map(spotOf((point) => lowerFigure(point, lower)));
    const isBars = isTold && lower !== 'profit';
    const bars = spots.flatMap((spot) => (spot === null ? [] : [[spot[0], spot[1], zone.y(0)] as const]));
    return (
      <g key={`${name} ${isTold}`} data-whose={whose}>
        {isBars ? (
          <path d={barsPath(bars, Math.max(1, Math.floor(slot * 0.8)))} fill="var(--bar)" />
        ) : (
          <path d={linePath(spots, false)} {...strokeOf(isTold)} />
        )}
        {isTold && lower === 'volume' && (
          <NinetiethPercentile spots={line.points.map(spotOf((point) => point.p90PerWeek))} />
        )}
      </g>
    );
  });
});

/** Nine weeks in ten bring at most this many: what capacity is held against. */
const NinetiethPercentile = ({ spots }: { readonly spots: readonly (readonly [number, number] | null)[] }) => {
  const { t } = useMessages();
  const first = spots[0] ?? null;
  return (
    <>
      <path d={linePath(spots, false)} fill="none" stroke="var(--whose)" strokeWidth={1} />
      {first !== null && (
        <text x={first[0]} y={first[1] - 4} fill="var(--whose-text)">
          {t('compare-line.p90')}
        </text>
      )}
    </>
  );
};

const strokeOf = (isTold: boolean) => ({
  fill: 'none',
  stroke: 'var(--whose)',
  strokeWidth: 2,
  ...(isTold ? {} : { strokeDasharray: '5 4' }),
});
