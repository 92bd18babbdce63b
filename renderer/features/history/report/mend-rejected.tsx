import { useState } from 'react';
import type { ImportReport } from '../../../../api/import.ts';
import type { Failure } from '../../../../api/reply.ts';
import { rejectedFileName } from '../../../../core/rejected-file-name.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { hasBegunWork } from '../../../stores/job-store.ts';
import { useJobs, useStores } from '../../../stores/use-stores.tsx';
import { fetchRejectedCsv } from './fetch-rejected-csv.ts';

/** Rejected rows saved file by file, to be mended and brought in again. */
export const MendRejected = ({ report }: { readonly report: ImportReport }) => {
  const { t, format } = useMessages();
  const { bridge, client, jobs } = useStores();
  const isBusy = useJobs(hasBegunWork);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async ({ file, rows }: RejectedFile) => {
    setSaved(null);
    const reply = await jobs.getState().run((jobId) =>
      fetchRejectedCsv(
        client,
        { importId: report.id, file },
        () => jobs.getState().job?.cancelling ?? false,
        (done) => jobs.getState().heard({ kind: 'progress', jobId, phase: 'reading', done, total: rows }),
      ),
    );
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok && reply.value !== null && (await bridge.saveText(rejectedFileName(file), 'text/csv', reply.value)))
      setSaved(rejectedFileName(file));
  };
  const files = rejectedFiles(report);
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <p className="secondary">{t('history.report.mend')}</p>
      <ul className="report-mend">
        {files.map((one) => (
          <li key={one.file}>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              aria-label={t('history.report.saveCsvOf', { file: one.file })}
              onClick={() => void save(one)}
            >
              {t('history.report.saveCsv')}
            </button>
            <span>{one.file}</span>
            {one.rows !== null && (
              <span className="secondary">
                {t('history.report.rejectedCount', { rows: one.rows, count: format.count(one.rows) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="secondary" role="status">
        {saved === null ? '' : t('history.report.savedCsv', { file: saved })}
      </p>
    </>
  );
};

interface RejectedFile {
  readonly file: string;
  /** Null: not known, of an import of a time when only the totals were kept. */
  readonly rows: number | null;
}

function rejectedFiles({ files, sources }: ImportReport): readonly RejectedFile[] {
  if (files.length === 0) return sources.map(({ name }) => ({ file: name, rows: null }));
  const rowsByFile = new Map<string, number>();
  for (const { file, rejected } of files)
    if (rejected > 0) rowsByFile.set(file, (rowsByFile.get(file) ?? 0) + rejected);
  return [...rowsByFile].map(([file, rows]) => ({ file, rows }));
}
