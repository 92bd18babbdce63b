/** Entry of the import job: a connection of its own, so that the app's stays free to answer. */
import type { ImportReport, ImportTrial } from '../../api/import.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { type ImportRequest, runImport } from '../import/import-job.ts';
import { tryImport } from '../import/try-import.ts';
import { serveJob } from './serve-job.ts';

export interface ImportJobData {
  /** `try`: reads, and stores nothing. */
  readonly kind: 'run' | 'try';
  readonly workshopPath: string;
  readonly request: ImportRequest;
}

await serveJob<ImportJobData, ImportReport | ImportTrial>(async ({ kind, workshopPath, request }, control) => {
  const opened = openWorkshopConnection(workshopPath, 'write');
  if (!opened.ok) return opened;
  try {
    return await (kind === 'run' ? runImport : tryImport)(opened.value, request, control);
  } finally {
    closeWorkshop(opened.value);
  }
});
