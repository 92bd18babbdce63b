import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { LeadDetail } from '../../../api/leads.ts';
import { ticksBetween } from '../../charts/axis.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { LineKey } from '../../components/marks.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { scorePoints } from './score-points.ts';

const TICK = { fill: 'var(--ink2)', fontSize: 12 };

/** The score at each look, up to the horizon, with a line for each level. */
export const ScoreChart = ({ lead }: { readonly lead: LeadDetail }) => {
  const { t, format } = useMessages();
  const points = scorePoints(lead.looks);
  const [only] = lead.looks;
  const reason =
    only === undefined
      ? t('leads.chart.none')
      : lead.looks.length === 1
        ? t('leads.chart.single', { date: format.date(only.atMs), score: format.decimal(only.total) })
        : undefined;
  return (
    <ChartCard
      question={t('leads.chart')}
      className="score-chart"
      legend={[
        { mark: <LineKey />, label: t('leads.chart.score') },
        { mark: <LineKey dashed />, label: t('leads.chart.level') },
      ]}
      table={{
        columns: [t('leads.chart.column.time'), t('leads.chart.column.score')],
        rows: lead.looks.map((look) => [new Date(look.atMs).toISOString(), look.total]),
      }}
      reason={reason}
      note={lead.horizonMs === null || reason !== undefined ? undefined : t('leads.chart.note')}
    >
      {(width, height) => {
        const figures = [0, ...lead.looks.map((look) => look.total), ...lead.levels.map((level) => level.total)];
        const ticks = ticksBetween(Math.min(...figures), Math.max(...figures), 4);
        const first = points[0]?.atMs ?? 0;
        const last = points.at(-1)?.atMs ?? 0;
        return (
          <ComposedChart
            width={width}
            height={height}
            data={[...points]}
            margin={{ top: 8, right: 72, left: 0, bottom: 0 }}
            title={t('leads.chart')}
          >
            <CartesianGrid vertical={false} stroke="var(--grid)" />
            <XAxis
              dataKey="atMs"
              type="number"
              domain={[first, last]}
              ticks={[first, first + (last - first) / 2, last]}
              tickFormatter={format.date}
              tickLine={false}
              axisLine={{ stroke: 'var(--line2)' }}
              tick={TICK}
              padding={{ left: 32, right: 32 }}
              height={20}
            />
            <YAxis
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
              ticks={[...ticks]}
              tickFormatter={format.points}
              width={40}
              tickLine={false}
              axisLine={false}
              tick={TICK}
            />
            {lead.levels.map((level) => (
              <ReferenceLine
                key={level.id}
                y={level.total}
                stroke="var(--grey)"
                strokeWidth={1.5}
                strokeDasharray="5 4"
                label={{
                  value: `${level.name} ${format.points(level.total)}`,
                  position: 'right',
                  fill: 'var(--ink2)',
                  fontSize: 12,
                }}
              />
            ))}
            <Line
              dataKey="total"
              type="stepAfter"
              stroke="var(--whose)"
              strokeWidth={2}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        );
      }}
    </ChartCard>
  );
};
