import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { ticksBetween, ticksWithin, zones } from '../../../charts/axis.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { SweepChartProps } from './sweep-chart-props.ts';
import { SweepOverlay } from './sweep-overlay.tsx';
import { plateauAround, type SweepRow, sweepRange, sweepRows } from './sweep-rows.ts';
import { VolumeBars } from './volume-bars.tsx';

const RATE_SHARE = 0.61;
/** Where recharts puts bars: under lines and areas, over the grid. */
const BARS_LAYER = 300;
const LEFT = 46;
const RIGHT = 40;
const STILL = { isAnimationActive: false } as const;
const TICK = { fill: 'var(--ink2)', fontSize: 12 } as const;

/** Conversion above, leads a week below, on one axis of thresholds; without rates the volume has the whole height. */
export const SweepChart = (props: SweepChartProps) => {
  const { view, threshold, width, height } = props;
  const { t, format } = useMessages();
  const rows = sweepRows(view.pair.scenario, view.pair.baseline);
  const [first, last] = sweepRange(view.pair.scenario);
  const step = last > first ? (last - first) / Math.max(1, view.pair.scenario.sweep.length - 1) : 1;
  const ends: [number, number] = [first - step / 2, last + step / 2];
  const rateTicks = rateTicksOf(rows, Math.max(2, Math.floor((height * RATE_SHARE) / 32)));
  const [rateLow, rateHigh] = [rateTicks[0] ?? 0, rateTicks.at(-1) ?? 1];
  const hasRates = rows.some((row) => row.rate !== null);
  const volumeTicks = ticksBetween(0, Math.max(1e-9, view.capacity ?? 0, ...rows.map((row) => row.perWeek ?? 0)), 2);
  const mostWeekly = volumeTicks.at(-1) ?? 1;
  const domain = hasRates
    ? zones([rateLow, rateHigh], mostWeekly, RATE_SHARE)
    : { rate: [0, 1], count: [0, mostWeekly * 1.08] };
  const data = rows.map((row) => ({
    ...row,
    band: row.interval?.map((end) => Math.min(rateHigh, Math.max(rateLow, end))) ?? null,
  }));
  const plateau = hasRates ? plateauAround(view.pair.scenario.sweep, threshold) : null;
  const barSize = Math.max(1, Math.floor(((width - LEFT - RIGHT) / Math.max(1, rows.length)) * 0.8));
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      margin={{ top: 28, right: 0, bottom: 0, left: 0 }}
      title={t('what-if.sweepTitle')}
    >
      {hasRates && (
        <CartesianGrid yAxisId="rate" vertical={false} stroke="var(--grid)" horizontalValues={[...rateTicks]} />
      )}
      {plateau !== null && (
        <ReferenceArea
          yAxisId="rate"
          x1={Math.max(ends[0], plateau[0] - step / 2)}
          x2={Math.min(ends[1], plateau[1] + step / 2)}
          fill="var(--bg3)"
          fillOpacity={1}
          stroke="var(--line)"
          zIndex={-50}
        />
      )}
      <XAxis
        dataKey="threshold"
        type="number"
        domain={ends}
        ticks={[...ticksWithin(first, last, Math.max(2, Math.floor(width / 110)))]}
        tickLine={false}
        axisLine={{ stroke: 'var(--line2)' }}
        tick={TICK}
        tickFormatter={format.points}
        height={22}
        tickMargin={4}
      />
      <YAxis
        yAxisId="rate"
        domain={domain.rate}
        allowDataOverflow
        interval={0}
        ticks={hasRates ? [...rateTicks] : []}
        width={LEFT}
        tickLine={false}
        axisLine={false}
        tick={TICK}
        tickFormatter={(share: number) => (share === rateHigh ? format.percent(share) : format.decimal(share * 100, 1))}
      />
      <YAxis
        yAxisId="volume"
        orientation="right"
        domain={domain.count}
        allowDataOverflow
        ticks={[...volumeTicks]}
        width={RIGHT}
        tickLine={false}
        axisLine={false}
        tick={TICK}
        tickFormatter={(weekly: number) => format.decimal(weekly)}
      />
      <ZIndexLayer zIndex={BARS_LAYER}>
        <VolumeBars rows={rows} barSize={barSize} />
      </ZIndexLayer>
      {view.capacity !== null && (
        <ReferenceLine
          yAxisId="volume"
          segment={[
            { x: ends[0], y: view.capacity },
            { x: ends[1], y: view.capacity },
          ]}
          stroke="var(--sales)"
          strokeWidth={1.5}
        />
      )}
      <Area
        yAxisId="rate"
        dataKey="band"
        stroke="none"
        fill="var(--band)"
        fillOpacity={1}
        activeDot={false}
        {...STILL}
      />
      <Line
        yAxisId="rate"
        dataKey="baselineRate"
        stroke="var(--grey)"
        strokeWidth={2}
        strokeDasharray="5 4"
        dot={false}
        activeDot={false}
        connectNulls
        {...STILL}
      />
      <Line
        yAxisId="rate"
        dataKey="rate"
        stroke="var(--whose)"
        strokeWidth={2}
        dot={false}
        activeDot={false}
        connectNulls
        {...STILL}
      />
      <ZIndexLayer zIndex={1500}>
        <SweepOverlay {...props} plateau={plateau} mostWeekly={mostWeekly} hasRates={hasRates} ends={ends} />
      </ZIndexLayer>
    </ComposedChart>
  );
};

/** Round ends around the lines; the band may be cut at them, the lines never. */
const rateTicksOf = (rows: readonly SweepRow[], wanted: number): readonly number[] => {
  const rates = rows.flatMap((row) => [row.rate, row.baselineRate]).filter((rate) => rate !== null);
  if (rates.length === 0) return [0, 1];
  const low = Math.max(0, Math.min(...rates) - 0.03);
  const high = Math.min(1, Math.max(...rates) + 0.03);
  return ticksBetween(low, high, wanted).filter((tick) => tick >= 0 && tick <= 1);
};
