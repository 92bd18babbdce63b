import type { RejectedRow } from '../../../api/import.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Rows that were, or would be, rejected: where, what stood there and why. `hasFiles`: of which file, too. */
export const RejectedTable = (props: {
  readonly rows: readonly RejectedRow[];
  readonly hasFiles: boolean;
  readonly className: string;
}) => {
  const { rows, hasFiles, className } = props;
  const { t, format } = useMessages();
  return (
    <table className={`history-table ${className}`}>
      <thead>
        <tr>
          {hasFiles && <th scope="col">{t('history.file')}</th>}
          <th scope="col" className="number">
            {t('history.report.line')}
          </th>
          <th scope="col">{t('history.report.column')}</th>
          <th scope="col">{t('history.report.value')}</th>
          <th scope="col">{t('history.report.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          // A row may be rejected twice for the same reason, for two stages; its place is what identifies it.
          const place = `row ${index + 1}`;
          return (
            <tr key={place}>
              {hasFiles && <td>{row.file}</td>}
              <td className="number">{format.count(row.line)}</td>
              <td>{row.column ?? ''}</td>
              <td>{row.value === '' ? <span className="hint">{t('history.trial.empty')}</span> : row.value}</td>
              <td>{row.reason}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
