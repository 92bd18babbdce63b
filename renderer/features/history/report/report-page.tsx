import type { ImportReport, OnChanged } from '../../../../api/import.ts';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useKeptAgreement } from '../../../stores/use-kept-agreement.ts';
import { kilobytes } from '../kilobytes.ts';
import { ChangedSection } from './changed-section.tsx';
import { CountsTable } from './counts-table.tsx';
import { MendRejected } from './mend-rejected.tsx';
import { RejectedRows } from './rejected-rows.tsx';

/** What was read, accepted, rejected and why. */
export const ReportPage = (props: {
  readonly report: ImportReport;
  /** What became of rows that the workshop held otherwise, of the import just made; null: an earlier one. */
  readonly onChanged: OnChanged | null;
  /** Brings the same files in again, with their cells. */
  readonly onTake: () => void;
  readonly onLeave: () => void;
}) => {
  const { report, onChanged, onTake, onLeave } = props;
  const isNew = onChanged !== null;
  // The tables of a data folder are its files.
  const isByFile = report.sources.length > 1 && report.files.some(({ file, table }) => file !== `${table}.csv`);
  const isChangedShown = report.tables.some(({ changed }) => changed > 0);
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
        {isNew && <Onward />}
      </div>
      <CountsTable label={t('history.report.totals')} counts={report.tables} isChangedShown={isChangedShown} />
      {isByFile && (
        <CountsTable label={t('history.report.byFile')} counts={report.files} isChangedShown={isChangedShown} />
      )}
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
      <ChangedSection report={report} onChanged={onChanged} onTake={onTake} />
      <section aria-label={t('history.report.rejectedRows')}>
        <h2>{t('history.report.rejectedRows')}</h2>
        {rejected === 0 ? (
          <p className="secondary">{t('history.report.noRejected')}</p>
        ) : (
          <>
            <MendRejected report={report} />
            <RejectedRows importId={report.id} />
          </>
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

/** Once an agreement is in force, what newer history says about its promises is what one wants to see. */
const Onward = () => {
  const { t } = useMessages();
  const isInForce = (useKeptAgreement()?.inForce ?? null) !== null;
  return (
    <a className="button primary" href={hashOf(isInForce ? 'review' : 'rules')}>
      {t(isInForce ? 'history.report.toReview' : 'history.report.onward')}
    </a>
  );
};
