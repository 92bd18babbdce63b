import type { DelimitedMapping } from '../../../api/import.ts';
import { useMessages } from '../../i18n/messages.tsx';
import type { FlowFile } from './flow-files.ts';
import { MappingPage } from './mapping/mapping-page.tsx';

/** Several files are mapped one by one, and brought in together. */
export const FilesReady = (props: {
  readonly files: readonly FlowFile[];
  readonly shown: number;
  readonly isBusy: boolean;
  readonly onShow: (index: number) => void;
  readonly onChange: (mapping: DelimitedMapping) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
}) => {
  const { files, shown, isBusy, onShow, onChange, onRun, onLeave } = props;
  const { t } = useMessages();
  const file = files[shown];
  return (
    <>
      {files.length > 1 && (
        <div className="files-tabs" role="tablist" aria-label={t('history.files')}>
          {files.map(({ token, inspected }, index) => (
            <button
              key={token}
              type="button"
              role="tab"
              className="tool"
              aria-selected={index === shown}
              onClick={() => onShow(index)}
            >
              {inspected.file}
            </button>
          ))}
        </div>
      )}
      {file?.inspected.kind === 'table' && file.mapping !== null && (
        <MappingPage
          key={file.token}
          isBusy={isBusy}
          source={file.inspected}
          mapping={file.mapping}
          onChange={onChange}
          onRun={onRun}
          onLeave={onLeave}
        />
      )}
      {file?.inspected.kind === 'refused' && (
        <div className="history-page">
          <p role="alert">{file.inspected.detail}</p>
          <button type="button" className="button" disabled={isBusy} onClick={onLeave}>
            {t('history.cancelFlow')}
          </button>
        </div>
      )}
    </>
  );
};
