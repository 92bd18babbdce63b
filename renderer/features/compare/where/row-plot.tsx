import type { ReactNode } from 'react';
import { ticksBetween } from '../../../charts/axis.ts';
import { linear, type Scale } from '../../../charts/plot/scale.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';

export interface PlotRow {
  /** Not twice in a plot. */
  readonly key: string;
  readonly name: string;
  /** Beneath the name: never a rate without its n. */
  readonly count: string;
  /** At the end of the row. */
  readonly figure: string;
  /** The row in words, for who points at it. */
  readonly words: string;
  readonly isStrong?: boolean;
  readonly marks: (place: RowPlace) => ReactNode;
}

/** Where a row draws its marks. */
export interface RowPlace {
  readonly x: Scale;
  /** The middle of the row. */
  readonly y: number;
  /** Where the plot begins. */
  readonly left: number;
  /** No room for words. */
  readonly isLow: boolean;
}

interface RowPlotProps {
  readonly rows: readonly PlotRow[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Above the figures at the ends of the rows. */
  readonly figureHead: string;
  /** What the axis has to hold. */
  readonly ends: readonly [number, number];
  /** What a figure of the axis is called; the last one may have its unit. */
  readonly tickName: (figure: number, isLast: boolean) => string;
  /** Figures at which a line goes across all rows: nothing, in ink; the figure of all, in grey dashes. */
  readonly lines?: { readonly zero: number; readonly all: number | null };
}

const TOP = 20;
const BOTTOM = 4;
const AXIS_HEIGHT = 24;
/** Name and n beneath one another. */
const ROW = 30;
const MOST_ROW = 72;
/** Side by side, where rows are many. */
const LOW_ROW = 22;
const FIGURE_WIDTH = 54;
const EDGE = 10;
const GAP = 8;
const TICK_WIDTH = 40;

/** A row each with its name, its n and its marks on one axis; rows that do not fit are scrolled to. */
export const RowPlot = ({ rows, width, height, title, figureHead, ends, tickName, lines }: RowPlotProps) => {
  const { t } = useMessages();
  const wanted = (height - TOP - AXIS_HEIGHT) / Math.max(1, rows.length);
  const isLow = wanted < ROW;
  const rowHeight = Math.min(MOST_ROW, Math.max(LOW_ROW, wanted));
  // What is scrolled to must not hide what the figures are.
  const isAxisAbove = wanted < LOW_ROW;
  const top = isAxisAbove ? AXIS_HEIGHT : TOP;
  const bottom = Math.round(top + rows.length * rowHeight);
  const hasFigures = rows.some(({ figure }) => figure !== '');
  const names = namesWidth(rows, width, isLow);
  const right = width - EDGE - (hasFigures ? FIGURE_WIDTH : 14);
  const ticks = ticksBetween(ends[0], ends[1], Math.max(2, Math.floor((right - names) / TICK_WIDTH)));
  const last = ticks.at(-1) ?? 1;
  const left = names + EDGE;
  const x = linear([ticks[0] ?? 0, last], [left, right]);
  return (
    <div className="where-plot scroll" {...scrollRegion(t('compare-where.rows', { question: title }))}>
      <svg width={width} height={bottom + (isAxisAbove ? BOTTOM : AXIS_HEIGHT)} role="img" aria-label={title}>
        <path d={ticks.map((tick) => `M${x(tick)} ${top}V${bottom}`).join('')} stroke="var(--grid)" />
        <text x={width - EDGE} y={isAxisAbove ? AXIS_HEIGHT - 8 : 12} fill="var(--ink3)" textAnchor="end">
          {hasFigures ? figureHead : ''}
        </text>
        {lines !== undefined && <path d={`M${x(lines.zero)} ${top}V${bottom}`} stroke="var(--ink)" strokeWidth="1.5" />}
        {lines !== undefined && lines.all !== null && (
          <path d={`M${x(lines.all)} ${top}V${bottom}`} stroke="var(--grey)" strokeWidth="1.5" strokeDasharray="4 3" />
        )}
        {rows.map((row, index) => {
          const y = Math.round(top + (index + 0.5) * rowHeight);
          return (
            <g key={row.key}>
              <title>{row.words}</title>
              <rect x="0" y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
              <text x="0" y={isLow ? y + 4 : y - 2} fill="var(--ink)" fontWeight={row.isStrong === true ? 600 : 400}>
                {fitted(row.name, isLow ? names - countWidth(rows) : names)}
              </text>
              <text
                x={isLow ? names : 0}
                y={isLow ? y + 4 : y + 12}
                fill="var(--ink3)"
                textAnchor={isLow ? 'end' : 'start'}
              >
                {row.count}
              </text>
              {row.marks({ x, y, left, isLow })}
              <text x={width - EDGE} y={y + 4} fill="var(--ink2)" textAnchor="end">
                {row.figure}
              </text>
            </g>
          );
        })}
        <g fill="var(--ink2)" textAnchor="middle">
          {ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={isAxisAbove ? AXIS_HEIGHT - 8 : bottom + 16}>
              {tickName(tick, tick === last)}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
};

/** About the width of a character at 12 px. */
const CHARACTER = 6.3;
const LEAST_NAMES = 64;

const countWidth = (rows: readonly PlotRow[]): number =>
  Math.ceil(Math.max(0, ...rows.map(({ count }) => count.length)) * CHARACTER) + GAP;

const namesWidth = (rows: readonly PlotRow[], width: number, isLow: boolean): number => {
  const longest = Math.ceil(Math.max(0, ...rows.map(({ name }) => name.length)) * CHARACTER);
  const wanted = isLow ? longest + countWidth(rows) : Math.max(longest, countWidth(rows));
  return Math.round(Math.min(width * (isLow ? 0.55 : 0.4), Math.max(LEAST_NAMES, wanted)));
};

/** The whole name is in the row's words. */
const fitted = (name: string, width: number): string => {
  const most = Math.floor(width / CHARACTER);
  return name.length <= most ? name : `${name.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
};
