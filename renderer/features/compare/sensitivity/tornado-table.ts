import type { ChartTable } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { moveName } from './lever-words.ts';
import type { MovedFigure, RowEnd, TornadoRow } from './tornado-rows.ts';

/** A row a move, with all of its figures: rates in percent, their differences in points. */
export function tornadoTable(rows: readonly TornadoRow[], figure: MovedFigure, messages: Messages): ChartTable {
  const { t } = messages;
  return {
    columns: [
      t('compare-sensitivity.column.move'),
      t(`compare-sensitivity.column.change.${figure}`),
      t('compare-sensitivity.column.sqls'),
      t('compare-sensitivity.column.leads'),
      t('compare-sensitivity.column.weekly'),
      t('compare-sensitivity.column.rate'),
      t('compare-sensitivity.column.known'),
      t('compare-sensitivity.column.difference'),
      t('compare-sensitivity.column.low'),
      t('compare-sensitivity.column.high'),
      t('compare-sensitivity.column.threshold'),
    ],
    rows: rows.flatMap((row) =>
      [row.lower, row.higher]
        .filter((end) => end !== null)
        .map((end) => [
          moveName(row, end, messages),
          changeOf(end, figure),
          end.figures.cell.converted,
          end.figures.cell.leads,
          rounded(end.figures.perWeek),
          inPercent(end.figures.cell.rate),
          end.figures.cell.observed,
          inPercent(end.figures.rateDifference?.difference),
          inPercent(end.figures.rateDifference?.interval?.[0]),
          inPercent(end.figures.rateDifference?.interval?.[1]),
          end.threshold,
        ]),
    ),
  };
}

const changeOf = ({ change }: RowEnd, figure: MovedFigure): number | null =>
  figure === 'conversion' || change === null ? inPercent(change) : rounded(change);

/** Leads a week as the bars have them. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
