/** Entry of the job that counts what a history holds: every row of it is read, and let go with the thread. */
import { historyVersion, readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { refuse, reply } from '../failure.ts';
import { countHistory, type HistoryCounts } from '../history/history-profile.ts';
import { serveJob } from './serve-job.ts';

export interface CountJobData {
  readonly workshopPath: string;
  /** Of the history that is asked about. */
  readonly version: number;
  readonly maturityDays: number | null;
}

await serveJob<CountJobData, HistoryCounts>(({ workshopPath, version, maturityDays }, { isCancelled }) => {
  const opened = openWorkshopConnection(workshopPath, 'read');
  if (!opened.ok) return opened;
  const workshop = opened.value;
  try {
    const history = workshop.database.transaction(() =>
      historyVersion(workshop) === version ? readHistory(workshop) : null,
    )();
    if (history === null) return refuse('superseded', 'the history was replaced meanwhile');
    return isCancelled() ? refuse('cancelled', 'Nothing was counted.') : reply(countHistory(history, maturityDays));
  } finally {
    closeWorkshop(workshop);
  }
});
