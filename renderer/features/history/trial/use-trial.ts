import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RequestedFile } from '../../../../api/import.ts';
import { useStores } from '../../../stores/use-stores.tsx';
import { createTrialStore, type Trial } from './trial-store.ts';

/** What the files would bring; null: they cannot be tried as they are. */
export const useTrial = (files: readonly RequestedFile<string>[] | null): Trial => {
  const { client } = useStores();
  const [store] = useState(() => createTrialStore({ client, newId: () => crypto.randomUUID() }));
  useEffect(() => store.getState().want(files), [store, files]);
  useEffect(() => () => store.getState().want(null), [store]);
  return useStore(store, (state) => state.trial);
};
