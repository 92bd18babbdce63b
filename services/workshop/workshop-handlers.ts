/** Making, opening and closing a workshop; its settings. */
import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { WorkshopState } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { readHistoryCounts } from '../../db/history/read-history.ts';
import { closeWorkshop, createWorkshop, openWorkshop, type Workshop } from '../../db/open-workshop.ts';
import { listKeptOut, setKeptOut } from '../../db/queries/kept-out.ts';
import { logStep } from '../../db/queries/log.ts';
import { readScenario } from '../../db/queries/scenario.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { DemoRequest } from '../demo/write-demo-workshop.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';
import type { HistoryCounting } from '../history/history-counting.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { ReplayClient } from '../replay/replay-client.ts';
import { beginScenario } from '../scenario/begin-scenario.ts';
import { type OpenWorkshop, replyOf } from './open-workshop.ts';
import type { RecentWorkshops } from './recent-workshops.ts';

export interface WorkshopParts {
  readonly open: OpenWorkshop;
  readonly recent: RecentWorkshops;
  readonly tokens: FileTokens;
  readonly jobs: ActiveJobs;
  readonly replay: ReplayClient;
  readonly counting: HistoryCounting;
  readonly demoWorker: URL;
  readonly now: () => number;
  readonly announce: () => void;
}

type WorkshopMethod =
  | 'workshop.state'
  | 'workshop.create'
  | 'workshop.open'
  | 'workshop.close'
  | 'workshop.createDemo'
  | 'workshop.keepOut';

export function createWorkshopHandlers(parts: WorkshopParts): { readonly [M in WorkshopMethod]: Handler<M> } {
  const { open, recent, tokens, now } = parts;
  const state = (): Reply<WorkshopState> => reply(readState(parts));
  const pathOf = (token: string): Reply<string> => {
    const path = tokens.pathOf(token);
    return path === undefined
      ? refuse('notFound', 'Choose the file again; it is no longer known.', 'token')
      : reply(path);
  };
  const close = async (): Promise<void> => {
    const current = open.current();
    open.replace(null);
    if (current === null) return;
    await Promise.all([parts.replay.close(), parts.counting.stop()]);
    closeWorkshop(current);
  };
  const show = async (next: Workshop): Promise<Reply<WorkshopState>> => {
    const begun = beginWhereMissing(next, now());
    if (!begun.ok) {
      closeWorkshop(next);
      return begun;
    }
    await close();
    open.replace(next);
    recent.remember(next.path);
    parts.announce();
    return state();
  };
  return {
    'workshop.state': async () => state(),
    'workshop.create': async ({ token }) => {
      const path = pathOf(token);
      if (!path.ok) return path;
      const created = replyOf(createWorkshop(path.value));
      return created.ok ? show(created.value) : created;
    },
    'workshop.open': async ({ token }) => {
      const path = pathOf(token);
      if (!path.ok) return path;
      if (path.value === open.current()?.path) return state();
      // Checking a large file takes this thread as long as its packed history takes the worker.
      if (open.current() === null) parts.replay.prepare(path.value);
      const opened = openForShow(path.value);
      if (opened.ok) return show(opened.value);
      if (open.current() === null) await parts.replay.close();
      return opened;
    },
    'workshop.close': async () => {
      await close();
      parts.announce();
      return state();
    },
    'workshop.createDemo': async ({ token, leads, seed, jobId }) => {
      const path = pathOf(token);
      if (!path.ok) return path;
      if (existsSync(path.value))
        return refuse('notWritable', 'There is a file of that name already; it was not changed.');
      const data: DemoRequest = { path: path.value, leads, seed, nowMs: now() };
      const made = await parts.jobs.run<unknown>(jobId, { worker: parts.demoWorker, data });
      if (!made.ok) {
        // A worker that had to be ended leaves its unfinished file.
        rmSync(path.value, { force: true });
        return made;
      }
      const opened = replyOf(openWorkshop(path.value));
      return opened.ok ? show(opened.value) : opened;
    },
    'workshop.keepOut': async ({ attribute, isKeptOut }) => {
      const stored = open.store('workshop', (workshop) => setKeptOut(workshop, attribute, isKeptOut));
      return stored.ok ? state() : stored;
    },
  };
}

/** A file that may not be written can still be looked at. */
function openForShow(path: string): Reply<Workshop> {
  const opened = openWorkshop(path);
  if (opened.ok || opened.error.kind !== 'notWritable') return replyOf(opened);
  return replyOf(openWorkshop(path, { readOnly: true }));
}

/** A new file, or one that the command line made, has no scenario yet. */
function beginWhereMissing(workshop: Workshop, atMs: number): Reply<null> {
  if (workshop.access === 'read' || readScenario(workshop) !== null) return reply(null);
  return replyOf(
    inTransaction(workshop, () => {
      beginScenario(workshop, blankRuleSet(), blankRuleSet(), atMs);
      logStep(workshop, { atMs, kind: 'workshop.begun' });
      return null;
    }),
  );
}

function readState({ open, recent, tokens }: WorkshopParts): WorkshopState {
  const current = open.current();
  return {
    open: current === null ? null : summaryOf(current),
    recent: recent
      .list()
      .filter((path) => path !== current?.path && existsSync(path))
      .map((path) => tokens.issue(path, nameOf(path))),
  };
}

function summaryOf(workshop: Workshop): NonNullable<WorkshopState['open']> {
  const { timeZone, capacityPerWeek, maturityDays } = readSettings(workshop);
  const { leads, activities, stages } = readHistoryCounts(workshop);
  return {
    name: nameOf(workshop.path),
    readOnly: workshop.access === 'read',
    timeZone,
    capacityPerWeek,
    maturityDays,
    keptOut: listKeptOut(workshop),
    leads,
    activities,
    stages,
  };
}

const nameOf = (path: string): string => basename(path).replace(/\.accord$/u, '');
