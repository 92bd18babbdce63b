import { ticksBetween } from '../../../charts/axis.ts';
import { linear, type Scale } from '../../../charts/plot/scale.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { fitted, widthOf } from './fitted.ts';
import { leverName, movedTo, moveWords } from './lever-words.ts';
import { effectOf, type MovedFigure, type RowEnd, type TornadoRow } from './tornado-rows.ts';

const TOP = 4;
const AXIS_HEIGHT = 24;
const LEAST_ROW = 20;
const MOST_ROW = 38;
const EDGE = 8;
const TICK_WIDTH = 40;

/** A row a lever, what moves most on top; of levers that do not fit the table tells. */
export const TornadoChart = (props: {
  readonly rows: readonly TornadoRow[];
  readonly figure: MovedFigure;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}) => {
  const { rows, figure, width, height, title } = props;
  const messages = useMessages();
  const { t, format } = messages;
  const room = Math.max(1, Math.floor((height - TOP - AXIS_HEIGHT) / LEAST_ROW));
  const shown = rows.slice(0, room).filter((row) => effectOf(row) > 0);
  const rowHeight = Math.min(MOST_ROW, (height - TOP - AXIS_HEIGHT) / Math.max(1, shown.length));
  const bottom = Math.round(TOP + shown.length * rowHeight);
  const names = shown.map((row) => ({ name: leverName(row.lever, messages), values: movedTo(row, messages) }));
  const hidden = rows.length - shown.length;
  const longest = Math.max(0, ...names.map(({ name, values }) => widthOf(`${name} ${values}`) + 8));
  const nameWidth = Math.min(width * 0.4, Math.max(longest, hidden > 0 ? 120 : 64));
  const written = (value: number): string =>
    figure === 'conversion' ? format.signedPoints(value) : format.signed(value);
  const labelWidth = widthOf(written(-(shown[0] === undefined ? 0 : effectOf(shown[0])))) + 8;
  const left = nameWidth + EDGE + labelWidth;
  const right = width - EDGE - labelWidth;
  const ends = shown.flatMap((row) => [row.lower, row.higher]).flatMap((end) => endsOf(end));
  const least = Math.min(0, ...ends);
  const most = Math.max(0, ...ends, least === 0 ? smallest(figure) : 0);
  const x = linear([least, most], [left, right]);
  const ticks = ticksBetween(least, most, Math.max(3, Math.floor((right - left) / TICK_WIDTH))).filter(
    (tick) => tick >= least && tick <= most,
  );
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      <path d={ticks.map((tick) => `M${x(tick)} ${TOP}V${bottom}`).join('')} stroke="var(--grid)" />
      {shown.map((row, index) => {
        const y = TOP + (index + 0.5) * rowHeight;
        const moves = [row.lower, row.higher].filter((end) => end !== null);
        return (
          <g key={JSON.stringify(row.lever)}>
            <title>{moves.map((end) => moveWords(row, end, messages)).join('\n')}</title>
            <rect x="0" y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
            <text x="0" y={y + 4} fill="var(--ink)">
              {rowLabel(names[index], nameWidth)}
            </text>
            {barsOf(row, rowHeight).map(({ end, isLower, lane, thickness }) => (
              <Bar
                key={isLower ? 'lower' : 'higher'}
                end={end}
                isLower={isLower}
                x={x}
                y={y + lane}
                thickness={thickness}
                label={lane === 0 || isLabelled(row, end) ? written(end.change ?? 0) : ''}
              />
            ))}
          </g>
        );
      })}
      <path d={`M${x(0)} ${TOP}V${bottom}`} stroke="var(--ink)" strokeWidth="1.5" />
      <g fill="var(--ink2)" textAnchor="middle">
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 16}>
            {tick === 0 ? format.count(0) : written(tick)}
          </text>
        ))}
      </g>
      {hidden > 0 && (
        <text x="0" y={bottom + 16} fill="var(--ink3)">
          {fitted(t('compare-sensitivity.hidden', { count: hidden }), left - labelWidth)}
        </text>
      )}
    </svg>
  );
};

/** The values stand whole, the name as far as there is room. */
function rowLabel(row: { readonly name: string; readonly values: string } | undefined, width: number): string {
  if (row === undefined) return '';
  return row.values === ''
    ? fitted(row.name, width)
    : `${fitted(row.name, width - widthOf(` ${row.values}`))} ${row.values}`;
}

/** Where nothing moves at all the axis needs some width yet. */
const smallest = (figure: MovedFigure): number => (figure === 'conversion' ? 0.01 : 1);

const endsOf = (end: RowEnd | null): readonly number[] =>
  end === null ? [] : [end.change ?? 0, ...(end.interval ?? [])];

/** Bars to either side share the row; two to one side lie one above the other. */
function barsOf({ lower, higher }: TornadoRow, rowHeight: number) {
  const full = Math.min(14, rowHeight - 6);
  const isSplit = lower !== null && higher !== null && (lower.change ?? 0) * (higher.change ?? 0) > 0;
  const thickness = isSplit ? full / 2 : full;
  const half = isSplit ? full / 4 : 0;
  return [
    ...(lower === null ? [] : [{ end: lower, isLower: true, lane: -half, thickness }]),
    ...(higher === null ? [] : [{ end: higher, isLower: false, lane: half, thickness }]),
  ];
}

/** Of two bars to one side the longer has its figure. */
function isLabelled({ lower, higher }: TornadoRow, end: RowEnd): boolean {
  const other = end === lower ? higher : lower;
  const [own, theirs] = [Math.abs(end.change ?? 0), Math.abs(other?.change ?? 0)];
  return own > theirs || (own === theirs && end === lower);
}

const Bar = (props: {
  readonly end: RowEnd;
  readonly isLower: boolean;
  readonly x: Scale;
  readonly y: number;
  readonly thickness: number;
  readonly label: string;
}) => {
  const { end, isLower, x, y, thickness, label } = props;
  const change = end.change;
  if (change === null || change === 0) return null;
  const [from, to] = change < 0 ? [x(change), x(0)] : [x(0), x(change)];
  const [low, high] = end.interval ?? [change, change];
  const isLeft = change < 0;
  return (
    <>
      <rect
        x={from}
        y={y - thickness / 2}
        width={Math.max(1, to - from)}
        height={thickness}
        fill={isLower ? 'var(--bar)' : 'var(--bar-strong)'}
      />
      {end.interval !== null && <path d={`M${x(low)} ${y}H${x(high)}`} stroke="var(--ink)" strokeWidth="1" />}
      {label !== '' && (
        <text
          x={isLeft ? x(Math.min(change, low)) - 4 : x(Math.max(change, high)) + 4}
          y={y + 4}
          fill="var(--ink)"
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </>
  );
};
