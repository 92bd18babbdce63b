import type { FileCounts, TableCounts } from '../../../../api/import.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** What became of the rows of each table; of each file too where there were several. */
export const CountsTable = (props: {
  readonly label: string;
  readonly counts: readonly (TableCounts | FileCounts)[];
  readonly isChangedShown: boolean;
}) => {
  const { label, counts, isChangedShown } = props;
  const { t, format } = useMessages();
  const hasFiles = counts.some((one) => 'file' in one);
  return (
    <table
      className={hasFiles ? 'history-table report-counts by-file' : 'history-table report-counts'}
      aria-label={label}
    >
      <thead>
        <tr>
          {hasFiles && <th scope="col">{t('history.file')}</th>}
          <th scope="col">{t('history.report.table')}</th>
          {COLUMNS.map((column) => (
            <th scope="col" className="number" key={column}>
              {t(`history.report.${column}`)}
            </th>
          ))}
          {isChangedShown && (
            <th scope="col" className="number apart">
              {t('history.report.changed')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={'file' in one ? `${one.table} ${one.file}` : one.table}>
            {'file' in one && <th scope="row">{one.file}</th>}
            {'file' in one ? (
              <td>{t(`history.report.${one.table}`)}</td>
            ) : (
              <th scope="row">{t(`history.report.${one.table}`)}</th>
            )}
            {COLUMNS.map((column) => (
              <td className={column === 'accepted' ? 'number strong' : 'number'} key={column}>
                {format.count(one[column])}
              </td>
            ))}
            {isChangedShown && <td className="number apart">{format.count(one.changed)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const COLUMNS = ['read', 'accepted', 'rejected', 'duplicate'] as const;
