import { useCallback, useState } from 'react';
import type { PickedFile } from '../../../api/bridge.ts';
import type { DelimitedMapping, FileReading, ImportReport, OnChanged, RequestedFile } from '../../../api/import.ts';
import type { Failure, Reply } from '../../../api/reply.ts';
import { useStores } from '../../stores/use-stores.tsx';
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

/** From choosing sources to the report; nothing is changed before `run`, and a run that fails or is stopped changes nothing. */
export const useImportFlow = () => {
  const { bridge, client, jobs } = useStores();
  const [flow, setFlow] = useState<ImportFlow>({ step: 'choosing' });
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Changes the files, and which of them is shown, while they are there. */
  const edit = useCallback(
    (change: (files: readonly FlowFile[]) => readonly FlowFile[], shown?: string) =>
      setFlow((before) => {
        if (before.step !== 'files') return before;
        const files = change(before.files);
        const [first] = files;
        if (first === undefined) return { step: 'choosing' };
        const wanted = files.find(({ token }) => token === (shown ?? before.shown)) ?? first;
        return { step: 'files', files, shown: wanted.token, isAdding: false };
      }),
    [],
  );
  const inspect = useCallback(
    async (picked: readonly PickedFile[]) => {
      const tokens = [...new Set(picked.map((file) => file.token))];
      setFlow({ step: 'inspecting' });
      const reply = await client('import.inspect', { files: tokens.map((file) => ({ file })) });
      setFailure(reply.ok ? null : reply.error);
      if (!reply.ok) return setFlow({ step: 'choosing' });
      const source = reply.value;
      if (source.kind === 'folder') return setFlow({ step: 'folder', tokens, files: source.files });
      const files = flowFilesOf(tokens, source.files);
      setFlow({ step: 'files', files, shown: tokens[0] ?? '', isAdding: false });
    },
    [client],
  );
  /** The first new file is shown. */
  const add = useCallback(
    async (picked: readonly PickedFile[], present: readonly FlowFile[]) => {
      const tokens = [...new Set(picked.map(({ token }) => token))].filter((one) =>
        present.every(({ token }) => token !== one),
      );
      if (tokens.length === 0) return;
      setFlow((before) => (before.step === 'files' ? { ...before, isAdding: true } : before));
      const asked = [...companionsOf(present), ...tokens.map((token) => ({ token, reading: {} }))];
      const reply = await inspectAmong(client, asked, present);
      setFailure(reply.ok ? null : reply.error);
      if (!reply.ok) return edit((files) => files);
      const { value: source } = reply;
      const all = asked.map(({ token }) => token);
      if (source.kind === 'folder')
        return setFlow({
          step: 'folder',
          tokens: [...present.map(({ token }) => token), ...tokens],
          files: source.files,
        });
      const more = flowFilesOf(all, source.files);
      edit((files) => withMoreFiles(files, more), tokens[0]);
    },
    [client, edit],
  );
  const take = useCallback(
    async (picking: Promise<readonly PickedFile[]>) => {
      const picked = await picking.catch((thrown: unknown) =>
        thrown instanceof Error ? thrown.message : String(thrown),
      );
      if (typeof picked === 'string') return setFailure({ kind: 'badSource', detail: picked });
      if (picked.length === 0) return;
      if (flow.step === 'files') await add(picked, flow.files);
      else await inspect(picked);
    },
    [flow, add, inspect],
  );
  const choose = useCallback((purpose: 'data-folder' | 'delimited') => take(bridge.pickFiles(purpose)), [bridge, take]);
  const drop = useCallback(
    (dropped: Promise<readonly File[]>) =>
      take(dropped.then((files) => (files.length === 0 ? [] : bridge.takeDropped(files)))),
    [bridge, take],
  );
  const read = async (file: FlowFile, reading: FileReading) => {
    edit((files) => withReading(files, file.token, reading));
    const others = flow.step === 'files' ? flow.files.filter(({ token }) => token !== file.token) : [];
    const leads = others.filter(({ mapping }) => mapping?.rows === 'leads');
    const reply = await inspectAmong(client, [{ token: file.token, reading }, ...leads], others);
    setFailure(reply.ok ? null : reply.error);
    const inspected = firstInspected(reply);
    edit((files) =>
      inspected === undefined
        ? withReadingUndone(files, file.token, reading, file.reading)
        : withReread(files, file.token, reading, inspected),
    );
  };
  const run = async (onChanged: OnChanged = 'keep') => {
    const files = requestedIn(flow);
    if (files === null) return;
    const reply: Reply<ImportReport> = await jobs
      .getState()
      .run((jobId) => client('import.run', { files: [...files], onChanged, jobId }));
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setFlow({ step: 'done', report: reply.value, files, onChanged });
  };
  const leave = () => {
    setFlow({ step: 'choosing' });
    setFailure(null);
  };
  return {
    flow,
    failure,
    choose,
    drop,
    run,
    read,
    leave,
    map: (token: string, mapping: DelimitedMapping) => edit((files) => withMapping(files, token, mapping)),
    swapBasis: (token: string) => edit((files) => withOtherBasis(files, token)),
    remove: (token: string) => edit((files) => withoutFile(files, token)),
    show: (token: string) => edit((files) => files, token),
    dismissFailure: () => setFailure(null),
  };
};

/** Of a report: once more what it reports on. */
function requestedIn(flow: ImportFlow): readonly RequestedFile<string>[] | null {
  if (flow.step === 'folder') return flow.tokens.map((file) => ({ file }));
  if (flow.step === 'files') return flow.files.map(requestOf);
  return flow.step === 'done' ? flow.files : null;
}
