import { type KeyboardEvent, useRef, useState } from 'react';
import type { HeatCell, HeatMap } from '../../../../api/sensitivity.ts';
import { LEAST_KNOWN } from '../../../../core/measures/least-counts.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { fitted, widthOf } from './fitted.ts';
import { fadeName, heatWords } from './heat-words.ts';
import type { MovedFigure } from './tornado-rows.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

const LEAST_FADE_WIDTH = 50;
const TOP = 20;
const WORDS_HEIGHT = 40;
const GAP = 2;
const EDGE = 8;
/** Never so strong that the words on it could not be read. */
const STRONGEST = 42;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Half-lives down, thresholds across; arrow keys walk along the cells, and beneath stands what the cell says. */
export const HeatChart = (props: {
  readonly map: HeatMap;
  readonly figure: MovedFigure;
  readonly levelName: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}) => {
  const { map, figure, levelName, width, height, title } = props;
  const messages = useMessages();
  const { t, format } = messages;
  const present: Place = { row: map.rows.findIndex(({ isPresent }) => isPresent), column: middleOf(map) };
  const [place, setPlace] = useState<Place>(present);
  const grid = useRef<HTMLDivElement>(null);
  const fadeWidth = Math.max(LEAST_FADE_WIDTH, ...map.rows.map((row) => widthOf(fadeName(row, messages)) + 6));
  const cellWidth = (width - EDGE - fadeWidth) / map.thresholds.length;
  const cellHeight = Math.max(30, (height - TOP - WORDS_HEIGHT) / map.rows.length);
  const bottom = TOP + map.rows.length * cellHeight;
  const highest = Math.max(1e-9, ...map.rows.flatMap(({ cells }) => cells.map((cell) => figureOf(cell, figure) ?? 0)));
  const wordsOf = ({ row, column }: Place): string => {
    const fades = map.rows[row];
    const cell = fades?.cells[column];
    if (fades === undefined || cell === undefined) return '';
    const isPresent = row === present.row && column === present.column;
    const said = {
      level: levelName,
      threshold: map.thresholds[column] ?? 0,
      fade: fadeName(fades, messages),
      isPresent,
    };
    return heatWords(cell, said, messages);
  };
  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: Math.min(map.rows.length - 1, Math.max(0, place.row + step[0])),
      column: Math.min(map.thresholds.length - 1, Math.max(0, place.column + step[1])),
    };
    setPlace(next);
    grid.current?.querySelector<SVGGElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <>
      <div ref={grid} role="grid" aria-label={title}>
        <svg width={width} height={bottom} role="presentation">
          <g role="row" fill="var(--ink2)">
            <text role="columnheader" x="0" y="12">
              {fitted(t('compare-sensitivity.lever.threshold', { level: levelName }), fadeWidth)}
            </text>
            {map.thresholds.map((threshold, column) => (
              <text
                key={threshold}
                role="columnheader"
                x={fadeWidth + (column + 0.5) * cellWidth}
                y="12"
                textAnchor="middle"
                fontWeight={column === present.column ? 600 : 400}
              >
                {format.points(threshold)}
              </text>
            ))}
          </g>
          {map.rows.map((fades, row) => (
            <g key={fadeName(fades, messages)} role="row">
              <text
                role="rowheader"
                x="0"
                y={TOP + (row + 0.5) * cellHeight + 4}
                fill="var(--ink)"
                fontWeight={row === present.row ? 600 : 400}
              >
                {fadeName(fades, messages)}
              </text>
              {fades.cells.map((cell, column) => (
                <g
                  key={map.thresholds[column]}
                  role="gridcell"
                  className="heat-cell"
                  tabIndex={place.row === row && place.column === column ? 0 : -1}
                  data-place={`${row} ${column}`}
                  onKeyDown={walk}
                  onFocus={() => setPlace({ row, column })}
                  onPointerEnter={() => setPlace({ row, column })}
                  transform={`translate(${fadeWidth + column * cellWidth} ${TOP + row * cellHeight})`}
                >
                  <CellFigures
                    cell={cell}
                    figure={figure}
                    width={cellWidth - GAP}
                    height={cellHeight - GAP}
                    shade={(figureOf(cell, figure) ?? 0) / highest}
                    isPresent={row === present.row && column === present.column}
                  />
                </g>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <p className="heat-words secondary" role="status">
        {wordsOf(place)}
      </p>
    </>
  );
};

const middleOf = ({ thresholds }: HeatMap): number => Math.floor(thresholds.length / 2);

function figureOf(cell: HeatCell, figure: MovedFigure): number | null {
  switch (figure) {
    case 'sqls':
      return cell.converted;
    case 'conversion':
      return cell.observed < LEAST_KNOWN ? null : cell.rate;
    case 'volume':
      return cell.perWeek;
  }
}

const CellFigures = (props: {
  readonly cell: HeatCell;
  readonly figure: MovedFigure;
  readonly width: number;
  readonly height: number;
  readonly shade: number;
  readonly isPresent: boolean;
}) => {
  const { cell, figure, width, height, shade, isPresent } = props;
  const { t, format } = useMessages();
  const value = figureOf(cell, figure);
  const middle = height / 2;
  const strength = Math.round(STRONGEST * Math.min(1, shade));
  const written =
    value === null
      ? t('compare-sensitivity.heat.of', {
          converted: format.count(cell.converted),
          observed: format.count(cell.observed),
        })
      : figure === 'conversion'
        ? format.percent(value)
        : figure === 'sqls'
          ? format.count(value)
          : format.decimal(value);
  return (
    <>
      <rect
        width={width}
        height={height}
        style={{ fill: `color-mix(in oklab, var(--whose) ${strength}%, var(--bg))` }}
      />
      {value === null && (
        <>
          <rect width={width} height={height} fill="url(#hatch)" opacity="0.35" />
          <rect x="2" y={middle - 14} width={width - 4} height="28" fill="var(--bg)" />
        </>
      )}
      {isPresent && (
        <rect x="1" y="1" width={width - 2} height={height - 2} fill="none" stroke="var(--ink)" strokeWidth="2" />
      )}
      <g fill="var(--ink)" textAnchor="middle">
        <text x={width / 2} y={middle - 2} fontWeight="600">
          {written}
        </text>
        <text x={width / 2} y={middle + 12} fill="var(--ink2)">
          {t('compare-sensitivity.heat.n', {
            n: format.count(figure === 'conversion' ? cell.observed : cell.leads),
          })}
        </text>
      </g>
    </>
  );
};
