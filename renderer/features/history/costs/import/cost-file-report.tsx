import type { CostsImportReport } from '../../../../../api/costs.ts';
import { csvRow } from '../../../../../core/csv-row.ts';
import { scrollRegion } from '../../../../components/scroll-region.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { useStores } from '../../../../stores/use-stores.tsx';
import { CostRowsTable } from './cost-rows-table.tsx';
import { CostsCounts } from './costs-counts.tsx';

interface CostFileReportProps {
  readonly report: CostsImportReport;
  readonly currency: string | null;
  readonly onLeave: () => void;
}

const ROWS_SHOWN = 100;

/** What was brought in, and the rows that were not: to be kept now, for the workshop does not hold them. */
export const CostFileReport = ({ report, currency, onLeave }: CostFileReportProps) => {
  const { t, format } = useMessages();
  const { bridge } = useStores();
  const { rejected, header } = report;
  const save = () =>
    bridge.saveText(
      `${report.file.replace(/\.[^.]*$/u, '')}-rejected.csv`,
      'text/csv',
      rejectedCsv(report, [t('costs.file.line'), t('costs.file.reason')]),
    );
  return (
    <div className="cost-file">
      <header className="cost-file-head">
        <h1>{t('costs.file.done')}</h1>
        <p className="secondary">
          {t('costs.file.doneFacts', {
            file: report.file,
            encoding: report.encoding,
            columns: report.columns.join(', '),
          })}
        </p>
      </header>
      <div className="cost-file-body scroll" {...scrollRegion(t('costs.file.done'))}>
        <CostsCounts counts={report} rejected={rejected.length} currency={currency} isDone />
        {rejected.length > 0 && (
          <section>
            <div className="costs-head">
              <h2>{t('costs.file.rejected')}</h2>
              <button type="button" className="button" onClick={() => void save()}>
                {t('costs.file.save')}
              </button>
            </div>
            <p className="secondary">{t('costs.file.saveWhy')}</p>
            <CostRowsTable label={t('costs.file.rejected')} columns={header} rows={rejected.slice(0, ROWS_SHOWN)} />
            {rejected.length > ROWS_SHOWN && (
              <p className="secondary">
                {t('costs.file.firstOf', { shown: format.count(ROWS_SHOWN), count: format.count(rejected.length) })}
              </p>
            )}
          </section>
        )}
      </div>
      <footer className="cost-file-foot">
        <button type="button" className="button primary" onClick={onLeave}>
          {t('costs.file.onward')}
        </button>
      </footer>
    </div>
  );
};

/** Line and reason in front of the cells as the file has them. */
function rejectedCsv({ header, rejected }: CostsImportReport, front: readonly string[]): string {
  const rows = rejected.map(({ line, reason, cells }) => [String(line), reason, ...cells]);
  return [[...front, ...header], ...rows].map(csvRow).join('');
}
