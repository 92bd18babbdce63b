import { useRef } from 'react';
import type { ImportTrial } from '../../../api/import.ts';
import { Icon } from '../../components/icon.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import type { NamedFault } from './file-faults.ts';
import { type FlowFile, fileNames } from './flow-files.ts';
import { kilobytes } from './kilobytes.ts';

/** The files of this import: what each holds, what it lacks, and which one is looked at. */
export const FileList = (props: {
  readonly files: readonly FlowFile[];
  readonly shown: string;
  readonly faults: readonly NamedFault[];
  readonly trial: ImportTrial | null;
  readonly isBusy: boolean;
  readonly isAdding: boolean;
  readonly onShow: (token: string) => void;
  readonly onRemove: (token: string) => void;
  readonly onAdd: () => void;
}) => {
  const { files, shown, faults, trial, isBusy, isAdding } = props;
  const { t } = useMessages();
  const names = fileNames(files);
  const adder = useRef<HTMLButtonElement>(null);
  return (
    <nav className="import-files" aria-label={t('history.files')}>
      <div className="import-files-scroll scroll" {...scrollRegion(t('history.files'))}>
        <ul>
          {files.map((file, index) => (
            <FileLine
              key={file.token}
              file={file}
              name={names[index] ?? file.ownName}
              isShown={file.token === shown}
              faults={faults.filter(({ token }) => token === file.token).length}
              rejected={rejectedOf(trial, names[index] ?? '')}
              isBusy={isBusy}
              onShow={() => props.onShow(file.token)}
              onRemove={() => {
                // What had the focus goes with the file.
                adder.current?.focus();
                props.onRemove(file.token);
              }}
            />
          ))}
        </ul>
      </div>
      <button
        ref={adder}
        type="button"
        className="adder import-files-add"
        disabled={isBusy || isAdding}
        onClick={props.onAdd}
      >
        <Icon name="plus" size={12} />
        {t('history.addFiles')}
      </button>
      <p className="hint import-files-hint" role="status">
        {t(isAdding ? 'history.reading' : 'history.dropMore')}
      </p>
    </nav>
  );
};

const FileLine = (props: {
  readonly file: FlowFile;
  readonly name: string;
  readonly isShown: boolean;
  readonly faults: number;
  readonly rejected: number;
  readonly isBusy: boolean;
  readonly onShow: () => void;
  readonly onRemove: () => void;
}) => {
  const { file, name, isShown, faults, rejected, isBusy } = props;
  const { t, format } = useMessages();
  const { inspected, mapping, isReading } = file;
  const facts =
    inspected.kind === 'table' && mapping !== null
      ? t('history.fileFacts', {
          rows: t(`history.fileRows.${mapping.rows}`),
          size: format.count(kilobytes(inspected.sizeBytes)),
        })
      : null;
  return (
    <li className="import-file" data-shown={isShown}>
      <button type="button" className="import-file-show" aria-current={isShown} onClick={props.onShow}>
        <span className="import-file-name">{name}</span>
        {facts !== null && <span className="secondary">{facts}</span>}
        <FileMark isReading={isReading} isRefused={inspected.kind === 'refused'} faults={faults} rejected={rejected} />
      </button>
      <button
        type="button"
        className="tool small"
        disabled={isBusy}
        aria-label={t('history.removeFile', { file: name })}
        onClick={props.onRemove}
      >
        <Icon name="cross" size={12} />
      </button>
    </li>
  );
};

const FileMark = (props: {
  readonly isReading: boolean;
  readonly isRefused: boolean;
  readonly faults: number;
  readonly rejected: number;
}) => {
  const { isReading, isRefused, faults, rejected } = props;
  const { t, format } = useMessages();
  if (isReading) return <span className="hint">{t('history.fileReading')}</span>;
  if (faults === 0 && rejected > 0)
    return (
      <span className="import-file-mark">
        <Icon name="warning" size={12} />
        {t('history.fileRejected', { rejected, count: format.count(rejected) })}
      </span>
    );
  if (faults === 0)
    return (
      <span className="import-file-mark secondary">
        <Icon name="tick" size={12} />
        {t('history.fileReady')}
      </span>
    );
  return (
    <span className="import-file-mark broken">
      <Icon name="warning" size={12} />
      {isRefused ? t('history.fileRefused') : t('history.fileMissing', { count: faults })}
    </span>
  );
};

const rejectedOf = (trial: ImportTrial | null, name: string): number =>
  (trial?.files ?? []).filter(({ file }) => file === name).reduce((sum, { rejected }) => sum + rejected, 0);
