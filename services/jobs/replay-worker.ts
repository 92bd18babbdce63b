/** Entry of the replay worker: holds one history in memory and answers questions about it, one after the other. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import type { Reply } from '../../api/reply.ts';
import { refuse } from '../failure.ts';
import { reportsFrom } from '../replay/replay-progress.ts';
import type {
  FromReplayWorker,
  HistorySource,
  ReplayAnswers,
  ReplayMessage,
  ReplayReply,
  ReplayRequest,
  ToReplayWorker,
} from '../replay/replay-protocol.ts';
import type { ReplaySession } from '../replay/replay-session.ts';
import {
  answering,
  openWorkshopSession,
  type PreparedSession,
  prepareSession,
  type WorkshopSession,
} from '../replay/workshop-session.ts';
import { collectGarbage } from './collect-garbage.ts';

/** Beside this file, whatever it was built as. */
const KERNEL_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './kernel-worker.ts' : './kernel-worker.js',
  import.meta.url,
);

/** A bundle names its chunks by what is in them, so the entry's text changes with any line of the engine. */
const PROGRAM = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex');

/** A history that nothing needed for once or twice this long is let go: a frame off a packed one does not. */
const REST_MS = 30_000;

const onProgress = reportsFrom(
  () => performance.now(),
  (progress) => say({ progress }),
);

let held: WorkshopSession | undefined;
let prepared: PreparedSession | null = null;

parentPort?.on('message', (message: ToReplayWorker) => {
  if ('prepare' in message) {
    prepared?.secondThread.close();
    prepared = prepareSession(message.prepare, KERNEL_WORKER);
    return;
  }
  if ('end' in message) {
    prepared?.secondThread.close();
    letGo();
    parentPort?.close();
    return;
  }
  say({ id: message.id, answer: answerTo(message) });
});
setInterval(() => {
  if (held?.rest() === true) collectGarbage();
}, REST_MS).unref();

function say(message: FromReplayWorker): void {
  parentPort?.postMessage(message);
}

function answerTo({ source, request }: ReplayMessage): ReplayReply['answer'] {
  try {
    const session = sessionOf(source);
    return session.ok ? answering(() => answer(session.value, request)) : session;
  } catch (error) {
    letGo();
    return refuse('unexpected', error instanceof Error ? error.message : String(error));
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
    case 'quality':
      return session.quality();
    case 'effects':
      return session.effects(request.asked);
    case 'alone':
      return session.alone(request.asked);
    case 'grid':
      return session.grid(request.asked);
    case 'analysis':
      return session.analyse(request.asked);
    case 'profile':
      return session.profile(request.asked);
    case 'costs':
      return session.costs(request.ruleSet, request.level, request.by, request.costs);
    case 'costNames':
      return session.costNames(request.by, request.names);
  }
}

function sessionOf(source: HistorySource): Reply<ReplaySession> {
  if (held !== undefined && isSameSource(held.source, source)) return { ok: true, value: held };
  // The old history goes before the new one comes: both at once may not fit.
  letGo();
  const ready = prepared?.path === source.path ? prepared : null;
  const opened = openWorkshopSession({
    source,
    clockMs: () => performance.now(),
    kernelWorkerUrl: KERNEL_WORKER,
    program: PROGRAM,
    onProgress,
    prepared: ready,
  });
  if (ready === null || !opened.ok) prepared?.secondThread.close();
  prepared = null;
  if (opened.ok) held = opened.value;
  return opened;
}

const isSameSource = (one: HistorySource, other: HistorySource): boolean =>
  one.path === other.path && one.version === other.version && one.maturityDays === other.maturityDays;

function letGo(): void {
  held?.close();
  held = undefined;
}
