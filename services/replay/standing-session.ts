/** A session on an open workshop in this thread: for the command line, which asks once. */
import { readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { openReplaySession, type ReplaySession } from './replay-session.ts';

/** To be closed by the caller. */
export function standingSession(workshop: ReadableWorkshop): ReplaySession {
  const { maturityDays } = readSettings(workshop);
  return openReplaySession({
    history: () => readHistory(workshop),
    clockMs: () => 0,
    maturityDays,
    kernelWorkerUrl: null,
    shelf: null,
  });
}
