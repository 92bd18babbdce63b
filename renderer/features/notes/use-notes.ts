import { useCallback, useEffect, useState } from 'react';
import type { NoteSubject } from '../../../api/core-types.ts';
import type { Failure } from '../../../api/reply.ts';
import type { Note } from '../../../api/seats.ts';
import { useStores } from '../../stores/use-stores.tsx';

export interface Notes {
  /** Oldest first; null until the app has answered. */
  readonly notes: readonly Note[] | null;
  readonly failure: Failure | null;
  /** True when it was kept. */
  readonly add: (text: string) => Promise<boolean>;
}

/** The notes on one thing, which stays the same, as they are after each change that the app has told of. `key`: of the workshop empty. */
export const useNotes = (subject: NoteSubject, key: string): Notes => {
  const { client, bridge } = useStores();
  const [notes, setNotes] = useState<readonly Note[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const reply = await client('notes.list', { subject, key });
      if (!isWanted) return;
      if (reply.ok) setNotes(reply.value);
      else setFailure(reply.error);
    };
    void load();
    const stop = bridge.subscribe((event) => {
      if (event.kind === 'changed' && event.what === 'notes') void load();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [client, bridge, subject, key]);
  const add = useCallback(
    async (text: string) => {
      const reply = await client('notes.add', { subject, key, text });
      setFailure(reply.ok ? null : reply.error);
      if (reply.ok) setNotes(reply.value);
      return reply.ok;
    },
    [client, subject, key],
  );
  return { notes, failure, add };
};
