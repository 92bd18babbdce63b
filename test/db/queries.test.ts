import { describe, expect, it } from 'vitest';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import {
  eachRejectedRow,
  type ImportRecord,
  listChangedRows,
  listImports,
  listRejectedRows,
  recordImport,
} from '../../db/queries/imports.ts';
import { listLog, logStep } from '../../db/queries/log.ts';
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
    sources: [
      {
        name: 'leads.csv',
        sizeBytes: 123,
        sha256: 'b'.repeat(64),
        encoding: 'windows-1250',
        mapping: '{"rows":"leads"}',
        reading: '{"encoding":"windows-1250"}',
        heading: ['id', 'Straße'],
      },
      { name: 'calls.csv', sizeBytes: 0, sha256: 'c'.repeat(64), encoding: 'utf-8' },
    ],
    tables: [
      { table: 'leads', read: 205, accepted: 3, rejected: 200, duplicate: 2, changed: 1 },
      { table: 'stages', read: 0, accepted: 0, rejected: 0, duplicate: 0, changed: 0 },
    ],
    files: [{ file: 'leads.csv', table: 'leads', read: 205, accepted: 3, rejected: 200, duplicate: 2, changed: 1 }],
    warnings: ['7 activities of unknown leads'],
  };
  const rejected = Array.from({ length: 200 }, (_, row) => ({
    file: row < 100 ? 'leads.csv' : 'more.csv',
    table: 'leads' as const,
    line: row + 2,
    column: row % 2 === 0 ? 'id' : null,
    value: row % 2 === 0 ? '' : null,
    reason: 'no id',
    cells: row % 2 === 0 ? ['', 'a "quoted", cell'] : null,
  }));
  const none = { rejected: [], changed: [] };

  it('are listed newest first with their sources, mappings, counts and warnings', () => {
    const workshop = newWorkshop();
    const [first, second] = [1, 2].map(() =>
      expectValue(inTransaction(workshop, () => recordImport(workshop, record, none))),
    );
    expect(listImports(workshop)).toEqual([
      { id: second, ...record },
      { id: first, ...record },
    ]);
    closeWorkshop(workshop);
  });

  it('keep every rejected row, page by page', () => {
    const workshop = newWorkshop();
    const other = expectValue(inTransaction(workshop, () => recordImport(workshop, record, none)));
    const id = expectValue(inTransaction(workshop, () => recordImport(workshop, record, { ...none, rejected })));
    const shown = rejected.map(({ cells: _, ...row }) => row);
    expect(listRejectedRows(workshop, id, 150, 500)).toEqual({ total: 200, rows: shown.slice(150) });
    expect(listRejectedRows(workshop, id, 10, 5)).toEqual({ total: 200, rows: shown.slice(10, 15) });
    expect(listRejectedRows(workshop, other, 0, 5)).toEqual({ total: 0, rows: [] });
    closeWorkshop(workshop);
  });

  it('keep the cells of rejected rows, file by file', () => {
    const workshop = newWorkshop();
    const id = expectValue(inTransaction(workshop, () => recordImport(workshop, record, { ...none, rejected })));
    const ofMore = rejected.slice(100).map((row, index) => ({ ...row, position: 100 + index }));
    expect([...eachRejectedRow(workshop, id, 'more.csv', 0)]).toEqual(ofMore);
    expect([...eachRejectedRow(workshop, id, 'more.csv', 150)]).toEqual(ofMore.slice(50));
    expect([...eachRejectedRow(workshop, id, 'other.csv', 0)]).toEqual([]);
    closeWorkshop(workshop);
  });

  it('keep the rows that the workshop held otherwise, page by page', () => {
    const workshop = newWorkshop();
    const changed = Array.from({ length: 7 }, (_, row) => ({
      file: 'leads.csv',
      table: 'leads' as const,
      line: row + 2,
      lead: `L${row}`,
      column: 'country',
      held: 'DE',
      given: 'PL',
    }));
    const id = expectValue(inTransaction(workshop, () => recordImport(workshop, record, { ...none, changed })));
    expect(listChangedRows(workshop, id, 5, 5)).toEqual({ total: 7, rows: changed.slice(5) });
    closeWorkshop(workshop);
  });

  it('whose counts do not add up are refused', () => {
    const workshop = newWorkshop();
    const tables = [{ table: 'leads', read: 5, accepted: 3, rejected: 1, duplicate: 0, changed: 0 }] as const;
    expect(() => inTransaction(workshop, () => recordImport(workshop, { ...record, tables }, none))).toThrow(
      /accepted \+ rejected \+ duplicate/,
    );
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
    for (let entry = 0; entry < 5; entry++) logStep(workshop, { atMs: entry, kind: 'test' });
    closeWorkshop(workshop);
    const reader = expectValue(openWorkshop(workshop.path, { readOnly: true }));
    expect(listLog(reader, 1, 2).map((entry) => entry.atMs)).toEqual([3, 2]);
    closeWorkshop(reader);
  });
});
