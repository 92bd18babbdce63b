import type { HistorySummary } from '../../../../api/contract.ts';
import type { ImportReport } from '../../../../api/import.ts';
import { OUTCOME_MESSAGE, OutcomeMark } from '../../../components/marks.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { ColumnTable, CountTable } from './summary-tables.tsx';

interface HistorySummaryProps {
  readonly summary: HistorySummary;
  readonly reportHash: (importId: number) => string;
  readonly onFolder: () => void;
  readonly onFile: () => void;
}

/** What the history holds, and where it came from. */
export const HistorySummaryPage = ({ summary, reportHash, onFolder, onFile }: HistorySummaryProps) => {
  const { t, format } = useMessages();
  const range =
    summary.earliestMs === null || summary.latestMs === null
      ? t('history.noDates')
      : t('history.range', { from: format.date(summary.earliestMs), to: format.date(summary.latestMs) });
  return (
    <div className="summary">
      <div className="summary-main scroll" {...scrollRegion(t('history.title'))}>
        <div className="summary-figures">
          <h1 className="only-heard">{t('history.title')}</h1>
          <Figure value={summary.leads} words={t('history.counts.leads', { count: summary.leads })} />
          <Figure value={summary.activities} words={t('history.counts.activities', { count: summary.activities })} />
          <Figure value={summary.stages} words={t('history.counts.stages', { count: summary.stages })} />
          <span className="summary-range secondary">{range}</span>
        </div>
        <Outcomes summary={summary} />
        <div className="summary-pair">
          <CountTable
            title={t('history.types')}
            columns={[t('history.type'), t('history.typeRows')]}
            rows={summary.activityTypes.map((type) => ({ name: type.value, figures: [type.rows] }))}
            total={summary.activities}
          />
          <CountTable
            title={t('history.stageTable')}
            columns={[t('history.stage'), t('history.stageRows'), t('history.stageLeads')]}
            rows={summary.stageCounts.map((count) => ({
              name: t(`rules.stage.${count.stage}`),
              figures: [count.rows, count.leads],
            }))}
            total={summary.stages}
          />
        </div>
        <div className="summary-pair">
          <ColumnTable title={t('history.attributes')} columns={summary.attributes} rows={summary.leads} />
          <ColumnTable title={t('history.properties')} columns={summary.properties} rows={summary.activities} />
        </div>
      </div>
      <aside className="summary-side scroll" aria-label={t('history.imports')}>
        <h2>{t('history.bringIn')}</h2>
        <div className="summary-actions">
          <button type="button" className="button" onClick={onFolder}>
            {t('history.openFolder')}
          </button>
          <button type="button" className="button" onClick={onFile}>
            {t('history.openFile')}
          </button>
        </div>
        <h2>{t('history.imports')}</h2>
        {summary.imports.length === 0 && <p className="secondary">{t('history.noImports')}</p>}
        <ul className="summary-imports">
          {summary.imports.map((report) => (
            <li key={report.id}>
              <ImportWords report={report} href={reportHash(report.id)} />
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
};

const Figure = ({ value, words }: { readonly value: number; readonly words: string }) => {
  const { format } = useMessages();
  return (
    <p className="summary-figure">
      <span className="figure">{format.count(value)}</span> <span className="secondary">{words}</span>
    </p>
  );
};

/** One bar of all leads: hatched what sales never worked, so that nobody takes it for lost. */
const Outcomes = ({ summary }: { readonly summary: HistorySummary }) => {
  const { t, format } = useMessages();
  const all = Math.max(1, summary.leads);
  return (
    <section className="summary-outcomes" aria-label={t('history.outcomes')}>
      <h2>{t('history.outcomes')}</h2>
      <div className="outcome-bar" aria-hidden="true">
        {summary.outcomes.map(({ outcome, leads }) => (
          <span key={outcome} data-outcome={outcome} style={{ flexGrow: leads }} />
        ))}
      </div>
      <ul>
        {summary.outcomes.map(({ outcome, leads }) => (
          <li key={outcome}>
            <OutcomeMark outcome={outcome} />
            <span className="strong">{t(OUTCOME_MESSAGE[outcome])}</span>
            <span className="secondary">
              {t('history.outcomeShare', { count: format.count(leads), share: format.percent(leads / all) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const ImportWords = ({ report, href }: { readonly report: ImportReport; readonly href: string }) => {
  const { format } = useMessages();
  return (
    <>
      <a href={href} className="strong">
        {report.sources.map((source) => source.name).join(', ')}
      </a>
      <span className="secondary">{format.dateTime(report.atMs)}</span>
      {report.tables.length === 0 ? (
        // Costs, which are no rows of the history: the first remark counts them.
        <span>{report.warnings[0]}</span>
      ) : (
        <HistoryRows report={report} />
      )}
    </>
  );
};

const HistoryRows = ({ report }: { readonly report: ImportReport }) => {
  const { t, format } = useMessages();
  const accepted = (table: ImportReport['tables'][number]['table']) =>
    format.count(report.tables.find((one) => one.table === table)?.accepted ?? 0);
  const rejected = report.tables.reduce((sum, table) => sum + table.rejected, 0);
  return (
    <>
      <span>
        {t('history.importWords', {
          leads: accepted('leads'),
          activities: accepted('activities'),
          stages: accepted('stages'),
        })}
      </span>
      <span className="secondary">{t('history.importRejected', { rejected, count: format.count(rejected) })}</span>
    </>
  );
};
