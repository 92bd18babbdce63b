import { useMessages } from '../i18n/messages.tsx';
import { shareTop, zones } from './axis.ts';
import { gridPath } from './plot/paths.ts';
import { linear, type PlotArea } from './plot/scale.ts';
import { Ticks } from './plot/ticks.tsx';
import type { SplitColumn } from './split-column.ts';
import { ColumnNames } from './split-names.tsx';
import { Counts, Rates } from './split-series.tsx';

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
const NAMES_HEIGHT = 38;

/** Rates above, counts below, on one x; never two meanings at one height. */
export const SplitChart = ({ columns, width, height, title, joined, cut }: SplitChartProps) => {
  const { t, format } = useMessages();
  const area: PlotArea = { left: AXIS_WIDTH, top: 8, right: width - 4, bottom: height - NAMES_HEIGHT };
  const highest = Math.max(0.1, ...columns.flatMap((column) => [column.interval?.[1] ?? 0, column.baselineRate ?? 0]));
  const top = shareTop(highest);
  const most = Math.max(1, ...columns.map((column) => column.observed + column.unobserved + column.immature));
  const domain = zones([0, top], most, RATE_SHARE);
  const rate = linear(domain.rate, [area.bottom, area.top]);
  const count = linear(domain.count, [area.bottom, area.top]);
  const x = linear([-0.5, columns.length - 0.5], [area.left, area.right]);
  const shares = [0, top / 2, top];
  const words = (share: number) => (share === top ? format.percent(share) : format.decimal(share * 100, 1));
  const slot = (area.right - area.left) / Math.max(1, columns.length);
  const series = { columns, x };
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      <path d={gridPath(area.left, area.right, shares.map(rate))} stroke="var(--grid)" />
      <Ticks
        ticks={shares.map((share) => ({ at: rate(share), label: words(share) }))}
        line={area.left - 8}
        side="left"
      />
      <Counts {...series} y={count} width={Math.max(2, Math.min(24, Math.floor(slot * 0.6)))} />
      <path d={`M${area.left} ${area.bottom}H${area.right}`} stroke="var(--line2)" />
      <Rates {...series} y={rate} joined={joined} />
      {cut !== undefined && cut.before >= 0 && (
        <Cut
          at={x(cut.before - 0.5)}
          leftward={cut.before > columns.length / 3}
          label={cut.label}
          area={area}
          // Dots that stand high leave room below, and the other way round.
          wordsAt={isCrowded(columns, top) ? rate(0) - 6 : area.top + 10}
        />
      )}
      <ColumnNames {...series} top={area.bottom} slot={slot} />
      <text x={2} y={height - 9} fill="var(--ink3)">
        {t('chart.n')}
      </text>
    </svg>
  );
};

interface CutProps {
  readonly at: number;
  /** Its words stand at its left. */
  readonly leftward: boolean;
  readonly label: string;
  readonly area: PlotArea;
  readonly wordsAt: number;
}

const isCrowded = (columns: readonly SplitColumn[], top: number): boolean =>
  columns.filter(({ interval }) => interval !== null && interval[1] > top * 0.75).length > columns.length / 3;

const Cut = ({ at, leftward, label, area, wordsAt }: CutProps) => (
  <g>
    <line x1={at} x2={at} y1={area.top} y2={area.bottom} stroke="var(--ink)" strokeWidth={2} />
    <text x={leftward ? at - 8 : at + 8} y={wordsAt} textAnchor={leftward ? 'end' : 'start'} fill="var(--ink2)">
      {label}
    </text>
  </g>
);
