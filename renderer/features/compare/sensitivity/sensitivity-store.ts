import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input } from '../../../../api/contract.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { Sensitivity } from '../../../../api/sensitivity.ts';
import type { Client } from '../../../client/client.ts';
import type { JobStore } from '../../../stores/job-store.ts';

/** Levers one at a time and threshold by half-life take a hundred replays, the shares of the rules thousands. */
export type SensitivityWork = 'moves' | 'shares';

export type AskedSensitivity = Omit<Input<'sensitivity.run'>, 'parts' | 'jobId'>;

export interface WorkedOut {
  /** The question with the state of the workshop that it was asked of. */
  readonly key: string;
  readonly answer: Sensitivity;
}

export interface SensitivityState {
  /** Changes of the workshop so far: answers of an earlier one are out of date. */
  readonly changes: number;
  readonly moves: WorkedOut | null;
  readonly shares: WorkedOut | null;
  readonly running: SensitivityWork | null;
  readonly failure: { readonly key: string; readonly failure: Failure } | null;
  /** One after the other; nothing happens while some are under way. One that is cancelled ends the rest and leaves what was there. */
  readonly run: (asked: AskedSensitivity, works: readonly SensitivityWork[]) => Promise<void>;
  readonly outdate: () => void;
  readonly forget: () => void;
}

export type SensitivityStore = StoreApi<SensitivityState>;

/** Equal for one question of one state of the workshop. */
export const sensitivityKey = ({ changes }: Pick<SensitivityState, 'changes'>, asked: AskedSensitivity): string =>
  JSON.stringify([changes, asked.level, asked.options, asked.side]);

const PARTS: Readonly<Record<SensitivityWork, readonly Input<'sensitivity.run'>['parts'][number][]>> = {
  moves: ['tornado', 'heatMap'],
  shares: ['shapley'],
};

export const createSensitivityStore = ({
  client,
  jobs,
}: {
  readonly client: Client;
  readonly jobs: JobStore;
}): SensitivityStore =>
  createStore<SensitivityState>((set, get) => ({
    changes: 0,
    moves: null,
    shares: null,
    running: null,
    failure: null,
    run: async (asked, works) => {
      if (get().running !== null) return;
      const key = sensitivityKey(get(), asked);
      set({ failure: null });
      for (const work of works) {
        set({ running: work });
        const reply = await jobs
          .getState()
          .run((jobId) => client('sensitivity.run', { ...asked, parts: [...PARTS[work]], jobId }));
        set({ running: null });
        if (!reply.ok) {
          set({ failure: { key, failure: reply.error } });
          return;
        }
        set({ [work]: { key, answer: reply.value } });
      }
    },
    outdate: () => set({ changes: get().changes + 1, failure: null }),
    forget: () => set({ changes: get().changes + 1, moves: null, shares: null, failure: null }),
  }));
