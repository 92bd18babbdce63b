import { useEffect, useState } from 'react';
import type { Page } from '../../../../api/contract.ts';
import type { RejectedRow } from '../../../../api/import.ts';
import type { Failure } from '../../../../api/reply.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';

const PAGE_ROWS = 50;

/** Every rejected row with its line in the file and the reason, page by page. */
export const RejectedRows = ({ importId }: { readonly importId: number }) => {
  const { t, format } = useMessages();
  const { client } = useStores();
  const [offset, setOffset] = useState(0);
  const [page, setPage] = useState<Page<RejectedRow> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isLate = false;
    const fetchPage = async () => {
      const reply = await client('import.rejected', { importId, offset, limit: PAGE_ROWS });
      if (isLate) return;
      if (reply.ok) setPage(reply.value);
      setFailure(reply.ok ? null : reply.error);
    };
    void fetchPage();
    return () => {
      isLate = true;
    };
  }, [client, importId, offset]);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (page === null) return null;
  const last = page.offset + page.rows.length;
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
      {page.total > PAGE_ROWS && (
        <div className="history-actions">
          <button
            type="button"
            className="button"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - PAGE_ROWS))}
          >
            {t('history.report.previous')}
          </button>
          <span className="secondary" role="status">
            {t('history.report.rows', {
              from: format.count(page.offset + 1),
              to: format.count(last),
              total: format.count(page.total),
            })}
          </span>
          <button
            type="button"
            className="button"
            disabled={last >= page.total}
            onClick={() => setOffset(offset + PAGE_ROWS)}
          >
            {t('history.report.next')}
          </button>
        </div>
      )}
    </>
  );
};
