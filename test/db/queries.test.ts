import { describe, expect, it } from 'vitest';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { type ImportRecord, listImports, listRejectedRows, recordImport } from '../../db/queries/imports.ts';
import { appendLog, listLog } from '../../db/queries/log.ts';
import { readSettings, writeSettings } from '../../db/queries/settings.ts';
import { listVersions, readVersion, saveVersion } from '../../db/queries/versions.ts';
import { inTransaction } from '../../db/transaction.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

describe('settings', () => {
  it('keep what was not changed', () => {
    const workshop = newWorkshop();
    const before = readSettings(workshop);
    writeSettings(workshop, { capacityPerWeek: 37.5 });
    expect(readSettings(workshop)).toEqual({ ...before, capacityPerWeek: 37.5 });
    writeSettings(workshop, { capacityPerWeek: null });
    expect(readSettings(workshop)).toEqual(before);
    closeWorkshop(workshop);
  });

  it.each([0, -1, Number.POSITIVE_INFINITY])('refuse a capacity of %d leads a week', (capacityPerWeek) => {
    const workshop = newWorkshop();
    expect(() => writeSettings(workshop, { capacityPerWeek })).toThrow(/constraint/);
    closeWorkshop(workshop);
  });
});

describe('imports', () => {
  const record: ImportRecord = {
    atMs: 1_800_000_000_000,
    sources: [{ name: 'leads.csv', sizeBytes: 123, sha256: 'b'.repeat(64), encoding: 'windows-1250' }],
    tables: [
      { table: 'leads', read: 205, accepted: 3, rejected: 200, duplicate: 2 },
      { table: 'stages', read: 0, accepted: 0, rejected: 0, duplicate: 0 },
    ],
    warnings: ['7 activities of unknown leads'],
  };
  const rejected = Array.from({ length: 200 }, (_, row) => ({
    file: 'leads.csv',
    table: 'leads' as const,
    line: row + 2,
    column: row % 2 === 0 ? 'id' : null,
    value: row % 2 === 0 ? '' : null,
    reason: 'no id',
  }));

  it('are listed newest first with their sources, counts and warnings', () => {
    const workshop = newWorkshop();
    const [first, second] = [null, '{"rows":"leads"}'].map((mapping) =>
      expectValue(inTransaction(workshop, () => recordImport(workshop, { ...record, mapping, rejected: [] }))),
    );
    expect(listImports(workshop)).toEqual([
      { id: second, mapping: '{"rows":"leads"}', ...record },
      { id: first, mapping: null, ...record },
    ]);
    closeWorkshop(workshop);
  });

  it('keep every rejected row, page by page', () => {
    const workshop = newWorkshop();
    const other = expectValue(
      inTransaction(workshop, () => recordImport(workshop, { ...record, mapping: null, rejected: [] })),
    );
    const id = expectValue(
      inTransaction(workshop, () => recordImport(workshop, { ...record, mapping: null, rejected })),
    );
    expect(listRejectedRows(workshop, id, 150, 500)).toEqual({ total: 200, rows: rejected.slice(150) });
    expect(listRejectedRows(workshop, id, 10, 5)).toEqual({ total: 200, rows: rejected.slice(10, 15) });
    expect(listRejectedRows(workshop, other, 0, 5)).toEqual({ total: 0, rows: [] });
    closeWorkshop(workshop);
  });

  it('whose counts do not add up are refused', () => {
    const workshop = newWorkshop();
    const tables = [{ table: 'leads', read: 5, accepted: 3, rejected: 1, duplicate: 0 }] as const;
    expect(() =>
      inTransaction(workshop, () => recordImport(workshop, { ...record, tables, mapping: null, rejected: [] })),
    ).toThrow(/accepted \+ rejected \+ duplicate/);
    expect(listImports(workshop)).toEqual([]);
    closeWorkshop(workshop);
  });
});

describe('versions of a rule set', () => {
  it('are listed newest first and read back as they were saved', () => {
    const workshop = newWorkshop();
    const document = JSON.stringify({ name: 'Zażółć', points: 0.1 });
    const first = saveVersion(workshop, { name: 'one', document, savedAtMs: 1 });
    const second = saveVersion(workshop, { name: 'two', document: '{}', savedAtMs: 2 });
    expect(listVersions(workshop)).toEqual([
      { id: second, name: 'two', savedAtMs: 2 },
      { id: first, name: 'one', savedAtMs: 1 },
    ]);
    expect(readVersion(workshop, first)).toEqual({ id: first, name: 'one', savedAtMs: 1, document });
    expect(readVersion(workshop, 99)).toBeNull();
    closeWorkshop(workshop);
  });

  it('must be JSON', () => {
    const workshop = newWorkshop();
    expect(() => saveVersion(workshop, { name: 'one', document: '{', savedAtMs: 1 })).toThrow(/constraint/);
    closeWorkshop(workshop);
  });
});

describe('the log', () => {
  it('is listed newest first, page by page, from a later opening', () => {
    const workshop = newWorkshop();
    for (let entry = 0; entry < 5; entry++) appendLog(workshop, { atMs: entry, kind: 'test', detail: '{}' });
    closeWorkshop(workshop);
    const reader = expectValue(openWorkshop(workshop.path, { readOnly: true }));
    expect(listLog(reader, 1, 2).map((entry) => entry.atMs)).toEqual([3, 2]);
    closeWorkshop(reader);
  });
});
