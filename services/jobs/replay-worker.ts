/** Entry of the replay worker: holds one history in memory and answers questions about it, one after the other. */
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import type {
  HistorySource,
  ReplayAnswers,
  ReplayMessage,
  ReplayReply,
  ReplayRequest,
} from '../replay/replay-protocol.ts';
import { createReplaySession, type ReplaySession } from '../replay/replay-session.ts';

/** Beside this file, whatever it was built as. */
const KERNEL_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './kernel-worker.ts' : './kernel-worker.js',
  import.meta.url,
);

let held: { readonly source: HistorySource; readonly session: ReplaySession } | undefined;

parentPort?.on('message', (message: ReplayMessage) => {
  parentPort?.postMessage({ id: message.id, answer: answerTo(message) } satisfies ReplayReply);
});

function answerTo({ source, request }: ReplayMessage): ReplayReply['answer'] {
  try {
    return { ok: true, value: answer(sessionOf(source), request) };
  } catch (error) {
    held = undefined;
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function answer(session: ReplaySession, request: ReplayRequest): ReplayAnswers[keyof ReplayAnswers] {
  switch (request.kind) {
    case 'frame':
      return session.frame(request.question);
    case 'swap':
      return session.swap(request.question, request.list, request.offset, request.limit);
    case 'leads':
      return session.leads(request.ruleSet, request.query);
    case 'lead':
      return session.lead(request.ruleSet, request.id);
  }
}

function sessionOf(source: HistorySource): ReplaySession {
  if (held?.source.path === source.path && held.source.version === source.version) return held.session;
  // The old history goes before the new one comes: both at once may not fit.
  held?.session.close();
  held = undefined;
  const opened = openWorkshopConnection(source.path, 'read');
  if (!opened.ok) throw new Error(opened.error.detail);
  try {
    const session = createReplaySession(readHistory(opened.value), () => performance.now(), KERNEL_WORKER);
    held = { source, session };
    return session;
  } finally {
    closeWorkshop(opened.value);
  }
}
