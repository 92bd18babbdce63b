import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../api/bridge.ts';
import type { WorkshopState } from '../../api/contract.ts';
import type { Failure, Reply } from '../../api/reply.ts';
import type { Client } from '../client/client.ts';
import type { JobStore } from './job-store.ts';

export interface WorkshopScreenState {
  /** Null until the app has answered for the first time. */
  readonly workshop: WorkshopState | null;
  readonly failure: Failure | null;
  readonly load: () => Promise<void>;
  readonly create: (suggestedName: string) => Promise<void>;
  readonly createDemo: (suggestedName: string, leads: number) => Promise<void>;
  readonly open: () => Promise<void>;
  readonly openRecent: (token: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Says of an attribute that no rule should read it, or that rules may again. */
  readonly keepOut: (attribute: string, isKeptOut: boolean) => Promise<void>;
  readonly dismissFailure: () => void;
}

export type WorkshopStore = StoreApi<WorkshopScreenState>;

/** One demo for everybody: the same figures on every machine. */
const DEMO_SEED = 20_260;

export const createWorkshopStore = (parts: {
  readonly client: Client;
  readonly bridge: Pick<Bridge, 'pickFiles' | 'pickNewWorkshop'>;
  readonly jobs: JobStore;
}): WorkshopStore =>
  createStore<WorkshopScreenState>((set) => {
    const { client, bridge, jobs } = parts;
    const adopt = (reply: Reply<WorkshopState>) => {
      if (reply.ok) set({ workshop: reply.value, failure: null });
      else if (reply.error.kind !== 'cancelled') set({ failure: reply.error });
    };
    const attempt = async (work: () => Promise<Reply<WorkshopState> | null>) => {
      try {
        const reply = await work();
        if (reply !== null) adopt(reply);
      } catch (thrown) {
        set({ failure: { kind: 'unexpected', detail: thrown instanceof Error ? thrown.message : String(thrown) } });
      }
    };
    return {
      workshop: null,
      failure: null,
      load: () => attempt(() => client('workshop.state', {})),
      create: (suggestedName) =>
        attempt(async () => {
          const picked = await bridge.pickNewWorkshop(suggestedName);
          return picked === null ? null : client('workshop.create', { token: picked.token });
        }),
      createDemo: (suggestedName, leads) =>
        attempt(async () => {
          const picked = await bridge.pickNewWorkshop(suggestedName);
          if (picked === null) return null;
          return jobs
            .getState()
            .run((jobId) => client('workshop.createDemo', { token: picked.token, leads, seed: DEMO_SEED, jobId }));
        }),
      open: () =>
        attempt(async () => {
          const [picked] = await bridge.pickFiles('workshop');
          return picked === undefined ? null : client('workshop.open', { token: picked.token });
        }),
      openRecent: (token) => attempt(() => client('workshop.open', { token })),
      close: () => attempt(() => client('workshop.close', {})),
      keepOut: (attribute, isKeptOut) => attempt(() => client('workshop.keepOut', { attribute, isKeptOut })),
      dismissFailure: () => set({ failure: null }),
    };
  });
