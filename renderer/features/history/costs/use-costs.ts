import { useCallback, useEffect, useState } from 'react';
import type { WorkshopCosts } from '../../../../api/costs.ts';
import type { Failure, Reply } from '../../../../api/reply.ts';
import { useStores } from '../../../stores/use-stores.tsx';

export interface CostsOnScreen {
  /** Null until the app has answered. */
  readonly costs: WorkshopCosts | null;
  readonly failure: Failure | null;
  /** Settles once the figures on screen are those with the new cost. */
  readonly store: (source: string, month: string, amountCents: number | null) => Promise<void>;
  /** The attribute whose values the costs name; null: the one that says where a lead came from. */
  readonly setBy: (attribute: string | null) => Promise<void>;
  readonly dismissFailure: () => void;
}

/** What leads cost, fetched again whenever the costs, the history or the scenario changes, here or in another window. */
export const useCosts = (): CostsOnScreen => {
  const { bridge, client } = useStores();
  const [costs, setCosts] = useState<WorkshopCosts | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const hear = useCallback((reply: Reply<WorkshopCosts>) => {
    if (reply.ok) setCosts(reply.value);
    else if (reply.error.kind !== 'superseded') setFailure(reply.error);
  }, []);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const reply = await client('costs.list', MQL);
      if (!isGone) hear(reply);
    };
    void load();
    const stop = bridge.subscribe((event) => {
      if (event.kind === 'changed' && event.what !== 'workshop') void load();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [bridge, client, hear]);
  const store = async (source: string, month: string, amountCents: number | null) => {
    const reply = await client('costs.store', { source, month, amountCents });
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) hear(await client('costs.list', MQL));
  };
  const setBy = async (attribute: string | null) => {
    const reply = await client('costs.setBy', { attribute });
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) hear(await client('costs.list', MQL));
  };
  return { costs, failure, store, setBy, dismissFailure: () => setFailure(null) };
};

const MQL = { level: 'mql' };
