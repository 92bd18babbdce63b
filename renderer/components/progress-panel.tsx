import { useMessages } from '../i18n/messages.tsx';
import type { Job } from '../stores/job-store.ts';
import './components.css';

/** What is being done, how far it is, and the way to stop it. It keeps still for the first half second. */
export const ProgressPanel = ({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) => {
  const { t, format } = useMessages();
  const phase = job.phase === null ? t('frame.phaseStarting') : t(`frame.phase.${job.phase}`);
  const counts =
    job.total === null
      ? t('frame.progressOpen', { done: format.count(job.done) })
      : t('frame.progressOf', { done: format.count(job.done), total: format.count(job.total) });
  const isCounted = job.phase !== null && (job.total !== null || job.done > 0);
  return (
    <section className="progress-panel" aria-label={phase}>
      <div className="progress-words">
        <span className="strong" role="status">
          {phase}
        </span>
        <span className="secondary">{isCounted ? counts : ''}</span>
      </div>
      <progress aria-label={phase} {...(job.total === null ? {} : { value: job.done, max: Math.max(1, job.total) })} />
      <button type="button" className="button" onClick={onCancel} disabled={job.cancelling}>
        {t(job.cancelling ? 'frame.cancelling' : 'frame.cancel')}
      </button>
    </section>
  );
};
