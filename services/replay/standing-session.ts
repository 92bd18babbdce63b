/** A session on an open workshop in this thread: for the command line and jobs, which ask once. */
import { readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readSettings } from '../../db/queries/settings.ts';
import type { OnProgress } from './replay-progress.ts';
import { openReplaySession, type ReplaySession } from './replay-session.ts';

/** To be closed by the caller. */
export function standingSession(workshop: ReadableWorkshop, onProgress?: OnProgress): ReplaySession {
  const { maturityDays } = readSettings(workshop);
  return openReplaySession({
    history: () => readHistory(workshop),
    clockMs: () => 0,
    maturityDays,
    kernelWorkerUrl: null,
    shelf: null,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}
