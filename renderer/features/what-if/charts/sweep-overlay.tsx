import type { ThresholdRange } from '../../../../core/comparison/line/plateau.ts';
import type { PlotArea, Scale } from '../../../charts/plot/scale.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { drawnRate } from '../view.ts';
import type { SweepChartProps } from './sweep-chart-props.ts';
import { SweepHandle } from './sweep-handle.tsx';
import { pointAt } from './sweep-rows.ts';
import type { SweepScales } from './sweep-scales.ts';

interface SweepOverlayProps extends SweepChartProps {
  readonly scales: SweepScales;
  readonly plateau: ThresholdRange | null;
}

/** Everything written on the plot or dragged over it, in the chart's own picture: so it is in every saved one. */
export const SweepOverlay = (props: SweepOverlayProps) => {
  const { view, threshold, plateau, scales } = props;
  const { area, ends, hasRates, x, rate: rateScale, volume: volumeScale } = scales;
  const { t, format } = useMessages();
  const at = x(Math.min(ends[1], Math.max(ends[0], threshold)));
  const { left, top, right, bottom } = area;
  const mostWeekly = scales.volumeTicks.at(-1) ?? 1;
  const point = pointAt(view.pair.scenario.sweep, threshold);
  const rate = hasRates ? drawnRate(point) : null;
  const before = pointAt(view.pair.baseline.sweep, threshold);
  const lowest = Math.max(rate === null ? top : rateScale(rate), heightOf(before, rateScale, top));
  const flips = at > right - 240;
  const baselineAt = view.was === null ? null : x(view.pair.baseline.threshold);
  const level = view.levelName;
  const volume = t(useHasDates() ? 'what-if.sweepVolume' : 'what-if.inAll', { level });
  return (
    <g>
      <text x={left + 4} y={top - 10} fill="var(--ink2)">
        {hasRates ? t('what-if.sweepRate', { level }) : volume}
      </text>
      {hasRates && (
        <text x={left + 4} y={volumeScale(mostWeekly) - 4} fill="var(--ink2)">
          {volume}
        </text>
      )}
      {view.capacity !== null && (
        <text
          x={right - 4}
          y={volumeScale(view.capacity) - 5}
          textAnchor="end"
          fill="var(--sales-text)"
          fontWeight={600}
        >
          {t('what-if.capacityLine', { capacity: format.points(view.capacity) })}
        </text>
      )}
      {plateau !== null && (
        <PlateauWords {...props} plateau={plateau} from={x(plateau.from)} to={x(plateau.to)} area={area} />
      )}
      {baselineAt !== null && baselineAt >= left && baselineAt <= right && (
        <line
          x1={baselineAt}
          x2={baselineAt}
          y1={top}
          y2={bottom}
          stroke="var(--grey)"
          strokeWidth={2}
          strokeDasharray="5 4"
        />
      )}
      <SweepHandle {...props} ends={ends} at={at} area={area} point={point} />
      {baselineAt !== null && baselineAt < at - 8 && baselineAt > left + 220 && (
        <text x={baselineAt - 8} y={top - 10} textAnchor="end" fill="var(--ink3)">
          {t('what-if.baselineAt', { threshold: format.points(view.pair.baseline.threshold) })}
        </text>
      )}
      {rate !== null && point?.interval !== undefined && (
        <g pointerEvents="none">
          <circle cx={at} cy={rateScale(rate)} r={4.5} fill="var(--whose)" stroke="var(--bg)" strokeWidth={2} />
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

const heightOf = (point: Parameters<typeof drawnRate>[0], scale: Scale, otherwise: number): number => {
  const rate = drawnRate(point);
  return rate === null ? otherwise : scale(rate);
};

interface PlateauWordsProps extends Pick<SweepOverlayProps, 'threshold'> {
  readonly plateau: ThresholdRange;
  readonly from: number;
  readonly to: number;
  readonly area: PlotArea;
}

/** Beside the plateau where there is room for them, at its right first. */
const PlateauWords = ({ plateau, threshold, from, to, area }: PlateauWordsProps) => {
  const { t, format } = useMessages();
  const words = t(area.right - area.left > 900 ? 'what-if.plateauRange' : 'what-if.plateauShort', {
    from: format.points(plateau.from),
    to: format.points(plateau.to),
    at: format.points(threshold),
  });
  const room = words.length * 6.6 + 20;
  const fitsRight = to + room < area.right;
  if (!fitsRight && from - room < area.left) return null;
  return (
    <text
      x={fitsRight ? to + 10 : from - 10}
      y={area.top + 14}
      textAnchor={fitsRight ? 'start' : 'end'}
      fill="var(--ink2)"
    >
      {words}
    </text>
  );
};
