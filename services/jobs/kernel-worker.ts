/** Entry of the second thread of a replay: takes its share of the chunks and says through shared memory when it is done. */
import { parentPort } from 'node:worker_threads';
import type { ToKernelWorker } from '../replay/packed/chunk-threads.ts';
import { type ChunkWorker, createChunkWorker } from '../replay/packed/chunk-work.ts';

let worker: ChunkWorker | undefined;

parentPort?.on('message', (message: ToKernelWorker) => {
  if (message.kind === 'part') {
    worker = createChunkWorker(message.part);
    return;
  }
  worker?.work(message.work);
  Atomics.store(message.done, 0, 1);
  Atomics.notify(message.done, 0);
});
