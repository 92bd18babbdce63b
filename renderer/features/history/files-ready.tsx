import type { DelimitedMapping, FileReading } from '../../../api/import.ts';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useHistory } from '../../stores/use-stores.tsx';
import { allFaults } from './file-faults.ts';
import { FileList } from './file-list.tsx';
import { FilesFoot } from './files-foot.tsx';
import { type FlowFile, fileNames, requestOf } from './flow-files.ts';
import { leadAttributes } from './mapping/lead-model.ts';
import { MappingPage } from './mapping/mapping-page.tsx';
import { ReadingRow } from './reading/reading-row.tsx';
import { TrialSection } from './trial/trial-section.tsx';
import { failureWords, figuresOf } from './trial/trial-store.ts';
import { useTrial } from './trial/use-trial.ts';

/** The files beside each other, one of them looked at; they are brought in together. */
export const FilesReady = (props: {
  readonly files: readonly FlowFile[];
  readonly shown: string;
  readonly isBusy: boolean;
  readonly isAdding: boolean;
  readonly onShow: (token: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (token: string) => void;
  readonly onRead: (file: FlowFile, reading: FileReading) => void;
  readonly onSwapBasis: (token: string) => void;
  readonly onChange: (token: string, mapping: DelimitedMapping) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
}) => {
  const { files, shown, isBusy } = props;
  const attributes = useHistory((state) => state.summary?.attributes);
  const known = attributes?.map(({ name }) => name) ?? [];
  const faults = allFaults(files, known);
  const trial = useTrial(faults.length === 0 && !isBusy ? files.map(requestOf) : null);
  const index = files.findIndex(({ token }) => token === shown);
  const file = files[index];
  const names = fileNames(files);
  const name = names[index] ?? '';
  return (
    <div className="import-room">
      <FileList {...props} faults={faults} trial={figuresOf(trial)} />
      {file?.inspected.kind === 'table' && file.mapping !== null && (
        <MappingPage
          key={file.token}
          name={name}
          file={file}
          source={file.inspected}
          mapping={file.mapping}
          attributes={leadAttributes(files, known)}
          isBusy={isBusy}
          onRead={(reading) => props.onRead(file, reading)}
          onSwapBasis={() => props.onSwapBasis(file.token)}
          onChange={(mapping) => props.onChange(file.token, mapping)}
        >
          <TrialSection file={name} others={names.filter((other) => other !== name)} trial={trial} />
        </MappingPage>
      )}
      {file?.inspected.kind === 'refused' && (
        <RefusedFile
          name={name}
          detail={file.inspected.detail}
          file={file}
          isBusy={isBusy}
          onRead={(reading) => props.onRead(file, reading)}
        />
      )}
      <FilesFoot {...props} count={files.length} faults={faults} failure={failureWords(trial)} />
    </div>
  );
};

/** Why it cannot be read, and the ways in which it may be read all the same. */
const RefusedFile = (props: {
  readonly name: string;
  readonly detail: string;
  readonly file: FlowFile;
  readonly isBusy: boolean;
  readonly onRead: (reading: FileReading) => void;
}) => {
  const { t } = useMessages();
  return (
    <div className="mapping">
      <header className="mapping-head">
        <h1>{t('history.refused.title', { file: props.name })}</h1>
      </header>
      <div className="mapping-body scroll" {...scrollRegion(props.name)}>
        <p role="alert" className="refused-reason">
          {props.detail}
        </p>
        <p className="secondary">{t('history.refused.next')}</p>
        <ReadingRow file={props.file} isBusy={props.isBusy} onRead={props.onRead} />
      </div>
    </div>
  );
};
