import { useMessages } from '../../i18n/messages.tsx';
import { kilobytes } from './kilobytes.ts';
import { TrialSection } from './trial/trial-section.tsx';
import { useTrial } from './trial/use-trial.ts';

export const FolderReady = (props: {
  readonly tokens: readonly string[];
  readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
  /** While it is brought in. */
  readonly isBusy: boolean;
  readonly onRun: () => void;
  readonly onLeave: () => void;
}) => {
  const { t, format } = useMessages();
  const { tokens, isBusy } = props;
  const trial = useTrial(isBusy ? null : tokens.map((file) => ({ file })));
  return (
    <section className="history-page folder-ready" aria-label={t('history.folder.title')}>
      <h1>{t('history.folder.title')}</h1>
      <p className="secondary">{t('history.folder.found')}</p>
      <table className="history-table">
        <thead>
          <tr>
            <th scope="col">{t('history.file')}</th>
            <th scope="col" className="number">
              {t('history.sizeColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.files.map((file) => (
            <tr key={file.name}>
              <td className="strong">{file.name}</td>
              <td className="number">{t('history.size', { size: format.count(kilobytes(file.sizeBytes)) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="secondary">{t('history.folder.next')}</p>
      <TrialSection file={null} others={[]} trial={trial} />
      <div className="history-actions">
        <button type="button" className="button primary" disabled={isBusy} onClick={props.onRun}>
          {t('history.run')}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={props.onLeave}>
          {t('history.cancelFlow')}
        </button>
      </div>
    </section>
  );
};
