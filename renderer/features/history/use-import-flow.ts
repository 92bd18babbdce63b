import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/use-stores.tsx';
import type { ImportFlowState } from './import-flow-store.ts';

/** The import on its way, also after another screen was looked at. */
export const useImportFlow = (): ImportFlowState => {
  const { importFlow } = useStores();
  useEffect(() => () => importFlow.getState().lookAway(), [importFlow]);
  return useStore(importFlow);
};
