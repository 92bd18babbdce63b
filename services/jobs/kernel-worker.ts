/** Entry of the second thread of a replay: takes its share of the chunks and says through shared memory when it is done. */
import { parentPort } from 'node:worker_threads';
import { type ToKernelWorker, WORK } from '../replay/packed/chunk-threads.ts';
import { type ChunkWorker, createChunkWorker } from '../replay/packed/chunk-work.ts';

let worker: ChunkWorker | undefined;

parentPort?.on('message', (message: ToKernelWorker) => {
  if (message.kind === 'part') {
    worker = createChunkWorker(message.part);
    return;
  }
  const { state, work } = message;
  if (Atomics.compareExchange(state, 0, WORK.posted, WORK.begun) !== WORK.posted) return;
  worker?.work(work);
  Atomics.store(state, 0, WORK.done);
  Atomics.notify(state, 0);
});
