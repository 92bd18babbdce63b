import type { ColumnSummary } from '../../../../api/contract.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** Names with their counts; the first count is drawn as a share of `total`. */
export const CountTable = (props: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly number[] }[];
  readonly total: number;
}) => {
  const { format } = useMessages();
  const { title, columns, rows, total } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="history-table">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th scope="col" key={column} className={index === 0 ? '' : 'number'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}
                <span
                  className="share-bar"
                  style={{ width: `${(100 * (row.figures[0] ?? 0)) / Math.max(1, total)}%` }}
                />
              </th>
              {row.figures.map((figure, index) => (
                <td className="number" key={columns[index + 1]}>
                  {format.count(figure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Columns with kind, share missing and distinct values. */
export const ColumnTable = (props: {
  readonly title: string;
  readonly columns: readonly ColumnSummary[];
  readonly rows: number;
}) => {
  const { t, format } = useMessages();
  const { title, columns, rows } = props;
  if (columns.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="history-table">
        <thead>
          <tr>
            <th scope="col">{t('history.column')}</th>
            <th scope="col">{t('history.kind')}</th>
            <th scope="col" className="number">
              {t('history.missing')}
            </th>
            <th scope="col" className="number">
              {t('history.distinct')}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td className="secondary">{t(`history.kind.${column.kind}`)}</td>
              <td className="number">{format.percent(column.missing / Math.max(1, rows))}</td>
              <td className="number">{format.count(column.distinct)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
