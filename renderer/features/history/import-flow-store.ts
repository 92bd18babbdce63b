import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, PickedFile } from '../../../api/bridge.ts';
import type { DelimitedMapping, FileReading, ImportReport, OnChanged, RequestedFile } from '../../../api/import.ts';
import type { Failure, Reply } from '../../../api/reply.ts';
import type { Client } from '../../client/client.ts';
import type { JobStore } from '../../stores/job-store.ts';
import {
  companionsOf,
  type FlowFile,
  flowFilesOf,
  requestOf,
  withMapping,
  withMoreFiles,
  withOtherBasis,
  withoutFile,
  withReading,
  withReadingUndone,
  withReread,
} from './flow-files.ts';
import { firstInspected, inspectAmong } from './inspect-among.ts';

export type ImportFlow =
  | { readonly step: 'choosing' }
  | { readonly step: 'inspecting' }
  | {
      readonly step: 'folder';
      readonly tokens: readonly string[];
      readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
    }
  /** `shown`: the token of the file that is looked at. */
  | { readonly step: 'files'; readonly files: readonly FlowFile[]; readonly shown: string; readonly isAdding: boolean }
  | {
      readonly step: 'done';
      readonly report: ImportReport;
      /** What was brought in, so that the same can be brought in again. */
      readonly files: readonly RequestedFile<string>[];
      readonly onChanged: OnChanged;
    };

export interface ImportFlowState {
  readonly flow: ImportFlow;
  readonly failure: Failure | null;
  readonly choose: (purpose: 'data-folder' | 'delimited') => Promise<void>;
  readonly drop: (files: Promise<readonly File[]>) => Promise<void>;
  readonly show: (token: string) => void;
  readonly map: (token: string, mapping: DelimitedMapping) => void;
  readonly swapBasis: (token: string) => void;
  readonly remove: (token: string) => void;
  readonly read: (file: FlowFile, reading: FileReading) => Promise<void>;
  readonly run: (onChanged?: OnChanged) => Promise<void>;
  readonly leave: () => void;
  readonly dismissFailure: () => void;
  /** Another screen is looked at: what is on its way stays, a report that was seen is not shown again. */
  readonly lookAway: () => void;
  /** Another workshop: nothing stays, and answers on their way are passed over. */
  readonly forget: () => void;
}

export type ImportFlowStore = StoreApi<ImportFlowState>;

const BEGINNING: ImportFlow = { step: 'choosing' };

