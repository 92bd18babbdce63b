import type { AppEvent, Bridge } from '../../api/bridge.ts';
import { type Client, createClient } from '../client/client.ts';
import { type CompareStore, createCompareStore } from '../features/compare/compare-store.ts';
import { createSensitivityStore, type SensitivityStore } from '../features/compare/sensitivity/sensitivity-store.ts';
import { createImportFlowStore, type ImportFlowStore } from '../features/history/import-flow-store.ts';
import { createUnsaidStore, type UnsaidStore } from '../features/notes/unsaid-store.ts';
import { createProfileStore, type ProfileStore } from '../features/profile/profile-store.ts';
import { createGridStore, type GridStore } from '../features/rules/grid/grid-store.ts';
import { createSuggestStore, type SuggestStore } from '../features/rules/suggest/suggest-store.ts';
import { createEffectsStore, type EffectsStore } from './effects-store.ts';
import { createFrameStore, type FrameStore } from './frame-store.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { createRouteStore, type RouteStore } from './route-store.ts';
import { createScenarioStore, type ScenarioStore } from './scenario-store.ts';
import { createSeatsStore, type SeatsStore } from './seats-store.ts';
import { createWorkshopStore, type WorkshopStore } from './workshop-store.ts';

/** All that a screen may ask of the app, made once in main.tsx and handed down by context. */
export interface AppStores {
  readonly bridge: Bridge<File>;
  readonly client: Client;
  readonly jobs: JobStore;
  readonly workshop: WorkshopStore;
  readonly history: HistoryStore;
  readonly importFlow: ImportFlowStore;
  readonly profile: ProfileStore;
  readonly scenario: ScenarioStore;
  readonly seats: SeatsStore;
  readonly frame: FrameStore;
  readonly effects: EffectsStore;
  readonly grid: GridStore;
  readonly suggest: SuggestStore;
  readonly compare: CompareStore;
  readonly sensitivity: SensitivityStore;
  readonly unsaid: UnsaidStore;
  readonly route: RouteStore;
}

export const createAppStores = (bridge: Bridge<File>, hash: string): AppStores => {
  const direct = createClient(bridge);
  const frame = createFrameStore({ client: direct, nextPaint: (run) => requestAnimationFrame(run) });
  const scenario = createScenarioStore({ client: direct, later: soon, betweenFrames: betweenFrames(frame) });
  // A frame says itself which rules it is of; whatever else is asked has to find them stored.
  const client: Client = (method, input) => {
    scenario.getState().sendHeld();
    return direct(method, input);
  };
  const jobs = createJobStore({ client, newId: () => crypto.randomUUID() });
  return {
    bridge,
    client,
    jobs,
    workshop: createWorkshopStore({ client, bridge, jobs }),
    history: createHistoryStore({ client }),
    importFlow: createImportFlowStore({ bridge, client, jobs }),
    profile: createProfileStore({ client }),
    scenario,
    seats: createSeatsStore({ client }),
    frame,
    effects: createEffectsStore({ client, later: soon }),
    grid: createGridStore({ client, later: soon }),
    suggest: createSuggestStore({ client, jobs }),
    compare: createCompareStore(),
    sensitivity: createSensitivityStore({ client, jobs }),
    unsaid: createUnsaidStore(),
    route: createRouteStore(hash),
  };
};

/** Runs it at once when no frame is waited for, else with the next that comes. */
const betweenFrames = (frame: FrameStore) => (run: () => void) => {
  const { wanted, shown } = frame.getState();
  if (wanted === shown?.request) return run();
  const end = frame.subscribe((state, before) => {
    if (state.shown === before.shown && state.failure === before.failure) return;
    end();
    run();
  });
};

/** Runs it in so many milliseconds; what it returns calls it off. */
const soon = (run: () => void, waitMs: number): (() => void) => {
  const timer = setTimeout(run, waitMs);
  return () => clearTimeout(timer);
};

/** Keeps the stores true to the app: whatever changes there is fetched again. Returns the function that stops it. */
export const listenToApp = (stores: AppStores, onCommand: (command: Command) => void): (() => void) =>
  stores.bridge.subscribe((event) => {
    stores.jobs.getState().heard(event);
    if (event.kind === 'command') onCommand(event.command);
    if (event.kind === 'changed') void refetch(stores, event).then(() => outdateSensitivity(stores, event));
  });

/** Once all else is of the changed workshop, so that nothing is worked out for half of it. */
const outdateSensitivity = (
  { sensitivity }: AppStores,
  { what }: Extract<AppEvent, { readonly kind: 'changed' }>,
): void => {
  if (what === 'workshop') sensitivity.getState().forget();
  else if (what !== 'costs') sensitivity.getState().outdate();
};

export type Command = Extract<AppEvent, { readonly kind: 'command' }>['command'];

const refetch = async (stores: AppStores, event: Extract<AppEvent, { readonly kind: 'changed' }>): Promise<void> => {
  const { workshop, history, scenario, frame, effects, profile, suggest } = stores;
  // A seat that wrote a note, judged a lead or signed is used.
  if (event.what === 'seats' || event.what === 'notes' || event.what === 'panel' || event.what === 'agreement')
    return stores.seats.getState().load();
  if (event.what === 'costs') return;
  if (event.what !== 'scenario') await workshop.getState().load();
  if (event.what === 'history') {
    frame.getState().refresh();
    suggest.getState().outdate();
  }
  // How long a lead may take is a matter of the workshop, and moves outcomes.
  if (event.what !== 'scenario') stores.grid.getState().refresh();
  // What is kept out of rules is a matter of the workshop, and one of their warnings.
  if (event.what !== 'scenario') effects.getState().refresh();
  if (event.what !== 'scenario') profile.getState().refresh();
  if (workshop.getState().workshop?.open === null) return;
  if (event.what === 'history') await history.getState().load();
  if (event.what === 'scenario') await scenario.getState().follow(event.revision);
  else await scenario.getState().load();
};
