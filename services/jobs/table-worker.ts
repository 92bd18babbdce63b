/** Entry of the worker that reads a workbook, which may be built to harm: it is ended at its limits, and the app goes on. */
import { ok } from '../../core/result.ts';
import { doTableWork, type TableWork } from '../table/table-work.ts';
import { serveJob } from './serve-job.ts';

await serveJob(async (work: TableWork) => ok(await doTableWork(work)));
