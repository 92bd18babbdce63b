import { withTable } from './open-table.ts';
import { createBatchSink, type SheetMessage, type StreamWork } from './sheet-stream.ts';
import { sortTable } from './sort-table.ts';

const MOST_BACKLOG = 4;
/** Only so that nothing is waited for without end. */
const LOOK_AGAIN_MS = 100;

/** The worker's side of `streamSheet`: blocks its thread while more is on the way than is taken. */
export async function sendSheet({ path, choice, backlog }: StreamWork, post: (message: SheetMessage) => void) {
  const { sink, onRead, flush } = createBatchSink((message) => {
    for (let waiting = Atomics.load(backlog, 0); waiting >= MOST_BACKLOG; waiting = Atomics.load(backlog, 0))
      Atomics.wait(backlog, 0, waiting, LOOK_AGAIN_MS);
    if (message.kind === 'batch') Atomics.add(backlog, 0, 1);
    post(message);
  });
  const result = await withTable(path, choice, (source) =>
    sortTable(source, sink, { isCancelled: () => false, onRead }),
  );
  flush();
  post({ kind: 'end', result });
}
