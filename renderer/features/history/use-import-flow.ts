import { useCallback, useState } from 'react';
import type { PickedFile } from '../../../api/bridge.ts';
import type { DelimitedMapping, ImportReport, SourceInspection } from '../../../api/import.ts';
import type { Failure, Reply } from '../../../api/reply.ts';
import { useStores } from '../../stores/use-stores.tsx';

export type ImportFlow =
  | { readonly step: 'choosing' }
  | { readonly step: 'inspecting' }
  | {
      readonly step: 'ready';
      readonly tokens: readonly string[];
      readonly source: SourceInspection;
      readonly mapping: DelimitedMapping | null;
    }
  | { readonly step: 'done'; readonly report: ImportReport };

/** From choosing a source to the report; nothing is changed before `run`, and a run that fails or is stopped changes nothing. */
export const useImportFlow = () => {
  const { bridge, client, jobs } = useStores();
  const [flow, setFlow] = useState<ImportFlow>({ step: 'choosing' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const inspect = useCallback(
    async (picked: readonly PickedFile[]) => {
      const tokens = picked.map((file) => file.token);
      setFlow({ step: 'inspecting' });
      const reply = await client('import.inspect', { tokens });
      setFailure(reply.ok ? null : reply.error);
      if (!reply.ok) return setFlow({ step: 'choosing' });
      const source = reply.value;
      setFlow({ step: 'ready', tokens, source, mapping: source.kind === 'delimited' ? source.proposed : null });
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
  const run = async () => {
    if (flow.step !== 'ready') return;
    const { tokens, mapping } = flow;
    const input = mapping === null ? { tokens: [...tokens] } : { tokens: [...tokens], mapping };
    const reply: Reply<ImportReport> = await jobs.getState().run((jobId) => client('import.run', { ...input, jobId }));
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setFlow({ step: 'done', report: reply.value });
  };
  const map = (mapping: DelimitedMapping) =>
    setFlow((before) => (before.step === 'ready' ? { ...before, mapping } : before));
  const leave = () => {
    setFlow({ step: 'choosing' });
    setFailure(null);
  };
  return { flow, failure, choose, run, map, leave, dismissFailure: () => setFailure(null) };
};
