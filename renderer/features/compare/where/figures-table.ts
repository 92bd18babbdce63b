import type { RowFigures, RowOf, RowSide } from '../../../../api/compare-where.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { rowName } from './row-name.ts';

/** Every figure of the rows: both sides, their bounds, the difference. */
export function figuresTable(
  rows: readonly (RowFigures & { readonly of: RowOf })[],
  { a, b }: CompareFocus,
  messages: Messages,
): ChartTable {
  const { t } = messages;
  return {
    columns: [
      t('compare-where.column.row'),
      ...[b, a].flatMap(({ name }) => SIDE_COLUMNS.map(({ id }) => t(id, { name }))),
      t('compare-where.column.difference'),
      t('compare-where.column.differenceLow'),
      t('compare-where.column.differenceHigh'),
    ],
    rows: rows.map(({ of, a: ofA, b: ofB, difference }) => [
      rowName(of, messages),
      ...[ofB, ofA].flatMap((side) => SIDE_COLUMNS.map(({ figure }) => figure(side))),
      inPercent(difference?.difference),
      inPercent(difference?.interval?.[0]),
      inPercent(difference?.interval?.[1]),
    ]),
  };
}

const SIDE_COLUMNS = [
  { id: 'compare-where.column.observed', figure: ({ observed }: RowSide) => observed },
  { id: 'compare-where.column.converted', figure: ({ converted }: RowSide) => converted },
  { id: 'compare-where.column.rate', figure: ({ rate }: RowSide) => inPercent(rate) },
  { id: 'compare-where.column.low', figure: ({ interval }: RowSide) => inPercent(interval?.[0]) },
  { id: 'compare-where.column.high', figure: ({ interval }: RowSide) => inPercent(interval?.[1]) },
  { id: 'compare-where.column.unobserved', figure: ({ unobserved }: RowSide) => unobserved },
  { id: 'compare-where.column.immature', figure: ({ immature }: RowSide) => immature },
  { id: 'compare-where.column.boundLow', figure: ({ bounds }: RowSide) => inPercent(bounds?.[0]) },
  { id: 'compare-where.column.boundHigh', figure: ({ bounds }: RowSide) => inPercent(bounds?.[1]) },
] as const;
