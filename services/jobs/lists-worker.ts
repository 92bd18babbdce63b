/** Entry of the job that gives a working list out, on a connection of its own: of tens of thousands of leads it takes seconds. */
import type { ExportedList } from '../../api/lists.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { type GiveListRequest, giveList } from '../lists/give-list.ts';
import { serveJob } from './serve-job.ts';

export interface ListsJobData {
  readonly workshopPath: string;
  /** `read`: the list is not remembered. */
  readonly access: 'read' | 'write';
  readonly request: GiveListRequest;
}

await serveJob<ListsJobData, ExportedList>(async ({ workshopPath, access, request }, control) => {
  const opened = openWorkshopConnection(workshopPath, access);
  if (!opened.ok) return opened;
  try {
    return await giveList(opened.value, request, control);
  } finally {
    closeWorkshop(opened.value);
  }
});
