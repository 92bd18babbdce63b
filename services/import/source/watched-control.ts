import type { JobControl } from '../../jobs/serve-job.ts';
import { sizeOf } from './data-files.ts';
import type { ReadControl } from './source-text.ts';

/** Tells how many bytes of the files have been read. */
export async function watchedControl(paths: readonly string[], control: JobControl): Promise<ReadControl> {
  let total = 0;
  for (const path of paths) {
    const facts = await sizeOf(path);
    total += facts.ok ? facts.value.sizeBytes : 0;
  }
  let done = 0;
  return {
    isCancelled: control.isCancelled,
    onRead: (bytes) => {
      done += bytes;
      control.progress({ phase: 'reading', done: Math.min(Math.round(done), total), total });
    },
  };
}
