/**
 * In a process of its own: a data folder imported as the app does, by the import job. Arguments: an empty workshop, the
 * folder. Prints `ImportedOnce` as JSON.
 */
import { performance } from 'node:perf_hooks';
import type { ImportReport } from '../../api/import.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import type { ImportJobData } from '../../services/jobs/import-worker.ts';
import { runJob } from '../../services/jobs/run-job.ts';
import { builtWorker } from './built-worker.ts';
import { peakMemoryMb } from './peak-memory.ts';

export interface ImportedOnce {
  readonly ms: number;
  readonly rows: number;
  readonly peakMb: number;
}

const [, , workshopPath = '', folder = ''] = process.argv;
const beforeMb = process.memoryUsage().rss / 1e6;
const opened = openWorkshop(workshopPath);
if (!opened.ok) throw new Error(opened.error.detail);
const data: ImportJobData = {
  kind: 'run',
  workshopPath,
  request: { files: [{ file: folder }], timeZone: 'UTC', nowMs: 0 },
};
const startMs = performance.now();
const imported = await runJob<ImportReport>({
  worker: builtWorker('import-worker'),
  data,
  signal: new AbortController().signal,
  onProgress: () => {},
});
const ms = performance.now() - startMs;
closeWorkshop(opened.value);
if (!imported.ok) throw new Error(imported.error.detail);
const once: ImportedOnce = {
  ms,
  rows: imported.value.tables.reduce((sum, { accepted }) => sum + accepted, 0),
  peakMb: peakMemoryMb() - beforeMb,
};
console.log(JSON.stringify(once));
