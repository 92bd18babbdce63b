import type { ImportReport } from '../../../../api/import.ts';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { kilobytes } from '../kilobytes.ts';
import { RejectedRows } from './rejected-rows.tsx';

/** What was read, accepted, rejected and why. */
export const ReportPage = (props: {
  readonly report: ImportReport;
  readonly isNew: boolean;
  readonly onLeave: () => void;
}) => {
  const { report, isNew, onLeave } = props;
  const { t, format } = useMessages();
  const title = isNew ? t('history.report.done') : t('history.report.title', { date: format.dateTime(report.atMs) });
  const rejected = report.tables.reduce((sum, table) => sum + table.rejected, 0);
  return (
    <div className="history-page report scroll" {...scrollRegion(title)}>
      <div className="report-head">
        <h1>{title}</h1>
        <span className="spring" />
        <button type="button" className="button" onClick={onLeave}>
          {t('history.report.overview')}
        </button>
        {isNew && (
          <a className="button primary" href={hashOf('rules')}>
            {t('history.report.onward')}
          </a>
        )}
      </div>
      <table className="history-table report-counts">
        <thead>
          <tr>
            <th scope="col">{t('history.report.table')}</th>
            {(['read', 'accepted', 'rejected', 'duplicate'] as const).map((column) => (
              <th scope="col" className="number" key={column}>
                {t(`history.report.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.tables.map((table) => (
            <tr key={table.table}>
              <th scope="row">{t(`history.report.${table.table}`)}</th>
              <td className="number">{format.count(table.read)}</td>
              <td className="number strong">{format.count(table.accepted)}</td>
              <td className="number">{format.count(table.rejected)}</td>
              <td className="number">{format.count(table.duplicate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="secondary">{t('history.report.sum')}</p>
      {report.warnings.length > 0 && (
        <section aria-label={t('history.report.warnings')}>
          <h2>{t('history.report.warnings')}</h2>
          <ul className="report-warnings">
            {report.warnings.map((warning) => (
              <li key={warning}>
                <Icon name="warning" size={12} />
                <span>{warning}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('history.report.rejectedRows')}>
        <h2>{t('history.report.rejectedRows')}</h2>
        {rejected === 0 ? (
          <p className="secondary">{t('history.report.noRejected')}</p>
        ) : (
          <RejectedRows importId={report.id} />
        )}
      </section>
      <section aria-label={t('history.report.sources')}>
        <h2>{t('history.report.sources')}</h2>
        <table className="history-table">
          <thead>
            <tr>
              <th scope="col">{t('history.file')}</th>
              <th scope="col" className="number">
                {t('history.sizeColumn')}
              </th>
              <th scope="col">{t('history.report.encoding')}</th>
              <th scope="col">{t('history.report.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {report.sources.map((source) => (
              <tr key={source.name}>
                <th scope="row">{source.name}</th>
                <td className="number">{t('history.size', { size: format.count(kilobytes(source.sizeBytes)) })}</td>
                <td>{source.encoding}</td>
                <td className="secondary">{source.sha256}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
};
