/** One more thread that takes a share of the work, over shared memory; the caller waits for it without letting go of its own. */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { PlaceTask } from '../../../core/replay/packed/placed-leads.ts';
import type { StagedPart, StageTask } from '../../../core/replay/packed/staged-leads.ts';
import { sharedInt32 } from '../../../core/replay/shared-columns.ts';
import type { ChunkWork, PackedPart } from './chunk-work.ts';

/** Work that is shared; `stage` answers with a `StagedPart`. */
export type SharedWork =
  | { readonly kind: 'chunks'; readonly part: number; readonly work: ChunkWork }
  | { readonly kind: 'stage'; readonly task: StageTask }
  | { readonly kind: 'place'; readonly task: PlaceTask };

/** What the thread is told. It holds the parts of packed histories by number. */
export type ToSecondThread =
  | { readonly kind: 'hold'; readonly number: number; readonly part: PackedPart }
  | { readonly kind: 'forget'; readonly number: number }
  | { readonly kind: 'work'; readonly work: SharedWork; readonly state: Int32Array };

/** What the thread begins with: where it puts answers. */
export interface SecondThreadData {
  readonly answers: MessagePort;
}

/** What becomes of posted work, in shared memory: whoever changes `posted` first has it. */
export const WORK = { posted: 0, begun: 1, done: 2, withdrawn: 3 } as const;

export type Outcome = 'not begun' | 'done' | 'lost';

export interface SecondThread {
  /** Before there is work, so that the first work finds it there. */
  readonly start: () => void;
  /** Keeps a part at hand for work on its chunks; answers its number. */
  readonly hold: (part: PackedPart) => number;
  readonly forget: (number: number) => void;
  readonly post: (work: SharedWork) => PostedWork;
  readonly close: () => void;
}

export interface PostedWork {
  /** Called when nothing is left to take: a thread that is still busy elsewhere need not begin any more. */
  readonly end: () => Outcome;
  /** What it answered, once done. */
  readonly answer: () => StagedPart;
}

/** What a thread takes at a time takes milliseconds: one that began and has not ended by then is lost, and must not hang the app. */
const PATIENCE_MS = 2_000;

/** Started with the first work; a thread that is lost is replaced with the next. It keeps no process alive. */
export function createSecondThread(workerUrl: URL): SecondThread {
  let running: { readonly worker: Worker; readonly answers: MessagePort } | undefined;
  const parts = new Map<number, PackedPart>();
  let nextNumber = 1;
  const thread = () => {
    if (running !== undefined) return running;
    const { port1: answers, port2 } = new MessageChannel();
    const workerData: SecondThreadData = { answers: port2 };
    const worker = new Worker(workerUrl, { workerData, transferList: [port2] });
    const started = { worker, answers };
    const lost = (): void => {
      if (running === started) running = undefined;
    };
    worker.on('error', lost);
    worker.on('exit', lost);
    worker.unref();
    running = started;
    for (const [number, part] of parts) tell({ kind: 'hold', number, part });
    return started;
  };
  const tell = (message: ToSecondThread): void => thread().worker.postMessage(message);
  const close = (): void => {
    void running?.worker.terminate();
    running?.answers.close();
    running = undefined;
  };
  return {
    start: () => void thread(),
    hold: (part) => {
      const number = nextNumber;
      nextNumber += 1;
      parts.set(number, part);
      if (running !== undefined) tell({ kind: 'hold', number, part });
      return number;
    },
    forget: (number) => {
      parts.delete(number);
      if (running !== undefined) tell({ kind: 'forget', number });
    },
    post: (work) => {
      const state = sharedInt32(1);
      const { answers } = thread();
      tell({ kind: 'work', work, state });
      return {
        end: () => {
          const before = Atomics.compareExchange(state, 0, WORK.posted, WORK.withdrawn);
          if (before === WORK.posted) return 'not begun';
          if (Atomics.wait(state, 0, WORK.begun, PATIENCE_MS) !== 'timed-out') return 'done';
          // Should it wake up after all, it must not write into what comes later.
          close();
          return 'lost';
        },
        answer: () => {
          const received: { readonly message: StagedPart } | undefined = receiveMessageOnPort(answers);
          if (received === undefined) throw new Error('the second thread is done and has not answered');
          return received.message;
        },
      };
    },
    close,
  };
}
