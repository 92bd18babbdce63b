import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { scrollRegion } from '../components/scroll-region.ts';
import { useMessages } from '../i18n/messages.tsx';
import { ChartMenu } from './chart-menu.tsx';
import type { ChartTable } from './chart-table.ts';
import './charts.css';

export interface ChartCardProps {
  /** The title is the question that the chart answers. */
  readonly question: string;
  readonly legend?: readonly LegendEntry[];
  readonly table: ChartTable;
  /** Why there is no chart: then the table stands in its place, or only these words when the table is empty. */
  readonly reason?: string | undefined;
  /** What the chart leaves out, and why, beside the chart. */
  readonly note?: ReactNode;
  /** Controls that choose what the chart shows. */
  readonly tools?: ReactNode;
  readonly className?: string;
  /** Which frame it shows, for who watches how charts follow a lever. */
  readonly frame?: number | undefined;
  /** Draws into `width` × `height` pixels, whole numbers above 0. */
  readonly children: (width: number, height: number) => ReactNode;
}

export interface LegendEntry {
  readonly mark: ReactNode;
  readonly label: string;
}

export const ChartCard = (props: ChartCardProps) => {
  const { question, legend = [], table, reason, note, tools, className = '', frame, children } = props;
  const { t } = useMessages();
  const card = useRef<HTMLElement>(null);
  const { ref, width, height } = useElementSize();
  const [wantsTable, setWantsTable] = useState(false);
  const showsTable = wantsTable || reason !== undefined;
  return (
    <section ref={card} className={`chart-card ${className}`} aria-label={question} data-frame={frame}>
      <header>
        <h2 className="ellipsis" title={question}>
          {question}
        </h2>
        <span className="spring" />
        {!showsTable && <Legend entries={legend} />}
        <ChartMenu
          question={question}
          card={card}
          table={table}
          showsTable={showsTable}
          onToggleTable={() => setWantsTable(!wantsTable)}
        />
      </header>
      {tools !== undefined && <div className="chart-tools">{tools}</div>}
      {(reason ?? note) !== undefined && <p className="chart-reason">{reason ?? note}</p>}
      <div className="chart-plot" ref={ref}>
        {showsTable && table.rows.length > 0 && <FiguresTable table={table} label={t('chart.tableOf', { question })} />}
        {!showsTable && width >= 1 && height >= 1 && children(Math.floor(width), Math.floor(height))}
      </div>
    </section>
  );
};

/** In characters: longer ones give way where a line is too short. */
const LONG_NAME = 24;

const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }) => (
  <div className="chart-legend">
    {entries.map((entry) => (
      <span key={entry.label} className={entry.label.length > LONG_NAME ? 'long' : undefined} title={entry.label}>
        {entry.mark}
        <span className="legend-name">{entry.label}</span>
      </span>
    ))}
  </div>
);

const FiguresTable = ({ table, label }: { readonly table: ChartTable; readonly label: string }) => {
  const { format } = useMessages();
  return (
    <div className="chart-table scroll" {...scrollRegion(label)}>
      <table className="table">
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} className={index === 0 ? '' : 'number'} scope="col" title={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={String(row[0])}>
              {table.columns.map((column, index) => (
                <td key={column} className={index === 0 ? '' : 'number'}>
                  {written(row[index] ?? null, format.points)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const written = (cell: string | number | null, points: (value: number) => string): string =>
  cell === null ? '–' : typeof cell === 'number' ? points(cell) : cell;
