/** A session on the history of a workshop file, which is read when it is needed, with a shelf beside the file. */
import { existsSync } from 'node:fs';
import type { Reply } from '../../api/reply.ts';
import { type HistoryStamp, holdsHistory, readHistory, readHistoryStamp } from '../../db/history/read-history.ts';
import { readLeadHistory } from '../../db/history/read-lead-history.ts';
import { closeWorkshop, openWorkshopConnection, type ReadableWorkshop } from '../../db/open-workshop.ts';
import { refuse, reply } from '../failure.ts';
import { createSecondThread, type SecondThread } from './packed/second-thread.ts';
import type { OnProgress } from './replay-progress.ts';
import type { HistorySource } from './replay-protocol.ts';
import { openReplaySession, type ReplaySession } from './replay-session.ts';
import { createPackedShelf, prepareShelf, type ShelfParts, shelfPath } from './shelf/packed-shelf.ts';
import type { KeptPacking } from './shelf/read-shelf.ts';

export interface WorkshopSession extends ReplaySession {
  readonly source: HistorySource;
}

export interface WorkshopSessionParts extends Pick<ShelfParts, 'program' | 'leastActivities'> {
  readonly source: HistorySource;
  readonly clockMs: () => number;
  readonly kernelWorkerUrl: URL | null;
  /** For the workshop at this path; the session takes it over. */
  readonly prepared: PreparedSession | null;
  readonly onProgress?: OnProgress;
}

/** What a session on a large history begins with, got ready while its workshop is being checked. */
export interface PreparedSession {
  readonly path: string;
  readonly kept: KeptPacking;
  readonly secondThread: SecondThread;
}

/** Null where nothing that is whole is kept beside the workshop. The file itself is not touched: its checks are not done. */
export function prepareSession(path: string, kernelWorkerUrl: URL): PreparedSession | null {
  if (!existsSync(shelfPath(path, 'baseline'))) return null;
  const secondThread = createSecondThread(kernelWorkerUrl);
  secondThread.start();
  const kept = prepareShelf(path);
  if (kept !== null) return { path, kept, secondThread };
  secondThread.close();
  return null;
}

/**
 * Thrown by a question that needs a history which the file does not hold any more. It goes through the engine, which knows
 * files no more than failures; `answering` makes a value of it.
 */
class HistoryReplaced extends Error {}

/** `superseded` when the file holds another history than `source` says by now; else what can be wrong with the file. */
export function openWorkshopSession(parts: WorkshopSessionParts): Reply<WorkshopSession> {
  const { source, clockMs, kernelWorkerUrl, prepared, onProgress, ...shelved } = parts;
  const opened = openWorkshopConnection(source.path, 'read');
  if (!opened.ok) return opened;
  const stamp = closingAfter(opened.value, readHistoryStamp);
  if (stamp.version !== source.version) return replaced();
  const shelf = createPackedShelf({
    workshopPath: source.path,
    stamp,
    prepared: prepared?.kept ?? null,
    ...shelved,
  });
  const session = openReplaySession({
    history: () => {
      onProgress?.({ phase: 'reading', done: 0, total: null });
      return readAgain(source.path, stamp, readHistory);
    },
    leadHistory: (id) => readAgain(source.path, stamp, (workshop) => readLeadHistory(workshop, id)),
    ...(onProgress === undefined ? {} : { onProgress }),
    clockMs,
    kernelWorkerUrl,
    maturityDays: source.maturityDays,
    ...(prepared === null ? {} : { secondThread: prepared.secondThread }),
    shelf,
  });
  return reply({
    ...session,
    source,
    close: () => {
      shelf.close();
      session.close();
    },
  });
}

/** What `work` answers, or `superseded`: never numbers of two histories in one answer. */
export function answering<T>(work: () => T): Reply<T> {
  try {
    return reply(work());
  } catch (error) {
    if (error instanceof HistoryReplaced) return replaced();
    throw error;
  }
}

const replaced = () => refuse('superseded', 'the history was replaced meanwhile');

/** Reads of the history that the stamp is of, in one consistent state. */
function readAgain<T>(path: string, stamp: HistoryStamp, read: (workshop: ReadableWorkshop) => T): T {
  const opened = openWorkshopConnection(path, 'read');
  // A file that another one took the place of, or that is gone, holds this history no more than one that was written anew.
  if (!opened.ok) throw new HistoryReplaced(opened.error.detail);
  return closingAfter(opened.value, (workshop) =>
    workshop.database.transaction(() => {
      if (!holdsHistory(workshop, stamp)) throw new HistoryReplaced('the file holds another history');
      return read(workshop);
    })(),
  );
}

function closingAfter<T>(workshop: ReadableWorkshop, read: (workshop: ReadableWorkshop) => T): T {
  try {
    return read(workshop);
  } finally {
    closeWorkshop(workshop);
  }
}
