/** Entry of the second thread of a replay: takes its share of the work and says through shared memory when it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import { placeLeads } from '../../core/replay/packed/placed-leads.ts';
import { stageLeads } from '../../core/replay/packed/staged-leads.ts';
import { type ChunkWorker, createChunkWorker } from '../replay/packed/chunk-work.ts';
import { type SecondThreadData, type SharedWork, type ToSecondThread, WORK } from '../replay/packed/second-thread.ts';
import { createLetGo } from './collect-garbage.ts';

const { answers } = workerData as SecondThreadData;
const held = new Map<number, ChunkWorker>();
const letGo = createLetGo();

parentPort?.on('message', (message: ToSecondThread) => {
  switch (message.kind) {
    case 'hold':
      held.set(message.number, createChunkWorker(message.part));
      return;
    case 'forget':
      forget(message.number);
      return;
    case 'work': {
      const { state, work } = message;
      if (Atomics.compareExchange(state, 0, WORK.posted, WORK.begun) !== WORK.posted) return;
      take(work);
      Atomics.store(state, 0, WORK.done);
      Atomics.notify(state, 0);
      // Nobody waits any more. What was staged here is in its place, and lies in memory that counts for nothing here.
      if (work.kind === 'place') letGo(work.task.memory.byteLength);
    }
  }
});

function forget(number: number): void {
  const bytes = held.get(number)?.columns.words.buffer.byteLength ?? 0;
  held.delete(number);
  letGo(bytes);
}

function take(work: SharedWork): void {
  switch (work.kind) {
    case 'chunks':
      held.get(work.part)?.work(work.work);
      return;
    case 'stage':
      // Before the work counts as done: whoever waits for it reads the answer at once.
      answers.postMessage(stageLeads(work.task, 1));
      return;
    case 'place':
      placeLeads(work.task);
  }
}
