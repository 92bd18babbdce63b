import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../api/bridge.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop, createWorkshop } from '../../../db/open-workshop.ts';
import { createFileTokens } from '../../../services/file-tokens.ts';
import { createImportHandlers } from '../../../services/import/import-handlers.ts';
import { createActiveJobs } from '../../../services/jobs/active-jobs.ts';
import { createOpenWorkshop } from '../../../services/workshop/open-workshop.ts';

const IMPORT_WORKER = new URL('../../../services/jobs/import-worker.ts', import.meta.url);

/** The app's parts as they are put together, with what they told the screen. */
function app() {
  const folder = mkdtempSync(join(tmpdir(), 'accord-worker-'));
  const created = createWorkshop(join(folder, 'test.accord'));
  if (!created.ok) throw new Error(created.error.detail);
  const workshop = created.value;
  const events: AppEvent[] = [];
  const listeners: ((event: AppEvent) => void)[] = [];
  const emit = (event: AppEvent) => {
    events.push(event);
    for (const listener of listeners) listener(event);
  };
  const open = createOpenWorkshop(emit);
  open.replace(workshop);
  const tokens = createFileTokens();
  const jobs = createActiveJobs(emit);
  const handlers = createImportHandlers({
    open,
    tokens,
    jobs,
    importWorker: IMPORT_WORKER,
    keyFolder: folder,
    now: () => 0,
    emit,
  });
  const pick = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return { file: tokens.issue(join(folder, name)).token };
  };
  return { workshop, events, listeners, jobs, handlers, pick };
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `L${index},2025-01-01,some text ${index}\n`);

describe('an import asked for by a screen', () => {
  it('runs on a worker, tells its progress, changes the open workshop and says so', async () => {
    const { workshop, events, handlers, pick } = app();
    const chosen = [
      pick('leads.csv', 'id,created,note\nA,2025-01-01,x\nB,,y\n'),
      pick('activities.csv', 'lead,at,type\nB,2025-01-02,call\nX,2025-01-02,call\n'),
    ];
    expect(await handlers['import.inspect']({ files: chosen })).toMatchObject({
      ok: true,
      value: { kind: 'folder', files: [{ name: 'leads.csv' }, { name: 'activities.csv' }] },
    });
    const report = await handlers['import.run']({ files: chosen, onChanged: 'keep', jobId: 'job' });
    expect(report).toMatchObject({ ok: true, value: { tables: [{ accepted: 2 }, { accepted: 1, rejected: 1 }] } });
    expect(readHistory(workshop).leads.ids).toEqual(['A', 'B']);
    expect(events).toContainEqual({ kind: 'changed', what: 'history' });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'progress', jobId: 'job', phase: 'reading' }));
    const importId = report.ok ? report.value.id : 0;
    expect(await handlers['import.rejected']({ importId, offset: 0, limit: 10 })).toMatchObject({
      ok: true,
      value: { total: 1, offset: 0, rows: [{ table: 'activities', line: 3, value: 'X' }] },
    });
    closeWorkshop(workshop);
  });

  it('can be cancelled under way, and then has changed nothing', async () => {
    const { workshop, events, listeners, jobs, handlers, pick } = app();
    const chosen = [pick('leads.csv', `id,created,note\n${rows(400_000).join('')}`)];
    listeners.push((event) => {
      if (event.kind === 'progress') jobs.cancel('job');
    });
    expect(await handlers['import.run']({ files: chosen, onChanged: 'keep', jobId: 'job' })).toMatchObject({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(readHistory(workshop).leads.count).toBe(0);
    expect(events).not.toContainEqual({ kind: 'changed', what: 'history' });
    closeWorkshop(workshop);
  });

  it('refuses an encoding that nobody knows, and guesses none', async () => {
    const { workshop, handlers, pick } = app();
    const file = { ...pick('any.csv', 'Id\na\n'), reading: { encoding: 'klingon' } };
    expect(await handlers['import.inspect']({ files: [file] })).toMatchObject({
      ok: false,
      error: { kind: 'badInput', path: 'files[0].reading.encoding' },
    });
    closeWorkshop(workshop);
  });

  it('asks for the files again when a token is unknown', async () => {
    const { workshop, handlers } = app();
    expect(await handlers['import.run']({ files: [{ file: 'x' }], onChanged: 'keep', jobId: 'job' })).toMatchObject({
      ok: false,
      error: { kind: 'notFound', path: 'files[0]' },
    });
    closeWorkshop(workshop);
  });
});
