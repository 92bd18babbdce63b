/** Entry of the worker that reads a workbook, which may be built to harm: it is ended at its limits, and the app goes on. */
import { ok } from '../../core/result.ts';
import { readTable, type TableRequest } from '../table/read-table.ts';
import { serveJob } from './serve-job.ts';

await serveJob(async (request: TableRequest) => ok(await readTable(request)));
