import { useRef, useState } from 'react';
import type { CostMapping, CostsImportReport, CostsInspection } from '../../../../../api/costs.ts';
import type { Failure } from '../../../../../api/reply.ts';
import { useStores } from '../../../../stores/use-stores.tsx';

export type CostsImportFlow =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading' }
  | {
      readonly step: 'ready';
      readonly token: string;
      /** As chosen on screen; the inspection may still be of the mapping before. */
      readonly mapping: CostMapping;
      readonly seen: CostsInspection;
      readonly isBusy: boolean;
    }
  | { readonly step: 'done'; readonly report: CostsImportReport };

export interface CostsImport {
  readonly flow: CostsImportFlow;
  readonly failure: Failure | null;
  readonly choose: () => Promise<void>;
  readonly map: (mapping: CostMapping) => Promise<void>;
  /** Says which attribute the costs name, in the workshop: the file is looked at again. */
  readonly setBy: (attribute: string) => Promise<void>;
  readonly run: () => Promise<void>;
  readonly leave: () => void;
  readonly dismissFailure: () => void;
}

/** From choosing a file to what was brought in; nothing is changed before `run`. */
export const useCostsImport = (): CostsImport => {
  const { bridge, client } = useStores();
  const [flow, setFlow] = useState<CostsImportFlow>({ step: 'choosing' });
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Counts what was asked: of several answers only that to the newest question is shown. */
  const asked = useRef(0);
  const inspect = async (token: string, mapping: CostMapping | null) => {
    asked.current += 1;
    const question = asked.current;
    const reply = await client('costs.inspect', { token, mapping });
    if (question !== asked.current) return;
    setFailure(reply.ok ? null : reply.error);
    if (!reply.ok) return setFlow({ step: 'choosing' });
    setFlow({ step: 'ready', token, mapping: reply.value.mapping, seen: reply.value, isBusy: false });
  };
  return {
    flow,
    failure,
    choose: async () => {
      const [picked] = await bridge.pickFiles('costs');
      if (picked === undefined) return;
      setFlow({ step: 'reading' });
      await inspect(picked.token, null);
    },
    map: async (mapping) => {
      if (flow.step !== 'ready') return;
      setFlow({ ...flow, mapping, isBusy: true });
      await inspect(flow.token, mapping);
    },
    setBy: async (attribute) => {
      if (flow.step !== 'ready') return;
      setFlow({ ...flow, isBusy: true });
      const stored = await client('costs.setBy', { attribute });
      await inspect(flow.token, flow.mapping);
      if (!stored.ok) setFailure(stored.error);
    },
    run: async () => {
      if (flow.step !== 'ready') return;
      setFlow({ ...flow, isBusy: true });
      const reply = await client('costs.import', { token: flow.token, mapping: flow.mapping });
      setFailure(reply.ok ? null : reply.error);
      setFlow(reply.ok ? { step: 'done', report: reply.value } : { ...flow, isBusy: false });
    },
    leave: () => {
      asked.current += 1;
      setFlow({ step: 'choosing' });
      setFailure(null);
    },
    dismissFailure: () => setFailure(null),
  };
};
