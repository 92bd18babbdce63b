import { useCallback, useEffect, useState } from 'react';
import type { PanelSummary } from '../../../api/panel.ts';
import type { Failure } from '../../../api/reply.ts';
import { useStores } from '../../stores/use-stores.tsx';

/** Newest first, as they are after each change that the app has told of; null until it has answered. */
export const usePanels = () => {
  const { client, bridge } = useStores();
  const [panels, setPanels] = useState<readonly PanelSummary[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(async () => {
    const reply = await client('panel.list', {});
    if (reply.ok) setPanels(reply.value);
    setFailure(reply.ok ? null : reply.error);
  }, [client]);
  useEffect(() => {
    void load();
    return bridge.subscribe((event) => {
      if (event.kind === 'changed' && event.what !== 'costs' && event.what !== 'scenario') void load();
    });
  }, [bridge, load]);
  return { panels, failure, load };
};
