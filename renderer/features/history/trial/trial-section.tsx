import type { FileCounts, RejectedRow } from '../../../../api/import.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { RejectedTable } from '../rejected-table.tsx';
import { failureWords, figuresOf, type Trial } from './trial-store.ts';

/** What the file would bring as it is mapped now, and the rows of it that would be left out; `file` null: all files together. */
export const TrialSection = ({
  file,
  others,
  trial: state,
}: {
  readonly file: string | null;
  /** The other files of the import. */
  readonly others: readonly string[];
  readonly trial: Trial;
}) => {
  const { t } = useMessages();
  const trial = figuresOf(state);
  const failure = failureWords(state);
  const counts = trial?.files.filter((one) => file === null || one.file === file) ?? [];
  const rejected = trial?.rejected.filter((row) => file === null || row.file === file) ?? [];
  // A remark on one of several files begins with its name.
  const isOfAnother = (words: string) =>
    !words.startsWith(file ?? '') && others.some((other) => words.startsWith(other));
  const remarks = trial?.warnings.filter((words) => !isOfAnother(words)) ?? [];
  const left = counts.reduce((sum, one) => sum + one.rejected, 0);
  return (
    <section className="mapping-section" aria-label={t('history.trial.title')} aria-busy={state.kind === 'computing'}>
      <h2>{t('history.trial.title')}</h2>
      <p className="secondary" role="status">
        {state.kind === 'waiting' && t('history.trial.waiting')}
        {state.kind === 'computing' && t('history.trial.computing')}
        {state.kind === 'done' && t(state.trial.isWhole ? 'history.trial.whole' : 'history.trial.firstRows')}
      </p>
      {failure !== null && (
        <p className="broken trial-failed">
          <Icon name="warning" size={12} />
          {failure}
        </p>
      )}
      {counts.length > 0 && <Counts counts={counts} />}
      {rejected.length > 0 && <Rejected rows={rejected} total={left} />}
      {left > 0 && rejected.length === 0 && <p className="secondary">{t('history.trial.elsewhere')}</p>}
      {remarks.length > 0 && (
        <ul className="trial-remarks secondary">
          {remarks.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

const FIGURES = ['read', 'accepted', 'rejected', 'duplicate', 'changed'] as const;

const Counts = ({ counts }: { readonly counts: readonly FileCounts[] }) => {
  const { t, format } = useMessages();
  return (
    <table className="history-table trial-counts">
      <thead>
        <tr>
          <th scope="col">{t('history.report.table')}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col" className="number">
              {t(`history.trial.${figure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={one.table}>
            <th scope="row">{t(`history.report.${one.table}`)}</th>
            {FIGURES.map((figure) => (
              <td key={figure} className={figure === 'rejected' && one.rejected > 0 ? 'number strong' : 'number'}>
                {format.count(one[figure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const MOST_SHOWN = 10;

const Rejected = ({ rows, total }: { readonly rows: readonly RejectedRow[]; readonly total: number }) => {
  const { t, format } = useMessages();
  const shown = rows.slice(0, MOST_SHOWN);
  return (
    <>
      <h3>{t('history.trial.oddRows', { shown: format.count(shown.length), total: format.count(total) })}</h3>
      <RejectedTable className="trial-rejected" rows={shown} hasFiles={false} />
    </>
  );
};
