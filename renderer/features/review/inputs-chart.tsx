import type { InputDrift } from '../../../api/review.ts';
import { ticksWithin } from '../../charts/axis.ts';
import { linear } from '../../charts/plot/scale.ts';
import { Ticks } from '../../charts/plot/ticks.tsx';
import { useMessages } from '../../i18n/messages.tsx';

interface InputRow extends InputDrift {
  /** PSI with its critical value, at the end of the row. */
  readonly figures: string;
  /** What moved the most, under the name. */
  readonly most: string;
}

interface InputsChartProps {
  readonly rows: readonly InputRow[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Under it a change is small, however sure. */
const HABIT = 0.1;
const LABEL = 36;
const AXIS = 22;
const MOST_ROW = 44;
const BAR = 10;
const FIGURES = 84;
/** About the width of a character of 12 px. */
const CHARACTER = 6.3;
/** One attribute that turned round must not press all others against the axis. */
const LEAST_END = 0.25;
const TIMES_CRITICAL = 4;

/** A bar for each attribute as long as its PSI, with a tick where chance alone would end. */
export const InputsChart = ({ rows, width, height, title }: InputsChartProps) => {
  const { format } = useMessages();
  const rowHeight = Math.min(MOST_ROW, (height - AXIS) / Math.max(1, rows.length));
  const longest = Math.max(0, ...rows.flatMap(({ attribute, most }) => [attribute.length, most.length]));
  const left = Math.round(Math.min(width * 0.42, longest * CHARACTER + 8));
  const right = width - FIGURES;
  const end = axisEnd(rows);
  const x = linear([0, end], [left, right]);
  const bottom = Math.round(rows.length * rowHeight);
  const ticks = [
    HABIT,
    ...ticksWithin(0, end, Math.max(2, Math.floor((right - left) / 64))).filter(
      (tick) => Math.abs(x(tick) - x(HABIT)) > LABEL,
    ),
  ];
  return (
    <svg width={width} height={bottom + AXIS} role="img" aria-label={title}>
      <path d={ticks.map((tick) => `M${x(tick)} 0V${bottom}`).join('')} stroke="var(--grid)" />
      {rows.map((row, index) => {
        const y = Math.round((index + 0.5) * rowHeight);
        const { value, critical, isDrift } = row.stability;
        const isBeyond = value > end;
        return (
          <g key={row.attribute}>
            <title>{[row.attribute, row.figures, row.most].join('\n')}</title>
            <text x={0} y={y - 2} fill="var(--ink)" fontWeight={isDrift ? 600 : 400}>
              {fitted(row.attribute, left)}
            </text>
            <text x={0} y={y + 12} fill="var(--ink3)">
              {fitted(row.most, left)}
            </text>
            <rect
              x={left}
              y={y - BAR / 2}
              width={x(Math.min(value, end)) - left}
              height={BAR}
              fill={isDrift ? 'var(--bar-strong)' : 'var(--bar)'}
            />
            {isBeyond && (
              // It goes on: two strokes through the bar.
              <path
                d={`M${right - 12} ${y + 8}l6 -16M${right - 7} ${y + 8}l6 -16`}
                stroke="var(--bg)"
                strokeWidth="2"
              />
            )}
            <path d={`M${x(critical)} ${y - 9}V${y + 9}`} stroke="var(--ink)" strokeWidth="1.5" />
            <text x={width - 4} y={y + 4} textAnchor="end" fill="var(--ink)" fontWeight={isDrift ? 600 : 400}>
              {row.figures}
            </text>
          </g>
        );
      })}
      <path d={`M${x(HABIT)} 0V${bottom}`} stroke="var(--grey)" strokeDasharray="4 3" />
      <path d={`M${left} 0V${bottom}`} stroke="var(--line2)" />
      <Ticks
        ticks={ticks.map((tick) => ({ at: x(tick), label: format.decimal(tick, 2) }))}
        line={bottom + 15}
        side="below"
      />
    </svg>
  );
};

/** As far as the farthest, or as far as is needed to see what is beyond chance. */
const axisEnd = (rows: readonly InputRow[]): number => {
  const farthest = Math.max(...rows.map(({ stability }) => Math.max(stability.value, stability.critical)));
  const enough = Math.max(LEAST_END, ...rows.map(({ stability }) => stability.critical * TIMES_CRITICAL));
  return Math.max(HABIT * 1.2, Math.min(farthest, enough));
};

/** The whole of it stands in the row's title and in the table. */
const fitted = (text: string, width: number): string => {
  const most = Math.max(2, Math.floor(width / CHARACTER));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
};

export const StabilityKey = () => (
  <svg width="16" height="10" aria-hidden="true">
    <rect x="0" y="1" width="16" height="8" fill="var(--bar)" />
  </svg>
);

export const CriticalKey = () => (
  <svg width="6" height="14" aria-hidden="true">
    <path d="M3 0V14" stroke="var(--ink)" strokeWidth="1.5" />
  </svg>
);
