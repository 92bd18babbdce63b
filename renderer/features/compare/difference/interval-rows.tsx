import { ticksBetween } from '../../../charts/axis.ts';
import { linear, type Scale } from '../../../charts/plot/scale.ts';
import { fitted } from '../pair/fitted.ts';

export interface IntervalRow {
  readonly key: string;
  readonly name: string;
  /** Under the name: the figures in words, which are never cut. */
  readonly figures: string;
  /** Null: nothing is drawn, the words stand alone. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** A dot in its interval, or a bar from one end to the other. */
  readonly mark: 'estimate' | 'plausible' | 'possible';
}

interface IntervalRowsProps {
  readonly rows: readonly IntervalRow[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What a figure of the axis is called; the last one has its unit. */
  readonly tickName: (figure: number, isLast: boolean) => string;
  /** Whether nothing is a figure of the axis, with a line through it. */
  readonly hasZero: boolean;
}

const AXIS_HEIGHT = 24;
const MOST_ROW = 140;
const NAMES = 168;
const EDGE = 28;
const ROOM = 0.05;

/** Estimates and bounds one under the other, on one printed axis. */
export const IntervalRows = ({ rows, width, height, title, tickName, hasZero }: IntervalRowsProps) => {
  const rowHeight = Math.min(MOST_ROW, Math.max(32, (height - AXIS_HEIGHT) / Math.max(1, rows.length)));
  const bottom = rows.length * rowHeight;
  const ends = [
    ...(hasZero ? [0] : []),
    ...rows.flatMap(({ value, interval }) => [...(value === null ? [] : [value]), ...(interval ?? [])]),
  ];
  const [low, high] = endsOf(ends);
  const space = width - NAMES - EDGE;
  const ticks = ticksBetween(low, high, Math.max(1, Math.floor(space / 64)));
  const last = ticks.at(-1) ?? 1;
  const x = linear([ticks[0] ?? 0, last], [NAMES + 8, width - EDGE]);
  return (
    <svg width={width} height={bottom + AXIS_HEIGHT} role="img" aria-label={title}>
      <path d={ticks.map((tick) => `M${x(tick)} 0V${bottom}`).join('')} stroke="var(--grid)" />
      {hasZero && <path d={`M${x(0)} 0V${bottom}`} stroke="var(--ink)" strokeWidth="1.5" />}
      {rows.map((row, index) => (
        <Row key={row.key} row={row} x={x} y={Math.round((index + 0.5) * rowHeight)} />
      ))}
      <g fill="var(--ink2)" textAnchor="middle">
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 16}>
            {tickName(tick, tick === last)}
          </text>
        ))}
      </g>
    </svg>
  );
};

/** Round about a single figure there is some room, and nothing at all has the whole axis. */
const endsOf = (figures: readonly number[]): readonly [number, number] => {
  if (figures.length === 0) return [0, 1];
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  return low === high ? [low - ROOM, high + ROOM] : [low, high];
};

const Row = ({ row, x, y }: { readonly row: IntervalRow; readonly x: Scale; readonly y: number }) => (
  <g>
    <title>{`${row.name}: ${row.figures}`}</title>
    <text x={0} y={y - 3} fill="var(--ink)">
      {fitted(row.name, NAMES)}
    </text>
    <text x={0} y={y + 12} fill="var(--ink3)">
      {row.figures}
    </text>
    <Mark row={row} x={x} y={y} />
  </g>
);

const Mark = ({ row, x, y }: { readonly row: IntervalRow; readonly x: Scale; readonly y: number }) => {
  const { value, interval, mark } = row;
  if (mark !== 'estimate') {
    if (interval === null) return null;
    const isHatched = mark === 'possible';
    return (
      <rect
        x={x(interval[0])}
        y={y - 4}
        width={Math.max(1, x(interval[1]) - x(interval[0]))}
        height={8}
        fill={isHatched ? 'url(#hatch)' : 'var(--bar)'}
        stroke={isHatched ? 'var(--ink3)' : 'none'}
      />
    );
  }
  return (
    <g stroke="var(--whose)" strokeWidth="2">
      {interval !== null && <path d={`M${x(interval[0])} ${y}H${x(interval[1])}`} />}
      {value !== null && <circle cx={x(value)} cy={y} r="4" fill="var(--whose)" stroke="none" />}
    </g>
  );
};
