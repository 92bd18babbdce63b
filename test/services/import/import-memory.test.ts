import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../api/import.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop, createWorkshop } from '../../../db/open-workshop.ts';
import { listRejectedRows } from '../../../db/queries/imports.ts';
import { type ImportRequest, runImport } from '../../../services/import/import-job.ts';
import type { ImportJobData } from '../../../services/jobs/import-worker.ts';
import { runJob } from '../../../services/jobs/run-job.ts';

const IMPORT_WORKER = new URL('../../../services/jobs/import-worker.ts', import.meta.url);
/** Everything goes to the scratch file. */
const TIGHT = { memoryBytes: 0, sortedRows: 1 << 14 };

function workshopWith(leads: number, activities: number) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-memory-'));
  const data = mkdtempSync(join(tmpdir(), 'accord-data-'));
  const created = createWorkshop(join(folder, 'test.accord'));
  if (!created.ok) throw new Error(created.error.detail);
  const lines = (count: number, lineOf: (row: number) => string) =>
    Array.from({ length: count }, (_, row) => lineOf(row)).join('');
  writeFileSync(join(data, 'leads.csv'), `id,created\n${lines(leads, (row) => `L${row},2024-01-01\n`)}`);
  const minute = (row: number) => new Date(Date.UTC(2024, 0, 1) + row * 7_000).toISOString();
  writeFileSync(
    join(data, 'activities.csv'),
    `lead,at,type,url\n${lines(activities, (row) => `L${(row * 7_919) % leads},${minute(row)},page view,/page-${row % 500}\n`)}`,
  );
  return {
    workshop: created.value,
    folder,
    data,
    remove: () => {
      for (const one of [folder, data]) rmSync(one, { recursive: true });
    },
  };
}

describe('an import of more activities than memory should hold', () => {
  it('given a heap of 64 MB then a million rows come in', async () => {
    const { workshop, data, remove } = workshopWith(20_000, 1_000_000);
    const report = await runJob<ImportReport>({
      worker: IMPORT_WORKER,
      data: {
        kind: 'run',
        workshopPath: workshop.path,
        request: { files: [{ file: data }], nowMs: 0, limits: TIGHT },
      } satisfies ImportJobData,
      signal: new AbortController().signal,
      onProgress: () => {},
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
    });
    expect(report).toMatchObject({ ok: true, value: { tables: [{ accepted: 20_000 }, { accepted: 1_000_000 }] } });
    const { offsets, atMs, count } = readHistory(workshop).activities;
    expect(count).toBe(1_000_000);
    expect([offsets[1], offsets[20_000]]).toEqual([50, 1_000_000]);
    expect(atMs.subarray(0, 50).every((at, row) => row === 0 || at > (atMs[row - 1] ?? 0))).toBe(true);
    closeWorkshop(workshop);
    remove();
  }, 20_000);

  it.each([
    ['a fresh workshop', 0],
    ['one that has a history', 1],
  ])(
    'given %s and a cancel while rows are written then the file is as it was and nothing is left beside it',
    async (_, imports) => {
      const { workshop, folder, data, remove } = workshopWith(300, 150_000);
      const request: ImportRequest = { files: [{ file: data }], nowMs: 0, limits: TIGHT };
      const quiet = { progress: () => {}, isCancelled: () => false };
      for (let before = 0; before < imports; before += 1)
        expect(await runImport(workshop, request, quiet)).toMatchObject({ ok: true });
      const [history, names] = [readHistory(workshop), readdirSync(folder)];
      const written: number[] = [];
      const report = await runImport(workshop, request, {
        progress: ({ phase, done }) => {
          if (phase === 'writing') written.push(done);
        },
        isCancelled: () => written.length > 0,
      });
      expect(report).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
      // Some of the rows were on their way, and not all of them.
      expect(written).toHaveLength(1);
      expect(written[0]).toBeGreaterThan(0);
      expect(written[0]).toBeLessThan(850);
      expect(readHistory(workshop)).toEqual(history);
      expect(readdirSync(folder)).toEqual(names);
      expect(workshop.database.pragma('integrity_check', { simple: true })).toBe('ok');
      closeWorkshop(workshop);
      remove();
    },
  );

  it('given the same folder again then every row is a duplicate and the history is the same', async () => {
    const { workshop, folder, data, remove } = workshopWith(300, 150_000);
    const request: ImportRequest = { files: [{ file: data }], nowMs: 0, limits: TIGHT };
    const quiet = { progress: () => {}, isCancelled: () => false };
    await runImport(workshop, request, quiet);
    const history = readHistory(workshop);
    expect(await runImport(workshop, request, quiet)).toMatchObject({
      value: {
        tables: [
          { accepted: 0, duplicate: 300 },
          { accepted: 0, duplicate: 150_000 },
        ],
      },
    });
    expect(readHistory(workshop)).toEqual(history);
    expect(readdirSync(folder).filter((name) => name.includes('import'))).toEqual([]);
    closeWorkshop(workshop);
    remove();
  });
});

describe('rejected rows', () => {
  it('given more than memory holds then each is kept with its place, in order', async () => {
    const { workshop, data, folder, remove } = workshopWith(2, 0);
    const strangers = Array.from({ length: 25_000 }, (_, row) => `X${row},never,call\n`);
    writeFileSync(join(data, 'activities.csv'), `lead,at,type\n${strangers.join('')}L1,2025-01-01,call\n`);
    const report = await runImport(
      workshop,
      { files: [{ file: data }], nowMs: 0 },
      { progress: () => {}, isCancelled: () => false },
    );
    expect(report).toMatchObject({ ok: true, value: { tables: [{ accepted: 2 }, { accepted: 1, rejected: 25_000 }] } });
    const importId = report.ok ? report.value.id : 0;
    expect(listRejectedRows(workshop, importId, 24_998, 10)).toMatchObject({
      total: 25_000,
      rows: [
        { line: 25_000, value: 'X24998' },
        { line: 25_001, value: 'X24999' },
      ],
    });
    expect(readdirSync(folder).filter((name) => name.includes('import'))).toEqual([]);
    closeWorkshop(workshop);
    remove();
  });
});
