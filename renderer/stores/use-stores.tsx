import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { CompareState } from '../features/compare/compare-store.ts';
import type { SensitivityState } from '../features/compare/sensitivity/sensitivity-store.ts';
import type { UnsaidState } from '../features/notes/unsaid-store.ts';
import type { ProfileState } from '../features/profile/profile-store.ts';
import type { GridState } from '../features/rules/grid/grid-store.ts';
import type { SuggestState } from '../features/rules/suggest/suggest-store.ts';
import type { AppStores } from './app-stores.ts';
import type { EffectsState } from './effects-store.ts';
import type { FrameState } from './frame-store.ts';
import type { HistoryState } from './history-store.ts';
import type { JobState } from './job-store.ts';
import type { RouteState } from './route-store.ts';
import type { ScenarioScreenState } from './scenario-store.ts';
import type { SeatsState } from './seats-store.ts';
import type { WorkshopScreenState } from './workshop-store.ts';

const StoresContext = createContext<AppStores | null>(null);

export const StoresProvider = ({ stores, children }: { readonly stores: AppStores; readonly children: ReactNode }) => (
  <StoresContext value={stores}>{children}</StoresContext>
);

export const useStores = (): AppStores => {
  const stores = use(StoresContext);
  if (stores === null) throw new Error('useStores outside StoresProvider');
  return stores;
};

export const useWorkshop = <T,>(select: (state: WorkshopScreenState) => T): T => useStore(useStores().workshop, select);
export const useHistory = <T,>(select: (state: HistoryState) => T): T => useStore(useStores().history, select);
export const useScenario = <T,>(select: (state: ScenarioScreenState) => T): T => useStore(useStores().scenario, select);
export const useFrame = <T,>(select: (state: FrameState) => T): T => useStore(useStores().frame, select);
export const useEffectsStore = <T,>(select: (state: EffectsState) => T): T => useStore(useStores().effects, select);
export const useGrid = <T,>(select: (state: GridState) => T): T => useStore(useStores().grid, select);
export const useProfile = <T,>(select: (state: ProfileState) => T): T => useStore(useStores().profile, select);
export const useSuggest = <T,>(select: (state: SuggestState) => T): T => useStore(useStores().suggest, select);
export const useCompare = <T,>(select: (state: CompareState) => T): T => useStore(useStores().compare, select);
export const useSensitivityStore = <T,>(select: (state: SensitivityState) => T): T =>
  useStore(useStores().sensitivity, select);
export const useSeats = <T,>(select: (state: SeatsState) => T): T => useStore(useStores().seats, select);
export const useUnsaid = <T,>(select: (state: UnsaidState) => T): T => useStore(useStores().unsaid, select);
export const useRoute = <T,>(select: (state: RouteState) => T): T => useStore(useStores().route, select);
export const useJobs = <T,>(select: (state: JobState) => T): T => useStore(useStores().jobs, select);
