import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportTrial, RequestedFile } from '../../../../api/import.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { Client } from '../../../client/client.ts';

export type Trial =
  /** Nothing to compute yet: something has to be said first. */
  | { readonly kind: 'waiting' }
  /** `before`: what the files would have brought as they were mapped before. */
  | { readonly kind: 'computing'; readonly before: ImportTrial | null }
  | { readonly kind: 'done'; readonly trial: ImportTrial }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface TrialState {
  readonly trial: Trial;
  /** Null: the files cannot be tried as they are. The same files again are not tried again. */
  readonly want: (files: readonly RequestedFile<string>[] | null) => void;
}

/** Several changes in a row are one. */
const QUIET_MS = 400;

/** What files would bring, computed once they have been left alone for a moment; work that is overtaken is cancelled. */
export const createTrialStore = ({
  client,
  newId,
}: {
  readonly client: Client;
  readonly newId: () => string;
}): StoreApi<TrialState> =>
  createStore<TrialState>((set, get) => {
    let wanted: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: string | null = null;

    const giveUp = () => {
      clearTimeout(timer);
      if (running !== null) void client('job.cancel', { jobId: running });
      running = null;
    };
    const compute = async (files: readonly RequestedFile<string>[]) => {
      const jobId = newId();
      running = jobId;
      const reply = await client('import.try', { files: [...files], jobId });
      if (running !== jobId) return;
      running = null;
      set({ trial: reply.ok ? { kind: 'done', trial: reply.value } : { kind: 'failed', failure: reply.error } });
    };
    return {
      trial: { kind: 'waiting' },
      want: (files) => {
        const next = files === null ? null : JSON.stringify(files);
        if (next === wanted) return;
        wanted = next;
        giveUp();
        if (files === null) return set({ trial: { kind: 'waiting' } });
        set({ trial: { kind: 'computing', before: figuresOf(get().trial) } });
        timer = setTimeout(() => void compute(files), QUIET_MS);
      },
    };
  });

/** Why the files would not come in; null: they would, or it is not known yet. */
export const failureWords = (trial: Trial): string | null => {
  if (trial.kind !== 'failed') return null;
  const { path, detail } = trial.failure;
  return path === undefined ? detail : `${path}: ${detail}`;
};

/** The figures that there are, of the files as they are or as they were. */
export const figuresOf = (trial: Trial): ImportTrial | null => {
  if (trial.kind === 'done') return trial.trial;
  return trial.kind === 'computing' ? trial.before : null;
};
