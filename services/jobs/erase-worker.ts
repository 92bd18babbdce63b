/** Entry of the job that erases a lead: the whole history is written anew, on a connection of its own. */
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { eraseLead } from '../history/erase-lead.ts';
import { serveJob } from './serve-job.ts';

export interface EraseJobData {
  readonly workshopPath: string;
  readonly id: string;
  readonly nowMs: number;
}

await serveJob(({ workshopPath, id, nowMs }: EraseJobData, control) => {
  const opened = openWorkshopConnection(workshopPath, 'write');
  if (!opened.ok) return opened;
  try {
    return eraseLead(opened.value, id, nowMs, control);
  } finally {
    closeWorkshop(opened.value);
  }
});