/** From choosing sources to the report; nothing is changed before `run`, and a run that fails or is stopped changes nothing. */
export const createImportFlowStore = ({
  bridge,
  client,
  jobs,
}: {
  readonly bridge: Pick<Bridge<File>, 'pickFiles' | 'takeDropped'>;
  readonly client: Client;
  readonly jobs: JobStore;
}): ImportFlowStore =>
  createStore<ImportFlowState>((set, get) => {
    let era = 0;
    const setFlow = (flow: ImportFlow) => set({ flow });
    const hearFailure = (reply: Reply<unknown>) => set({ failure: reply.ok ? null : reply.error });
    /** Changes the files, and which of them is shown, while they are there. */
    const edit = (change: (files: readonly FlowFile[]) => readonly FlowFile[], shown?: string) => {
      const { flow } = get();
      if (flow.step !== 'files') return;
      const files = change(flow.files);
      const [first] = files;
      if (first === undefined) return setFlow(BEGINNING);
      const wanted = files.find(({ token }) => token === (shown ?? flow.shown)) ?? first;
      setFlow({ ...flow, files, shown: wanted.token });
    };
    const setAdding = (isAdding: boolean) => {
      const { flow } = get();
      if (flow.step === 'files') setFlow({ ...flow, isAdding });
    };
    const inspect = async (tokens: readonly string[]) => {
      const begun = era;
      setFlow({ step: 'inspecting' });
      const reply = await client('import.inspect', { files: tokens.map((file) => ({ file })) });
      if (begun !== era) return;
      hearFailure(reply);
      if (!reply.ok) return setFlow(BEGINNING);
      const source = reply.value;
      if (source.kind === 'folder') return setFlow({ step: 'folder', tokens, files: source.files });
      const files = flowFilesOf(tokens, source.files);
      setFlow({ step: 'files', files, shown: tokens[0] ?? '', isAdding: false });
    };
    /** The first new file is shown. */
    const add = async (chosen: readonly string[], present: readonly FlowFile[]) => {
      const begun = era;
      const tokens = chosen.filter((one) => present.every(({ token }) => token !== one));
      if (tokens.length === 0) return;
      setAdding(true);
      const asked = [...companionsOf(present), ...tokens.map((token) => ({ token, reading: {} }))];
      const reply = await inspectAmong(client, asked, present);
      if (begun !== era) return;
      setAdding(false);
      hearFailure(reply);
      if (!reply.ok) return;
      const { value: source } = reply;
      if (source.kind === 'folder')
        return setFlow({
          step: 'folder',
          tokens: [...present.map(({ token }) => token), ...tokens],
          files: source.files,
        });
      const more = flowFilesOf(
        asked.map(({ token }) => token),
        source.files,
      );
      edit((files) => withMoreFiles(files, more), tokens[0]);
    };
    const take = async (picking: Promise<readonly PickedFile[]>) => {
      const begun = era;
      const picked = await picking.catch((thrown: unknown) =>
        thrown instanceof Error ? thrown.message : String(thrown),
      );
      if (begun !== era) return;
      if (typeof picked === 'string') return set({ failure: { kind: 'badSource', detail: picked } });
      if (picked.length === 0) return;
      const tokens = [...new Set(picked.map(({ token }) => token))];
      const { flow } = get();
      if (flow.step === 'files') await add(tokens, flow.files);
      else await inspect(tokens);
    };
    return {
      flow: BEGINNING,
      failure: null,
      choose: (purpose) => take(bridge.pickFiles(purpose)),
      drop: (dropped) => take(dropped.then((files) => (files.length === 0 ? [] : bridge.takeDropped(files)))),
      show: (token) => edit((files) => files, token),
      map: (token, mapping) => edit((files) => withMapping(files, token, mapping)),
      swapBasis: (token) => edit((files) => withOtherBasis(files, token)),
      remove: (token) => edit((files) => withoutFile(files, token)),
      read: async (file, reading) => {
        const begun = era;
        edit((files) => withReading(files, file.token, reading));
        const { flow } = get();
        const others = flow.step === 'files' ? flow.files.filter(({ token }) => token !== file.token) : [];
        const leads = others.filter(({ mapping }) => mapping?.rows === 'leads');
        const reply = await inspectAmong(client, [{ token: file.token, reading }, ...leads], others);
        if (begun !== era) return;
        hearFailure(reply);
        const inspected = firstInspected(reply);
        edit((files) =>
          inspected === undefined
            ? withReadingUndone(files, file.token, reading, file.reading)
            : withReread(files, file.token, reading, inspected),
        );
      },
      run: async (onChanged = 'keep') => {
        const begun = era;
        const files = requestedIn(get().flow);
        if (files === null) return;
        const reply: Reply<ImportReport> = await jobs
          .getState()
          .run((jobId) => client('import.run', { files: [...files], onChanged, jobId }));
        if (begun !== era) return;
        hearFailure(reply);
        if (reply.ok) setFlow({ step: 'done', report: reply.value, files, onChanged });
      },
      leave: () => set({ flow: BEGINNING, failure: null }),
      dismissFailure: () => set({ failure: null }),
      lookAway: () => {
        if (get().flow.step === 'done') set({ flow: BEGINNING, failure: null });
      },
      forget: () => {
        era += 1;
        set({ flow: BEGINNING, failure: null });
      },
    };
  });

/** Of a report: once more what it reports on. */
function requestedIn(flow: ImportFlow): readonly RequestedFile<string>[] | null {
  if (flow.step === 'folder') return flow.tokens.map((file) => ({ file }));
  if (flow.step === 'files') return flow.files.map(requestOf);
  return flow.step === 'done' ? flow.files : null;
}
