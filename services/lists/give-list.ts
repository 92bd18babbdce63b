/** A working list given out: worked out, made a file of, and remembered in the workshop, so that changes can be told. */
import type { ExportedList, ListName } from '../../api/lists.ts';
import type { Reply } from '../../api/reply.ts';
import type { GivenList } from '../../core/lists/since-last.ts';
import { historyVersion } from '../../db/history/read-history.ts';
import type { Workshop, WritableWorkshop } from '../../db/open-workshop.ts';
import { keepGivenList, readGivenLists } from '../../db/queries/given-lists.ts';
import { logStep } from '../../db/queries/log.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse, reply } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { standingSession } from '../replay/standing-session.ts';
import { replyOf } from '../workshop/open-workshop.ts';
import { type ListFileKind, type ListsFollowFrom, listFile, wholeList } from './whole-list.ts';

export interface GiveListRequest {
  readonly from: ListsFollowFrom;
  readonly list: ListName;
  readonly as: ListFileKind;
  readonly atMs: number;
}

/** `cancelled` when it was, `superseded` when the history was replaced meanwhile; then nothing is remembered. */
export async function giveList(
  workshop: Workshop,
  request: GiveListRequest,
  control: JobControl,
): Promise<Reply<ExportedList>> {
  try {
    return await give(workshop, request, control);
  } catch (error) {
    if (error instanceof Cancelled) return refuse('cancelled', 'Cancelled; nothing was changed.');
    throw error;
  }
}

async function give(
  workshop: Workshop,
  { from, list, as, atMs }: GiveListRequest,
  { progress, isCancelled }: JobControl,
): Promise<Reply<ExportedList>> {
  const report: JobControl['progress'] = (done) => {
    progress(done);
    if (isCancelled()) throw new Cancelled();
  };
  report({ phase: 'reading', done: 0, total: null });
  const version = historyVersion(workshop);
  const session = standingSession(workshop, report);
  try {
    const { rows } = session.analyse(wholeList(from, list, readGivenLists(workshop)));
    report({ phase: 'writing', done: 0, total: null });
    const bytes = await listFile(as, list, rows, from);
    report({ phase: 'writing', done: rows.length, total: rows.length });
    const given = { list, atMs, leads: rows.map(({ lead }) => lead) };
    const isSame = keptIfSame(workshop, version, given);
    if (!isSame.ok) return isSame;
    // A lead that was erased meanwhile must not go out.
    if (!isSame.value) return refuse('superseded', 'The history was replaced meanwhile; nothing was changed.');
    return reply({
      fileName: `${list}.${as}`,
      mediaType: MEDIA_TYPE[as],
      base64: bytes.toString('base64'),
      leads: rows.length,
      isRemembered: workshop.access === 'write',
    });
  } finally {
    session.close();
  }
}

/** False: the workshop holds another history by now, and nothing is kept. */
function keptIfSame(workshop: Workshop, version: number, given: GivenList): Reply<boolean> {
  if (workshop.access === 'read') return reply(historyVersion(workshop) === version);
  return replyOf(
    inTransaction(workshop, () => {
      const isSame = historyVersion(workshop) === version;
      if (isSame) keepGiven(workshop, given);
      return isSame;
    }),
  );
}

/** Leaves the work where it is by being thrown. */
class Cancelled extends Error {}

const MEDIA_TYPE: Readonly<Record<ListFileKind, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** In a transaction of the caller's. */
export function keepGiven(workshop: WritableWorkshop, given: GivenList): void {
  keepGivenList(workshop, given);
  logStep(workshop, {
    atMs: given.atMs,
    kind: 'lists.given',
    detail: { list: given.list, leads: given.leads.length },
  });
}
