import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AppEvent, type JobPhase, REPLAY_JOB } from '../../api/bridge.ts';
import type { Client } from '../client/client.ts';

export interface Job {
  readonly id: string;
  readonly phase: JobPhase | null;
  readonly done: number;
  readonly total: number | null;
  readonly cancelling: boolean;
}

export interface JobState {
  /** The one long piece of work under way; null when there is none. */
  readonly job: Job | null;
  /** Gives the work an id under which progress arrives and cancel is asked for; resolves with what the work answers. */
  readonly run: <T>(start: (jobId: string) => Promise<T>) => Promise<T>;
  readonly cancel: () => Promise<void>;
  readonly heard: (event: AppEvent) => void;
}

export type JobStore = StoreApi<JobState>;

/** Work that somebody here has begun: beside it none other is. What a question to the replay takes stands in nobody's way. */
export const hasBegunWork = ({ job }: JobState): boolean => job !== null && job.id !== REPLAY_JOB;

export const createJobStore = ({
  client,
  newId,
}: {
  readonly client: Client;
  readonly newId: () => string;
}): JobStore =>
  createStore<JobState>((set, get) => ({
    job: null,
    run: async (start) => {
      const id = newId();
      set({ job: { id, phase: null, done: 0, total: null, cancelling: false } });
      try {
        return await start(id);
      } finally {
        if (get().job?.id === id) set({ job: null });
      }
    },
    cancel: async () => {
      const { job } = get();
      if (job === null) return;
      set({ job: { ...job, cancelling: true } });
      await client('job.cancel', { jobId: job.id });
    },
    heard: (event) => {
      const { job } = get();
      if (event.kind === 'progressEnded' && job?.id === event.jobId) set({ job: null });
      if (event.kind !== 'progress') return;
      // Nobody here has begun the work of the replay: it is there when it is heard of.
      const heard = job ?? (event.jobId === REPLAY_JOB ? { id: REPLAY_JOB, cancelling: false } : null);
      if (heard?.id !== event.jobId) return;
      set({ job: { ...heard, phase: event.phase, done: event.done, total: event.total } });
    },
  }));
