import { useElementSize } from '@mantine/hooks';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { weightAt } from '../../../../core/replay/decay.ts';
import type { Decay } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { fadeCurve, spanDays, tellingPoint } from '../fade-curve.ts';

interface Faded {
  readonly points: number;
  readonly decay: Decay;
}

const HEIGHT = 112;
const TICK = { fill: 'var(--ink2)', fontSize: 12 };

/** Points left after one award, by days; the baseline's dashed. */
export const FadeChart = ({ points, decay, before }: Faded & { readonly before: Faded | null }) => {
  const { t, format } = useMessages();
  const { ref, width } = useElementSize();
  const days = spanDays(decay);
  const rows = fadeCurve(decay).map(({ day, share }) => ({
    day,
    left: share * points,
    before: before === null ? null : before.points * weightAt(before.decay, Math.round(day * 24)),
  }));
  const extent = [0, points, ...rows.map((row) => row.before ?? 0)];
  const low = Math.min(...extent);
  const high = Math.max(...extent);
  const point = tellingPoint(decay);
  const dayTicks = [0, days / 3, (days * 2) / 3, days];
  return (
    <div ref={ref} className="fade-chart">
      {width > 0 && (
        <ComposedChart
          width={Math.floor(width)}
          height={HEIGHT}
          data={rows}
          margin={{ top: 12, right: 16, left: 0, bottom: 0 }}
          title={t('rules.fade.curve')}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            type="number"
            domain={[0, days]}
            ticks={dayTicks}
            tickLine={false}
            axisLine={{ stroke: 'var(--line2)' }}
            tick={TICK}
            height={20}
            tickFormatter={(day: number) =>
              day === days
                ? t('rules.fade.dayTick', { days: format.decimal(day, 0) })
                : format.decimal(day, days < 6 ? 1 : 0)
            }
          />
          <YAxis
            domain={[low, high]}
            ticks={[low, (low + high) / 2, high]}
            width={36}
            tickLine={false}
            axisLine={false}
            tick={TICK}
            tickFormatter={(value: number) => format.decimal(value)}
          />
          <Area
            dataKey="left"
            type={decay.kind === 'steps' || decay.kind === 'expire' ? 'stepAfter' : 'linear'}
            stroke="none"
            fill="var(--band)"
            fillOpacity={1}
            isAnimationActive={false}
            activeDot={false}
          />
          {before !== null && (
            <Line
              dataKey="before"
              stroke="var(--grey)"
              strokeWidth={2}
              strokeDasharray="5 4"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          <Line
            dataKey="left"
            type={decay.kind === 'steps' || decay.kind === 'expire' ? 'stepAfter' : 'linear'}
            stroke="var(--whose)"
            strokeWidth={2}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {point !== null && (
            <ReferenceLine
              segment={[
                { x: point.day, y: 0 },
                { x: point.day, y: point.share * points },
              ]}
              stroke="var(--ink3)"
            />
          )}
        </ComposedChart>
      )}
      {point !== null && (
        <p className="secondary">
          {t('rules.fade.left', { points: format.decimal(point.share * points, 2), days: format.decimal(point.day) })}
        </p>
      )}
    </div>
  );
};
