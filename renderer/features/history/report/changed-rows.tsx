import { useCallback } from 'react';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';
import { Pager } from './pager.tsx';
import { usePage } from './use-page.ts';

/** Leads and stages that the workshop held otherwise: what it held, and what the file says, page by page. */
export const ChangedRows = ({ importId, total }: { readonly importId: number; readonly total: number }) => {
  const { t, format } = useMessages();
  const { client } = useStores();
  const ask = useCallback(
    (offset: number, limit: number) => client('import.changed', { importId, offset, limit }),
    [client, importId],
  );
  const { page, failure, turn } = usePage(ask);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (page === null) return null;
  return (
    <>
      {page.total < total && (
        <p className="secondary">
          {t('history.report.changedListed', { listed: format.count(page.total), total: format.count(total) })}
        </p>
      )}
      <table className="history-table changed-rows">
        <thead>
          <tr>
            <th scope="col">{t('history.report.lead')}</th>
            <th scope="col">{t('history.report.table')}</th>
            <th scope="col">{t('history.report.column')}</th>
            <th scope="col">{t('history.report.held')}</th>
            <th scope="col">{t('history.report.given')}</th>
            <th scope="col">{t('history.file')}</th>
            <th scope="col" className="number">
              {t('history.report.line')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={`${row.file} ${row.table} ${row.line} ${row.lead} ${row.column} ${row.held} ${row.given}`}>
              <th scope="row">{row.lead}</th>
              <td>{t(`history.report.${row.table}`)}</td>
              <td>{row.column}</td>
              <td>{row.held === '' ? <Blank /> : row.held}</td>
              <td>{row.given === '' ? <Blank /> : row.given}</td>
              <td>{row.file}</td>
              <td className="number">{format.count(row.line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} label={t('history.report.changedRows')} onTurn={turn} />
    </>
  );
};

const Blank = () => {
  const { t } = useMessages();
  return <span className="secondary">{t('history.report.blank')}</span>;
};
