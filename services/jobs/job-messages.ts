/** What a job's worker and the main thread tell each other. */
import type { JobPhase } from '../../api/bridge.ts';
import type { Failure } from '../../api/reply.ts';

export interface JobProgress {
  readonly phase: JobPhase;
  readonly done: number;
  /** Null while nobody can know. */
  readonly total: number | null;
}

export type FromJob<Output> =
  | ({ readonly kind: 'progress' } & JobProgress)
  | { readonly kind: 'done'; readonly value: Output }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface ToJob {
  readonly kind: 'cancel';
}
