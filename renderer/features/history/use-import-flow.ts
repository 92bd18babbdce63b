import { useCallback, useState } from 'react';
import type { PickedFile } from '../../../api/bridge.ts';
import type { DelimitedMapping, ImportReport, OnChanged, RequestedFile } from '../../../api/import.ts';
import type { Failure, Reply } from '../../../api/reply.ts';
import { useStores } from '../../stores/use-stores.tsx';
import { type FlowFile, flowFilesOf, requestOf, withMapping } from './flow-files.ts';

export type ImportFlow =
  | { readonly step: 'choosing' }
  | { readonly step: 'inspecting' }
  | {
      readonly step: 'folder';
      readonly tokens: readonly string[];
      readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
    }
  | { readonly step: 'files'; readonly files: readonly FlowFile[]; readonly shown: number }
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
  const inspect = useCallback(
    async (picked: readonly PickedFile[]) => {
      const tokens = picked.map((file) => file.token);
      setFlow({ step: 'inspecting' });
      const reply = await client('import.inspect', { files: tokens.map((file) => ({ file })) });
      setFailure(reply.ok ? null : reply.error);
      if (!reply.ok) return setFlow({ step: 'choosing' });
      const source = reply.value;
      if (source.kind === 'folder') return setFlow({ step: 'folder', tokens, files: source.files });
      setFlow({ step: 'files', files: flowFilesOf(tokens, source.files), shown: 0 });
    },
    [client],
  );
  const choose = useCallback(
    async (purpose: 'data-folder' | 'delimited') => {
      const picked = await bridge.pickFiles(purpose);
      if (picked.length > 0) await inspect(picked);
    },
    [bridge, inspect],
  );
  const run = async (onChanged: OnChanged = 'keep') => {
    const files = requestedIn(flow);
    if (files === null) return;
    const reply: Reply<ImportReport> = await jobs
      .getState()
      .run((jobId) => client('import.run', { files: [...files], onChanged, jobId }));
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setFlow({ step: 'done', report: reply.value, files, onChanged });
  };
  const map = (mapping: DelimitedMapping) =>
    setFlow((before) =>
      before.step === 'files' ? { ...before, files: withMapping(before.files, before.shown, mapping) } : before,
    );
  const show = (shown: number) => setFlow((before) => (before.step === 'files' ? { ...before, shown } : before));
  const leave = () => {
    setFlow({ step: 'choosing' });
    setFailure(null);
  };
  return { flow, failure, choose, run, map, show, leave, dismissFailure: () => setFailure(null) };
};

/** Of a report: once more what it reports on. */
function requestedIn(flow: ImportFlow): readonly RequestedFile<string>[] | null {
  if (flow.step === 'folder') return flow.tokens.map((file) => ({ file }));
  if (flow.step === 'files') return flow.files.map(requestOf);
  return flow.step === 'done' ? flow.files : null;
}
