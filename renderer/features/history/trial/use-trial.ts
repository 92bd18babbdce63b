import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../../stores/use-stores.tsx';
import { type FlowFile, requestOf } from '../flow-files.ts';
import { createTrialStore, type Trial } from './trial-store.ts';

/** What the files would bring, while they can be tried. */
export const useTrial = (files: readonly FlowFile[], canTry: boolean): Trial => {
  const { client } = useStores();
  const [store] = useState(() => createTrialStore({ client, newId: () => crypto.randomUUID() }));
  useEffect(() => store.getState().want(canTry ? files.map(requestOf) : null), [store, files, canTry]);
  useEffect(() => () => store.getState().want(null), [store]);
  return useStore(store, (state) => state.trial);
};
