import { useMemo } from 'react';
import { plateauAround } from '../../../../core/comparison/line/plateau.ts';
import { gridPath } from '../../../charts/plot/paths.ts';
import { Ticks } from '../../../charts/plot/ticks.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { SweepChartProps } from './sweep-chart-props.ts';
import { SweepOverlay } from './sweep-overlay.tsx';
import { sweepScales } from './sweep-scales.ts';
import { RateSeries, VolumeSeries } from './sweep-series.tsx';

/** Conversion above, leads a week below, on one axis of thresholds; without rates the volume has the whole height. */
export const SweepChart = (props: SweepChartProps) => {
  const { view, threshold, width, height } = props;
  const { t, format } = useMessages();
  const scales = useMemo(() => sweepScales(view, width, height), [view, width, height]);
  const { area, ends, step, hasRates, x, rate, volume, thresholdTicks, rateTicks, volumeTicks } = scales;
  const plateau = hasRates ? plateauAround(view.pair.scenario.sweep, threshold) : null;
  const highest = rateTicks.at(-1);
  const share = (tick: number) => (tick === highest ? format.percent(tick) : format.decimal(tick * 100, 1));
  return (
    <svg width={width} height={height} role="group" aria-label={t('what-if.sweepTitle')}>
      {plateau !== null && (
        <path
          d={`M${x(Math.max(ends[0], plateau.from - step / 2))} ${area.bottom}V${area.top}H${x(Math.min(ends[1], plateau.to + step / 2))}V${area.bottom}Z`}
          fill="var(--bg3)"
          stroke="var(--line)"
        />
      )}
      <path d={gridPath(area.left, area.right, rateTicks.map(rate))} stroke="var(--grid)" />
      <Ticks
        ticks={rateTicks.map((tick) => ({ at: rate(tick), label: share(tick) }))}
        line={area.left - 8}
        side="left"
      />
      <Ticks
        ticks={volumeTicks.map((tick) => ({ at: volume(tick), label: format.decimal(tick) }))}
        line={area.right + 8}
        side="right"
      />
      <VolumeSeries scales={scales} />
      <path d={`M${area.left} ${area.bottom}H${area.right}`} stroke="var(--line2)" />
      <Ticks
        ticks={thresholdTicks.map((tick) => ({ at: x(tick), label: format.points(tick) }))}
        line={area.bottom + 18}
        side="below"
      />
      {view.capacity !== null && (
        <path d={`M${area.left} ${volume(view.capacity)}H${area.right}`} stroke="var(--sales)" strokeWidth={1.5} />
      )}
      <RateSeries scales={scales} />
      <SweepOverlay {...props} scales={scales} plateau={plateau} />
    </svg>
  );
};
