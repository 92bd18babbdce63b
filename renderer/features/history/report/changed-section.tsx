import type { ImportReport, OnChanged } from '../../../../api/import.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hasBegunWork } from '../../../stores/job-store.ts';
import { useJobs } from '../../../stores/use-stores.tsx';
import { ChangedRows } from './changed-rows.tsx';

/** What the workshop held otherwise than the files, what became of it, and once more the choice where it was kept. */
export const ChangedSection = (props: {
  readonly report: ImportReport;
  /** Of the import just made; null: an earlier one. */
  readonly onChanged: OnChanged | null;
  readonly onTake: () => void;
}) => {
  const { report, onChanged, onTake } = props;
  const { t, format } = useMessages();
  const isBusy = useJobs(hasBegunWork);
  const total = report.tables.reduce((sum, table) => sum + table.changed, 0);
  if (total === 0) return null;
  const counted = { rows: total, count: format.count(total) };
  return (
    <section aria-label={t('history.report.changedRows')}>
      <h2>{t('history.report.changedRows')}</h2>
      <p className="secondary">{t('history.report.changedMeans')}</p>
      <p>{t(`history.report.changed.${onChanged ?? 'past'}`, counted)}</p>
      {onChanged === 'keep' && (
        <div className="history-actions report-take">
          <button type="button" className="button" disabled={isBusy} onClick={onTake}>
            {t('history.report.take')}
          </button>
          <span className="secondary">{t('history.report.takeMeans')}</span>
        </div>
      )}
      <ChangedRows importId={report.id} total={total} />
    </section>
  );
};
