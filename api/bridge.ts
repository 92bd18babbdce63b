/** What a screen has of the world: an object, so the app runs in Electron, in a browser and in tests alike. */
import type { Input, Method, Outputs } from './contract.ts';
import type { Reply } from './reply.ts';

/** `Dropped`: what the screen is given of a file that is dropped on it, a File; who drops none need not know. */
export interface Bridge<Dropped = never> {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Outputs[M]>>;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
  /** Native dialog, or the browser's; an empty list when the user thinks better of it. The screen never sees a path. */
  readonly pickFiles: (purpose: PickPurpose) => Promise<readonly PickedFile[]>;
  /** The same for files that were dropped on the screen, in their order. Rejects when one of them is none that can be read. */
  readonly takeDropped: (files: readonly Dropped[]) => Promise<readonly PickedFile[]>;
  /** A place for a new workshop; null when the user thinks better of it. */
  readonly pickNewWorkshop: (suggestedName: string) => Promise<PickedFile | null>;
  /** Offers a text to be kept as a file (save dialog, or download). False when cancelled. */
  readonly saveText: (suggestedName: string, mediaType: string, text: string) => Promise<boolean>;
}

export type PickPurpose = 'workshop' | 'data-folder' | 'delimited' | 'costs' | 'rule-set';

export interface PickedFile {
  readonly token: string;
  readonly name: string;
}

export type AppEvent =
  | {
      readonly kind: 'changed';
      readonly what: 'workshop' | 'history' | 'costs' | 'seats' | 'notes' | 'agreement' | 'panel' | 'lists';
    }
  /** Whoever holds an answer of this revision, or of a later one, knows of the change already. */
  | { readonly kind: 'changed'; readonly what: 'scenario'; readonly revision: number }
  | {
      readonly kind: 'progress';
      readonly jobId: string;
      readonly phase: JobPhase;
      readonly done: number;
      readonly total: number | null;
    }
  /** What `REPLAY_JOB` was about is done, or given up. */
  | { readonly kind: 'progressEnded'; readonly jobId: string }
  /** The desktop menu asks for something that only the screen can do. */
  | { readonly kind: 'command'; readonly command: 'new' | 'open' | 'close' | 'undo' | 'redo' | 'import' };

export type JobPhase =
  | 'reading'
  | 'sorting'
  | 'writing'
  | 'generating'
  | 'packing'
  | 'replaying'
  | 'working'
  | 'learning'
  | 'varying';

/** The work that a question about the replay may need first. Nobody asks for it, so the app names it. */
export const REPLAY_JOB = 'replay';
