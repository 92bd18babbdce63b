import type { ReactNode } from 'react';
import { shareTop } from '../../../charts/axis.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { ChartColumn } from './chart-columns.ts';

/** Where the columns lie, in pixels of the picture. */
export interface ChartFrame {
  readonly left: number;
  readonly slot: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

interface LevelChartProps {
  readonly columns: readonly ChartColumn[];
  readonly base: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Drawn over the columns. */
  readonly children: (frame: ChartFrame) => ReactNode;
}

const AXIS_WIDTH = 46;
const TOP = 8;
const UNDER = 56;
const RATE_SHARE = 0.6;

/** Rates with their intervals above, counts below: never two meanings at one height. */
export const LevelChart = ({ columns, base, width, height, title, children }: LevelChartProps) => {
  const { t, format } = useMessages();
  const frame: ChartFrame = {
    left: AXIS_WIDTH,
    slot: (width - AXIS_WIDTH - 8) / Math.max(1, columns.length),
    top: TOP,
    bottom: height - UNDER,
    height,
  };
  const top = shareTop(Math.max(base, ...columns.map(({ figures }) => drawnTop(figures))));
  const span = frame.bottom - frame.top;
  const floor = frame.top + span * RATE_SHARE;
  const yOf = (share: number): number => floor - (Math.min(share, top) / top) * (floor - frame.top);
  const most = Math.max(1, ...columns.map(({ figures: { leads } }) => leads));
  const heightOf = (leads: number): number => (leads / most) * (span * (1 - RATE_SHARE) - 12);
  return (
    // A group, no picture: the cuts in it are controls.
    <svg width={width} height={height} role="group" aria-label={title}>
      {[0, top / 2, top].map((share) => (
        <g key={share}>
          <line x1={AXIS_WIDTH} x2={width - 8} y1={yOf(share)} y2={yOf(share)} stroke="var(--grid)" />
          <text x={AXIS_WIDTH - 8} y={yOf(share) + 4} textAnchor="end" fill="var(--ink2)">
            {share === top ? format.percent(share) : format.decimal(share * 100, 1)}
          </text>
        </g>
      ))}
      <line x1={AXIS_WIDTH} x2={width - 8} y1={frame.bottom} y2={frame.bottom} stroke="var(--line2)" />
      <line
        x1={AXIS_WIDTH}
        x2={width - 8}
        y1={yOf(base)}
        y2={yOf(base)}
        stroke="var(--grey)"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      {columns.map((column, index) => (
        <Column
          key={column.key}
          column={column}
          x={frame.left + frame.slot * (index + 0.5)}
          frame={frame}
          yOf={yOf}
          heightOf={heightOf}
        />
      ))}
      <text x={2} y={height - 8} fill="var(--ink3)">
        {t('chart.n')}
      </text>
      {children(frame)}
    </svg>
  );
};

/** An interval of few known outcomes does not stretch the axis; it ends at its top. */
const drawnTop = ({ rate, interval, observed }: ChartColumn['figures']): number =>
  observed < LEAST_OBSERVED ? (rate ?? 0) : (interval?.[1] ?? 0);
const LEAST_OBSERVED = 20;

interface ColumnProps {
  readonly column: ChartColumn;
  readonly x: number;
  readonly frame: ChartFrame;
  readonly yOf: (share: number) => number;
  readonly heightOf: (leads: number) => number;
}

const Column = ({ column: { label, figures, isChosen }, x, frame, yOf, heightOf }: ColumnProps) => {
  const { format } = useMessages();
  const { leads, observed, rate, interval } = figures;
  const wide = Math.max(2, Math.min(28, frame.slot * 0.6));
  const known = heightOf(observed);
  const unknown = heightOf(leads - observed);
  return (
    <g>
      <rect
        x={x - wide / 2}
        y={frame.bottom - known}
        width={wide}
        height={known}
        fill={isChosen ? 'var(--bar-strong)' : 'var(--bar)'}
      />
      {leads > observed && (
        <rect
          x={x - wide / 2}
          y={frame.bottom - known - unknown}
          width={wide}
          height={unknown}
          fill="url(#hatch)"
          stroke="var(--ink3)"
        />
      )}
      {rate !== null && interval !== null && (
        <>
          <line x1={x} x2={x} y1={yOf(interval[0])} y2={yOf(interval[1])} stroke="var(--whose)" strokeWidth={1.5} />
          <circle cx={x} cy={yOf(rate)} r={isChosen ? 4.5 : 3.5} fill="var(--whose)" />
        </>
      )}
      {label !== null && (
        <text x={x} y={frame.bottom + 16} textAnchor="middle" fill="var(--ink2)">
          {label}
        </text>
      )}
      <text
        x={x}
        y={frame.height - 8}
        textAnchor="middle"
        fill={isChosen ? 'var(--ink)' : 'var(--ink3)'}
        fontWeight={isChosen ? 600 : 400}
      >
        {observed === 0 ? '–' : format.count(observed)}
      </text>
    </g>
  );
};
