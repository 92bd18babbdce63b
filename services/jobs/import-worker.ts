/** Entry of the import job: a connection of its own, so that the app's stays free to answer. */
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { type ImportRequest, runImport } from '../import/import-job.ts';
import { serveJob } from './serve-job.ts';

export interface ImportJobData {
  readonly workshopPath: string;
  readonly request: ImportRequest;
}

await serveJob(async ({ workshopPath, request }: ImportJobData, control) => {
  const opened = openWorkshopConnection(workshopPath, 'write');
  if (!opened.ok) return opened;
  try {
    return await runImport(opened.value, request, control);
  } finally {
    closeWorkshop(opened.value);
  }
});
