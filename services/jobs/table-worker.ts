/** Entry of the worker that reads a workbook, which may be built to harm: it is ended at its limits, and the app goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import { ok } from '../../core/result.ts';
import { sendSheet } from '../table/send-sheet.ts';
import type { StreamWork } from '../table/sheet-stream.ts';
import { doTableWork, type TableWork } from '../table/table-work.ts';
import { serveJob } from './serve-job.ts';

const asked = workerData as TableWork | StreamWork;
if (asked.kind === 'stream') await sendSheet(asked, (message) => parentPort?.postMessage(message));
else await serveJob(async (work: TableWork) => ok(await doTableWork(work)));
