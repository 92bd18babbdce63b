/**
 * In a process of its own: files imported as the app does, by the import job. Arguments: an empty workshop; the files with
 * their mappings, as JSON; after how many milliseconds the import is cancelled, where it is. Prints `ImportedOnce` as JSON.
 */
import { performance } from 'node:perf_hooks';
import type { ImportReport, RequestedFile } from '../../api/import.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import type { ImportJobData } from '../../services/jobs/import-worker.ts';
import { runJob } from '../../services/jobs/run-job.ts';
import { builtWorker } from './built-worker.ts';
import { peakMemoryMb } from './peak-memory.ts';

export interface ImportedOnce {
  readonly ms: number;
  readonly rows: number;
  readonly peakMb: number;
  /** The longest that nothing was told of how far it was. */
  readonly silentMs: number;
  /** From the wish to stop to the end; 0 where nobody wished it. */
  readonly stoppedInMs: number;
}

const [, , workshopPath = '', files = '[]', cancelAfterMs = ''] = process.argv;
const beforeMb = process.memoryUsage().rss / 1e6;
const opened = openWorkshop(workshopPath);
if (!opened.ok) throw new Error(opened.error.detail);
const data: ImportJobData = {
  kind: 'run',
  workshopPath,
  request: { files: JSON.parse(files) as readonly RequestedFile<string>[], timeZone: 'UTC', nowMs: 0 },
};
const stop = new AbortController();
const startMs = performance.now();
let [heardMs, silentMs, askedMs] = [startMs, 0, 0];
if (cancelAfterMs !== '')
  setTimeout(() => {
    askedMs = performance.now();
    stop.abort();
  }, Number(cancelAfterMs));
const imported = await runJob<ImportReport>({
  worker: builtWorker('import-worker'),
  data,
  signal: stop.signal,
  onProgress: () => {
    silentMs = Math.max(silentMs, performance.now() - heardMs);
    heardMs = performance.now();
  },
});
const endMs = performance.now();
closeWorkshop(opened.value);
if (!imported.ok && askedMs === 0) throw new Error(imported.error.detail);
const once: ImportedOnce = {
  ms: endMs - startMs,
  rows: imported.ok ? imported.value.tables.reduce((sum, { accepted }) => sum + accepted, 0) : 0,
  peakMb: peakMemoryMb() - beforeMb,
  silentMs: Math.max(silentMs, endMs - heardMs),
  stoppedInMs: askedMs === 0 ? 0 : endMs - askedMs,
};
console.log(JSON.stringify(once));
