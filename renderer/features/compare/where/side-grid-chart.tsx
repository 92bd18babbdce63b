import type { SideGrid } from '../../../../api/compare-where.ts';
import type { GridAxis } from '../../../../api/grade-grid.ts';
import type { Cell } from '../../../../core/measures/frame.ts';
import { LEAST_KNOWN } from '../../../../core/measures/least-counts.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';

interface ChartProps {
  readonly answer: Extract<SideGrid, { readonly kind: 'grid' }>;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

const ROW_NAMES = 56;
const COLUMN_NAMES = 22;
const TOP = 20;
const GAP = 2;
const EDGE = 8;

/** "B3"; the number alone where there is one row only. */
export const gradeName = (row: number | null, column: number): string =>
  `${row === null ? '' : 'ABCD'.charAt(row)}${column + 1}`;

/** A–D down, 1–4 across, the best at the upper left; shade by rate, hatched where too few outcomes are known. */
export const SideGridChart = ({ answer, width, height, title }: ChartProps) => {
  const messages = useMessages();
  const { t } = messages;
  const { grid, rows, columns } = answer;
  const left = rows === null ? 0 : ROW_NAMES;
  const columnCount = grid.cells[0]?.length ?? 1;
  const cellWidth = (width - EDGE - left) / columnCount;
  const cellHeight = Math.max(48, (height - TOP - COLUMN_NAMES) / grid.cells.length);
  const highest = Math.max(0.1, ...grid.cells.flat().flatMap((cell) => (isTold(cell) ? [cell.rate ?? 0] : [])));
  const bottom = TOP + grid.cells.length * cellHeight;
  return (
    <svg width={width} height={bottom + COLUMN_NAMES} role="img" aria-label={title}>
      <g fill="var(--ink2)">
        {rows !== null && (
          <text x="0" y="12">
            {rows}
          </text>
        )}
        <text x={left} y="12">
          {t('compare-where.grid.points', { dimension: columns })}
        </text>
      </g>
      {grid.cells.map((cells, row) => (
        <g key={gradeName(row, 0)}>
          {grid.axes.rows !== null && (
            <>
              <text x="0" y={TOP + (row + 0.5) * cellHeight - 2} fill="var(--ink)" fontWeight="600">
                {gradeName(row, 0).charAt(0)}
              </text>
              <text x="0" y={TOP + (row + 0.5) * cellHeight + 14} fill="var(--ink3)">
                {spanOf(grid.axes.rows, row, messages)}
              </text>
            </>
          )}
          {cells.map((cell, column) => (
            <GridCell
              key={gradeName(row, column)}
              cell={cell}
              x={left + column * cellWidth}
              y={TOP + row * cellHeight}
              width={cellWidth - GAP}
              height={cellHeight - GAP}
              shade={(cell.rate ?? 0) / highest}
            />
          ))}
        </g>
      ))}
      {grid.cells[0]?.map((_, column) => (
        <text
          key={gradeName(null, column)}
          x={left + (column + 0.5) * cellWidth}
          y={bottom + 14}
          fill="var(--ink3)"
          textAnchor="middle"
        >
          <tspan fill="var(--ink)" fontWeight="600">
            {column + 1}
          </tspan>
          {`  ${spanOf(grid.axes.columns, column, messages)}`}
        </text>
      ))}
    </svg>
  );
};

const isTold = ({ observed }: Cell): boolean => observed >= LEAST_KNOWN;

/** Never so strong that the words on it could not be read. */
const STRONGEST = 42;

const GridCell = (props: {
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shade: number;
}) => {
  const { cell, x, y, width, height, shade } = props;
  const { t, format } = useMessages();
  const told = isTold(cell) && cell.rate !== null && cell.interval !== null;
  const n = t('compare-where.nOf', { n: format.count(cell.observed) });
  const middle = y + height / 2;
  if (!told)
    return (
      <g>
        <rect x={x} y={y} width={width} height={height} fill="var(--bg2)" />
        <rect x={x} y={y} width={width} height={height} fill="url(#hatch)" opacity="0.35" />
        {cell.leads > 0 && (
          <>
            <rect x={x + 6} y={middle - 9} width={width - 12} height="18" fill="var(--bg)" />
            <text x={x + 10} y={middle + 4} fill="var(--ink2)">
              {cell.observed === 0
                ? n
                : t('compare-where.grid.converted', {
                    converted: format.count(cell.converted),
                    observed: format.count(cell.observed),
                  })}
            </text>
          </>
        )}
      </g>
    );
  const strength = Math.round(STRONGEST * Math.min(1, shade));
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        style={{ fill: `color-mix(in oklab, var(--whose) ${strength}%, var(--bg))` }}
      />
      <g fill="var(--ink)">
        <text x={x + 8} y={middle - 11} fontWeight="600" className="where-grid-rate">
          {format.percent(cell.rate)}
        </text>
        <text x={x + 8} y={middle + 5}>
          {format.range(cell.interval)}
        </text>
        <text x={x + 8} y={middle + 20}>
          {n}
        </text>
      </g>
    </g>
  );
};

/** The least that a grade takes; the last takes whatever is below the others. */
function spanOf({ cutOffs }: GridAxis, grade: number, { t, format }: Messages): string {
  const from = cutOffs[grade];
  return from === undefined
    ? t('compare-where.grid.below', { to: format.points(cutOffs[cutOffs.length - 1] ?? 0) })
    : t('compare-where.grid.from', { from: format.points(from) });
}
