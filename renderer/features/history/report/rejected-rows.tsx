import { useCallback } from 'react';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';
import { Pager } from './pager.tsx';
import { usePage } from './use-page.ts';

/** Every rejected row with its line in the file and the reason, page by page. */
export const RejectedRows = ({ importId }: { readonly importId: number }) => {
  const { t, format } = useMessages();
  const { client } = useStores();
  const ask = useCallback(
    (offset: number, limit: number) => client('import.rejected', { importId, offset, limit }),
    [client, importId],
  );
  const { page, failure, turn } = usePage(ask);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (page === null) return null;
  return (
    <>
      <table className="history-table rejected">
        <thead>
          <tr>
            <th scope="col">{t('history.file')}</th>
            <th scope="col" className="number">
              {t('history.report.line')}
            </th>
            <th scope="col">{t('history.report.column')}</th>
            <th scope="col">{t('history.report.value')}</th>
            <th scope="col">{t('history.report.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={`${row.file} ${row.line} ${row.column ?? ''}`}>
              <td>{row.file}</td>
              <td className="number">{format.count(row.line)}</td>
              <td>{row.column ?? ''}</td>
              <td>{row.value ?? ''}</td>
              <td>{row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} label={t('history.report.rejectedRows')} onTurn={turn} />
    </>
  );
};
