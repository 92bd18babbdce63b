import { ticksBetween } from '../../../charts/axis.ts';
import { linear } from '../../../charts/plot/scale.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { intervalOf } from './earning-words.ts';
import { fitted, widthOf } from './fitted.ts';

export interface ShareRow {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly standardError: number | null;
}

const TOP = 4;
const AXIS_HEIGHT = 24;
const LEAST_ROW = 16;
const MOST_ROW = 38;
const EDGE = 8;
const TICK_WIDTH = 52;

/** A bar a rule from nothing; below nothing to the left. */
export const SharesChart = (props: {
  readonly rows: readonly ShareRow[];
  readonly worth: 'sqls' | 'auc';
  readonly width: number;
  readonly height: number;
  readonly title: string;
}) => {
  const { rows, worth, width, height, title } = props;
  const { t, format } = useMessages();
  const room = Math.max(1, Math.floor((height - TOP - AXIS_HEIGHT) / LEAST_ROW));
  // Who earns nothing must not be what is left out.
  const shown =
    rows.length <= room ? rows : [...rows.slice(0, Math.ceil(room / 2)), ...rows.slice(-Math.floor(room / 2))];
  const rowHeight = Math.min(MOST_ROW, (height - TOP - AXIS_HEIGHT) / Math.max(1, shown.length));
  const bottom = Math.round(TOP + shown.length * rowHeight);
  const thickness = Math.min(14, rowHeight - 4);
  const nameWidth = Math.min(width * 0.42, Math.max(...shown.map(({ name }) => widthOf(name)), 64));
  const written = (value: number): string => (worth === 'sqls' ? format.signed(value) : format.signedPoints(value));
  const ends = shown.flatMap(intervalOf);
  const least = Math.min(0, ...ends);
  const most = Math.max(0, ...ends, least === 0 ? Number.EPSILON : 0);
  const labelWidth = Math.max(...shown.map(({ share }) => widthOf(written(share))), 24) + 8;
  const left = nameWidth + EDGE + (least < 0 ? labelWidth : 0);
  const right = width - EDGE - labelWidth;
  const x = linear([least, most], [left, right]);
  const ticks = ticksBetween(least, most, Math.max(3, Math.floor((right - left) / TICK_WIDTH))).filter(
    (tick) => tick >= least && tick <= most,
  );
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      <path d={ticks.map((tick) => `M${x(tick)} ${TOP}V${bottom}`).join('')} stroke="var(--grid)" />
      {shown.map((row, index) => {
        const y = TOP + (index + 0.5) * rowHeight;
        const { key, name, share, standardError } = row;
        const [low, high] = intervalOf(row);
        const [from, to] = share < 0 ? [x(share), x(0)] : [x(0), x(share)];
        return (
          <g key={key}>
            <title>
              {standardError === null
                ? t('compare-sensitivity.shares.words.exact', { name, share: written(share) })
                : t('compare-sensitivity.shares.words', {
                    name,
                    share: written(share),
                    low: written(low),
                    high: written(high),
                  })}
            </title>
            <rect x="0" y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
            <text x="0" y={y + 4} fill="var(--ink)" fontWeight={share <= 0 ? 600 : 400}>
              {fitted(name, nameWidth)}
            </text>
            <rect
              x={from}
              y={y - thickness / 2}
              width={Math.max(1, to - from)}
              height={thickness}
              fill={share <= 0 ? 'var(--bar)' : 'var(--bar-strong)'}
            />
            {standardError !== null && <path d={`M${x(low)} ${y}H${x(high)}`} stroke="var(--ink)" />}
            <text
              x={share < 0 ? x(low) - 4 : x(high) + 4}
              y={y + 4}
              fill="var(--ink2)"
              textAnchor={share < 0 ? 'end' : 'start'}
            >
              {written(share)}
            </text>
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
      {rows.length > shown.length && (
        <text x="0" y={bottom + 16} fill="var(--ink3)">
          {fitted(t('compare-sensitivity.shares.hidden', { count: rows.length - shown.length }), nameWidth)}
        </text>
      )}
    </svg>
  );
};
