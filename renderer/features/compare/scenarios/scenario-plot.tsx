import { ticksBetween } from '../../../charts/axis.ts';
import { linear, type Scale } from '../../../charts/plot/scale.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { fitted } from '../pair/fitted.ts';
import { SideDot } from '../side-mark/side-dot.tsx';
import { columnsOf, type PlotColumns } from './plot-columns.ts';
import type { ScenarioRow } from './use-scenario-rows.ts';

export const ROW = 42;
export const AXIS_HEIGHT = 24;
export const heightOf = (rows: number): number => rows * ROW + 1;

interface ScenarioPlotProps {
  readonly rows: readonly ScenarioRow[];
  readonly focus: CompareFocus;
  readonly width: number;
  readonly title: string;
}

/** All of the table as one picture: an interval above the bounds in each row, on one printed axis, and the figures beside. */
export const ScenarioPlot = ({ rows, focus, width, title }: ScenarioPlotProps) => {
  const { format } = useMessages();
  const columns = columnsOf(width);
  const ends = rows
    .filter(({ isDrawn }) => isDrawn)
    .flatMap(({ scenario: { measures } }) => [...(measures.interval ?? []), ...(measures.bounds ?? [])]);
  const ticks = ticksBetween(
    ends.length === 0 ? 0 : Math.min(...ends),
    ends.length === 0 ? 1 : Math.max(...ends),
    Math.max(2, Math.floor((columns.plotTo - columns.plotFrom) / 96)),
  ).filter((tick) => tick >= 0 && tick <= 1);
  const last = ticks.at(-1) ?? 1;
  const x = linear([ticks[0] ?? 0, last], [columns.plotFrom, columns.plotTo]);
  const bottom = AXIS_HEIGHT + rows.length * ROW;
  return (
    <svg className="scenarios-plot" width={width} height={bottom + 1} role="img" aria-label={title}>
      <Heading columns={columns} focus={focus} />
      {ends.length > 0 && (
        <g fill="var(--ink3)" textAnchor="middle">
          <path
            d={ticks.map((tick) => `M${x(tick)} ${AXIS_HEIGHT}V${bottom}`).join('')}
            stroke="var(--grid)"
            fill="none"
          />
          {ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={16}>
              {tick === last ? format.percent(tick) : format.decimal(tick * 100)}
            </text>
          ))}
        </g>
      )}
      {rows.map((row, index) => (
        <g key={row.key} data-whose={row.whose} transform={`translate(0 ${AXIS_HEIGHT + index * ROW})`}>
          <path d={`M0 .5H${width}`} stroke="var(--line)" />
          <Name row={row} columns={columns} />
          {row.isDrawn ? <Marks row={row} x={x} /> : <Counts row={row} columns={columns} />}
          <Figures row={row} columns={columns} />
        </g>
      ))}
    </svg>
  );
};

const Heading = ({ columns, focus }: { readonly columns: PlotColumns; readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const right = [
    [columns.conversion, t('compare-scenarios.head.conversion')],
    [columns.known, t('compare.column.known')],
    [columns.unknown, t('compare-scenarios.head.unknown')],
    [columns.weekly, t('compare.column.weekly', { level: fitted(focus.levelName, 48) })],
    [columns.caught, t('compare.column.caught')],
    [columns.difference, t('compare-scenarios.head.against')],
  ] as const;
  return (
    <g fill="var(--ink3)">
      <text x={0} y={16}>
        {t('compare.column.scenario')}
      </text>
      {right.map(([x, label]) => (
        <text key={label} x={x} y={16} textAnchor="end">
          {label}
        </text>
      ))}
    </g>
  );
};

/** The line of whose it is with its mark, which of the two it is, its name, and where it comes from. */
const Name = ({ row, columns }: { readonly row: ScenarioRow; readonly columns: PlotColumns }) => {
  const isGrey = row.whose === 'baseline';
  const space = columns.plotFrom - columns.name - 16;
  return (
    <>
      <path
        d="M0 21.5H16"
        stroke={isGrey ? 'var(--grey)' : 'var(--whose)'}
        strokeWidth="2"
        {...(isGrey ? { strokeDasharray: '4 3' } : {})}
      />
      <SideDot side={row} x={8} y={21.5} radius={3.5} />
      <text x={20} y={26} fill="var(--ink)" fontWeight={600}>
        {`${row.isA ? 'A' : ''}${row.isB ? 'B' : ''}`}
      </text>
      <text x={columns.name} y={19} fill={isGrey ? 'var(--ink)' : 'var(--whose-text)'} fontWeight={600}>
        {fitted(row.name, space)}
      </text>
      <text x={columns.name} y={34} fill="var(--ink2)">
        {fitted(row.origin, space)}
      </text>
    </>
  );
};

const Marks = ({ row, x }: { readonly row: ScenarioRow; readonly x: Scale }) => {
  const { rate, interval, bounds, unobserved } = row.scenario.measures;
  if (rate === null) return null;
  const isGrey = row.whose === 'baseline';
  return (
    <g stroke={isGrey ? 'var(--grey)' : 'var(--whose)'} strokeWidth="2">
      {interval !== null && <path d={`M${x(interval[0])} 16H${x(interval[1])}`} />}
      <SideDot side={row} x={x(rate)} y={16} radius={4.5} />
      {bounds !== null && unobserved > 0 && (
        <rect
          x={x(bounds[0])}
          y={28}
          width={Math.max(1, x(bounds[1]) - x(bounds[0]))}
          height={6}
          fill="url(#hatch)"
          stroke="var(--ink3)"
          strokeWidth="1"
        />
      )}
    </g>
  );
};

const Counts = ({ row, columns }: { readonly row: ScenarioRow; readonly columns: PlotColumns }) => {
  const { t } = useMessages();
  const words =
    row.scenario.measures.observed === 0 ? t('compare-scenarios.noneKnown') : t('compare-scenarios.tooFewToDraw');
  return (
    <text x={columns.plotFrom} y={26} fill="var(--ink3)">
      {words}
    </text>
  );
};

const Figures = ({ row, columns }: { readonly row: ScenarioRow; readonly columns: PlotColumns }) => (
  <g fill="var(--ink)" textAnchor="end">
    <text x={columns.conversion} y={26} fontWeight={600}>
      {row.conversion}
    </text>
    <text x={columns.known} y={26}>
      {row.known}
    </text>
    <text x={columns.unknown} y={26}>
      {row.unknown}
    </text>
    <text x={columns.weekly} y={26}>
      {row.weekly}
    </text>
    <text x={columns.caught} y={26}>
      {row.caught}
    </text>
    <text x={columns.difference} y={26}>
      {row.difference}
    </text>
  </g>
);
