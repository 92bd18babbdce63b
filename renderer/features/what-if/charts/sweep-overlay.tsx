import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { useMessages } from '../../../i18n/messages.tsx';
import { drawnRate } from '../view.ts';
import type { SweepChartProps } from './sweep-chart-props.ts';
import { SweepHandle } from './sweep-handle.tsx';
import { pointAt } from './sweep-rows.ts';

interface SweepOverlayProps extends SweepChartProps {
  readonly plateau: readonly [number, number] | null;
  readonly mostWeekly: number;
  readonly hasRates: boolean;
  /** Of the axis. */
  readonly ends: readonly [number, number];
}

/** Everything written on the plot or dragged over it, drawn with the chart's own scales: so it is in every saved picture. */
export const SweepOverlay = (props: SweepOverlayProps) => {
  const { view, threshold, plateau, mostWeekly, hasRates, ends } = props;
  const { t, format } = useMessages();
  const area = usePlotArea();
  const x = useXAxisScale();
  const rateScale = useYAxisScale('rate');
  const volumeScale = useYAxisScale('volume');
  if (area === undefined || x === undefined || rateScale === undefined || volumeScale === undefined) return null;
  const at = Number(x(Math.min(ends[1], Math.max(ends[0], threshold))));
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const point = pointAt(view.pair.scenario.sweep, threshold);
  const rate = hasRates ? drawnRate(point) : null;
  const before = pointAt(view.pair.baseline.sweep, threshold);
  const lowest = Math.max(rate === null ? area.y : Number(rateScale(rate)), baselineHeight(before, rateScale, area.y));
  const flips = at > right - 240;
  const baselineAt = view.was === null ? null : Number(x(view.pair.baseline.threshold));
  const level = view.levelName;
  return (
    <g>
      <text x={area.x + 4} y={area.y - 10} fill="var(--ink2)">
        {t(hasRates ? 'what-if.sweepRate' : 'what-if.sweepVolume', { level })}
      </text>
      {hasRates && (
        <text x={area.x + 4} y={Number(volumeScale(mostWeekly)) - 4} fill="var(--ink2)">
          {t('what-if.sweepVolume', { level })}
        </text>
      )}
      {view.capacity !== null && (
        <text
          x={right - 4}
          y={Number(volumeScale(view.capacity)) - 5}
          textAnchor="end"
          fill="var(--sales-text)"
          fontWeight={600}
        >
          {t('what-if.capacityLine', { capacity: format.points(view.capacity) })}
        </text>
      )}
      {plateau !== null && (
        <PlateauWords
          {...props}
          plateau={plateau}
          left={Number(x(plateau[0]))}
          right={Number(x(plateau[1]))}
          area={area}
        />
      )}
      {baselineAt !== null && baselineAt >= area.x && baselineAt <= right && (
        <line
          x1={baselineAt}
          x2={baselineAt}
          y1={area.y}
          y2={bottom}
          stroke="var(--grey)"
          strokeWidth={2}
          strokeDasharray="5 4"
        />
      )}
      <SweepHandle {...props} at={at} area={area} point={point} />
      {baselineAt !== null && baselineAt < at - 8 && baselineAt > area.x + 220 && (
        <text x={baselineAt - 8} y={area.y - 10} textAnchor="end" fill="var(--ink3)">
          {t('what-if.baselineAt', { threshold: format.points(view.pair.baseline.threshold) })}
        </text>
      )}
      {rate !== null && point?.interval !== undefined && (
        <g pointerEvents="none">
          <circle cx={at} cy={Number(rateScale(rate))} r={4.5} fill="var(--whose)" stroke="var(--bg)" strokeWidth={2} />
          <text
            x={flips ? at - 12 : at + 12}
            y={lowest + 20}
            textAnchor={flips ? 'end' : 'start'}
            fill="var(--whose-text)"
            fontWeight={600}
          >
            {t('what-if.rateAt', { rate: format.rate(rate, point.interval), n: format.count(point.observed) })}
          </text>
        </g>
      )}
    </g>
  );
};

const baselineHeight = (
  point: Parameters<typeof drawnRate>[0],
  scale: (share: number) => unknown,
  otherwise: number,
): number => {
  const rate = drawnRate(point);
  return rate === null ? otherwise : Number(scale(rate));
};

interface PlateauWordsProps extends Pick<SweepOverlayProps, 'threshold'> {
  readonly plateau: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly area: { readonly x: number; readonly y: number; readonly width: number };
}

/** Beside the plateau where there is room for them, at its right first. */
const PlateauWords = ({ plateau, threshold, left, right, area }: PlateauWordsProps) => {
  const { t, format } = useMessages();
  const words = t(area.width > 900 ? 'what-if.plateauRange' : 'what-if.plateauShort', {
    from: format.points(plateau[0]),
    to: format.points(plateau[1]),
    at: format.points(threshold),
  });
  const room = words.length * 6.6 + 20;
  const fitsRight = right + room < area.x + area.width;
  if (!fitsRight && left - room < area.x) return null;
  return (
    <text
      x={fitsRight ? right + 10 : left - 10}
      y={area.y + 14}
      textAnchor={fitsRight ? 'start' : 'end'}
      fill="var(--ink2)"
    >
      {words}
    </text>
  );
};
