import { useCallback, useEffect, useState } from 'react';
import type { PanelSummary } from '../../../api/panel.ts';
import type { Failure, Reply } from '../../../api/reply.ts';
import { useStores } from '../../stores/use-stores.tsx';

/** Newest first, as they are after each change that the app has told of; null until it has answered. */
export const usePanels = () => {
  const { client, bridge } = useStores();
  const [panels, setPanels] = useState<readonly PanelSummary[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const adopt = useCallback((reply: Reply<readonly PanelSummary[]>) => {
    if (reply.ok) setPanels(reply.value);
    setFailure(reply.ok ? null : reply.error);
  }, []);
  useEffect(() => {
    let isWanted = true;
    const refresh = async () => {
      const reply = await client('panel.list', {});
      if (isWanted) adopt(reply);
    };
    void refresh();
    const endEvents = bridge.subscribe((event) => {
      if (event.kind === 'changed' && event.what !== 'costs' && event.what !== 'scenario') void refresh();
    });
    return () => {
      isWanted = false;
      endEvents();
    };
  }, [bridge, client, adopt]);
  return { panels, failure, load: async () => adopt(await client('panel.list', {})) };
};
