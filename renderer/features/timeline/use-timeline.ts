import { useCallback, useEffect, useState } from 'react';
import type { TimelineEntry, TimelineKind } from '../../../api/core-types.ts';
import type { Failure } from '../../../api/reply.ts';
import type { TimelinePage } from '../../../api/timeline.ts';
import type { Client } from '../../client/client.ts';
import { useStores } from '../../stores/use-stores.tsx';

/** So many more are shown at a time. */
export const ENTRIES_A_TIME = 200;
const MOST_A_CALL = 500;

/** The newest entries of a kind (null: of all), so many of them, as they are after each change that the app has told of. */
export const useTimeline = (kind: TimelineKind | null, shown: number) => {
  const { client, bridge } = useStores();
  const [page, setPage] = useState<TimelinePage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const kinds = kind === null ? null : [kind];
  const asked = JSON.stringify({ kinds, shown });
  const load = useCallback(async () => {
    const question = JSON.parse(asked) as { readonly kinds: TimelineKind[] | null; readonly shown: number };
    return readEntries(client, { ...question, newestFirst: true });
  }, [client, asked]);
  useEffect(() => {
    let newest = 0;
    const refresh = async () => {
      newest += 1;
      const mine = newest;
      const reply = await load();
      if (mine !== newest) return;
      if (reply.ok) setPage(reply.value);
      setFailure(reply.ok ? null : reply.error);
    };
    void refresh();
    const stop = bridge.subscribe((event) => {
      if (event.kind === 'changed') void refresh();
    });
    return () => {
      newest = -1;
      stop();
    };
  }, [bridge, load]);
  return { page, failure };
};

/** As many calls as it takes. */
export async function readEntries(
  client: Client,
  {
    kinds,
    newestFirst,
    shown,
  }: { readonly kinds: TimelineKind[] | null; readonly newestFirst: boolean; readonly shown: number },
): Promise<{ readonly ok: true; readonly value: TimelinePage } | { readonly ok: false; readonly error: Failure }> {
  const rows: TimelineEntry[] = [];
  for (;;) {
    const limit = Math.min(MOST_A_CALL, shown - rows.length);
    const reply = await client('timeline.list', { kinds, newestFirst, offset: rows.length, limit });
    if (!reply.ok) return reply;
    rows.push(...reply.value.rows);
    if (rows.length >= Math.min(shown, reply.value.total) || reply.value.rows.length === 0)
      return { ok: true, value: { ...reply.value, rows } };
  }
}
