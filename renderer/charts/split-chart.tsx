import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  Scatter,
  usePlotArea,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { useMessages } from '../i18n/messages.tsx';
import { shareTop, zones } from './axis.ts';

/** One column of the chart: a rate with its interval above, counts by what is known below. Shares are 0–1. */
export interface SplitColumn {
  readonly label: string;
  /** Known outcomes: the n of the rate. */
  readonly observed: number;
  readonly unobserved: number;
  readonly immature: number;
  /** Null where too few outcomes are known for a rate. */
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly baselineRate: number | null;
}

interface SplitChartProps {
  readonly columns: readonly SplitColumn[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Joined where x is time; bands stand apart. */
  readonly joined: boolean;
  /** A line before this column, with words beside it. */
  readonly cut?: { readonly before: number; readonly label: string } | undefined;
}

const RATE_SHARE = 0.62;
const AXIS_WIDTH = 46;
const STILL = { isAnimationActive: false } as const;

export const SplitChart = ({ columns, width, height, title, joined, cut }: SplitChartProps) => {
  const { t, format } = useMessages();
  const highest = Math.max(0.1, ...columns.flatMap((column) => [column.interval?.[1] ?? 0, column.baselineRate ?? 0]));
  const top = shareTop(highest);
  const ticks = [0, top / 2, top];
  const most = Math.max(1, ...columns.map((column) => column.observed + column.unobserved + column.immature));
  const domain = zones([0, top], most, RATE_SHARE);
  const rows = columns.map((column) => ({
    ...column,
    whiskers:
      column.rate === null || column.interval === null
        ? null
        : [column.rate - column.interval[0], column.interval[1] - column.rate],
  }));
  const slot = (width - AXIS_WIDTH - 4) / Math.max(1, columns.length);
  const every = Math.max(1, Math.ceil(labelWidth(columns) / slot));
  const bar = { yAxisId: 'count', stackId: 'n', barSize: Math.max(2, Math.min(24, slot * 0.6)), ...STILL } as const;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
      title={title}
      barCategoryGap={0}
      barGap={0}
    >
      <CartesianGrid yAxisId="rate" vertical={false} stroke="var(--grid)" horizontalValues={[...ticks]} />
      <XAxis
        dataKey="label"
        interval={0}
        tickMargin={2}
        height={38}
        tickLine={false}
        axisLine={{ stroke: 'var(--line2)' }}
        tick={<ColumnTick columns={columns} every={every} count={format.count} />}
      />
      <YAxis
        yAxisId="rate"
        domain={domain.rate}
        allowDataOverflow
        ticks={[...ticks]}
        interval={0}
        width={AXIS_WIDTH}
        tickLine={false}
        axisLine={false}
        tick={{ fill: 'var(--ink2)', fontSize: 12 }}
        tickFormatter={(share: number) => (share === top ? format.percent(share) : format.decimal(share * 100, 1))}
      />
      <YAxis yAxisId="count" hide width={0} domain={domain.count} />
      <Bar dataKey="observed" fill="var(--bar)" {...bar} />
      <Bar dataKey="unobserved" fill="url(#hatch)" stroke="var(--ink3)" strokeWidth={1} {...bar} />
      <Bar dataKey="immature" fill="url(#dots)" stroke="var(--ink3)" strokeWidth={1} {...bar} />
      {joined && (
        <Line
          yAxisId="rate"
          dataKey="baselineRate"
          stroke="var(--grey)"
          strokeWidth={2}
          strokeDasharray="5 4"
          dot={false}
          activeDot={false}
          {...STILL}
        />
      )}
      {joined && (
        <Line
          yAxisId="rate"
          dataKey="rate"
          stroke="color-mix(in oklab, var(--whose) 55%, var(--bg))"
          strokeWidth={1.5}
          dot={false}
          activeDot={false}
          {...STILL}
        />
      )}
      <Scatter yAxisId="rate" dataKey="rate" shape={<RateDot />} {...STILL}>
        <ErrorBar
          dataKey="whiskers"
          direction="y"
          width={0}
          stroke="var(--whose)"
          strokeWidth={1.5}
          isAnimationActive={false}
        />
      </Scatter>
      {cut !== undefined && (
        <ZIndexLayer zIndex={1500}>
          <Cut before={cut.before} label={cut.label} columns={columns.length} />
        </ZIndexLayer>
      )}
      <text x={2} y={height - 9} fill="var(--ink3)">
        {t('chart.n')}
      </text>
    </ComposedChart>
  );
};

/** 12 px figures of Inter are about 7 px wide. */
const labelWidth = (columns: readonly SplitColumn[]): number =>
  8 + 7 * Math.max(1, ...columns.map((column) => column.label.length));

const RateDot = ({ cx, cy }: { readonly cx?: number; readonly cy?: number }) =>
  typeof cx !== 'number' || typeof cy !== 'number' || Number.isNaN(cy) ? (
    <g />
  ) : (
    <circle cx={cx} cy={cy} r={3.5} fill="var(--whose)" />
  );

interface ColumnTickProps {
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: string; readonly index: number };
  readonly columns: readonly SplitColumn[];
  readonly every: number;
  readonly count: (value: number) => string;
}

/** The label and, under it, the n of the rate above. */
const ColumnTick = ({ x = 0, y = 0, payload, columns, every, count }: ColumnTickProps) => {
  const column = payload === undefined ? undefined : columns[payload.index];
  if (payload === undefined || column === undefined || payload.index % every !== 0) return <g />;
  return (
    <g textAnchor="middle">
      <text x={x} y={y + 10} fill="var(--ink2)">
        {payload.value}
      </text>
      <text x={x} y={y + 26} fill="var(--ink3)">
        {column.observed === 0 ? '–' : count(column.observed)}
      </text>
    </g>
  );
};

const Cut = ({
  before,
  label,
  columns,
}: {
  readonly before: number;
  readonly label: string;
  readonly columns: number;
}) => {
  const area = usePlotArea();
  if (area === undefined || before < 0) return null;
  const at = area.x + (area.width * before) / columns;
  const leftward = before > columns / 3;
  return (
    <g>
      <line x1={at} x2={at} y1={area.y} y2={area.y + area.height} stroke="var(--ink)" strokeWidth={2} />
      <text x={leftward ? at - 8 : at + 8} y={area.y + 10} textAnchor={leftward ? 'end' : 'start'} fill="var(--ink2)">
        {label}
      </text>
    </g>
  );
};
