import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID } from '../../db/header.ts';
import { historyIdentity } from '../../db/history/read-history.ts';
import { MIGRATIONS, NEWEST_VERSION } from '../../db/migrations/migrations.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { readScenario, redoStep, undoStep } from '../../db/queries/scenario.ts';
import { migrate } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type ColumnsByTable, columnsOf, contentsOf, SAMPLE_BY_VERSION, tablesOf } from './samples.ts';
import { expectFault, expectValue, hashOf, tempPath } from './temp-workshop.ts';

/** A file as the Accord of that version left it, with rows in every table. */
function olderWorkshop(
  version: number,
  path = tempPath(),
): { path: string; columns: ColumnsByTable; contents: Readonly<Record<string, string>> } {
  const database = new Database(path);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  for (const migration of MIGRATIONS.filter((step) => step.version <= version)) {
    migrate(database, [migration]);
    database.exec(SAMPLE_BY_VERSION[migration.version] ?? '');
  }
  const columns = columnsOf(
    database,
    tablesOf(database).filter((table) => table !== 'workshop_lock'),
  );
  const contents = contentsOf(database, columns);
  database.close();
  return { path, columns, contents };
}

const older = MIGRATIONS.map((migration) => migration.version).filter((version) => version < NEWEST_VERSION);
const backupsBeside = (path: string) => readdirSync(dirname(path)).filter((name) => name !== 'workshop.accord');

describe('the migrations', () => {
  it('are numbered upwards, and each has sample rows for the migrations after it', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(Object.keys(SAMPLE_BY_VERSION).map(Number)).toEqual(versions);
  });

  it('put a row in every table of the samples', () => {
    const { contents } = olderWorkshop(NEWEST_VERSION);
    for (const [table, rows] of Object.entries(contents)) expect([table, rows]).not.toEqual([table, '[]']);
  });

  it.each(older)('bring a workshop of version %i up to date with all its rows', (version) => {
    const { path, columns, contents } = olderWorkshop(version);
    const workshop = expectValue(openWorkshop(path));
    expect(workshop.database.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
    expect(contentsOf(workshop.database, columns)).toEqual(contents);
    closeWorkshop(workshop);
    closeWorkshop(expectValue(openWorkshop(path)));
  });

  it.each(older)('leave a sound backup of version %i beside the workshop', (version) => {
    const { path, columns, contents } = olderWorkshop(version);
    const workshop = expectValue(openWorkshop(path));
    closeWorkshop(workshop);
    expect(backupsBeside(path)).toHaveLength(1);
    const backup = new Database(workshop.backupPath ?? '', { readonly: true, fileMustExist: true });
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(backup.pragma('user_version', { simple: true })).toBe(version);
    expect(contentsOf(backup, columns)).toEqual(contents);
    backup.close();
  });

  it('give each history of an older workshop an identity of its own', () => {
    const identities = [70, 70].map((version) => {
      const workshop = expectValue(openWorkshop(olderWorkshop(version).path));
      const identity = historyIdentity(workshop);
      closeWorkshop(workshop);
      return identity;
    });
    for (const identity of identities) expect(identity).toMatch(/^[0-9a-f]{32}$/);
    expect(identities[0]).not.toBe(identities[1]);
  });

  it('keep what could be undone of the scenario on the table', () => {
    const workshop = expectValue(openWorkshop(olderWorkshop(130).path));
    const standing = () => [
      readScenario(workshop)?.document,
      readScenario(workshop)?.undo,
      readScenario(workshop)?.redo,
    ];
    expect(standing()).toEqual(['{"a":2}', 'more', null]);
    expectValue(inTransaction(workshop, () => undoStep(workshop)));
    expect(standing()).toEqual(['{}', null, 'more']);
    expectValue(inTransaction(workshop, () => redoStep(workshop)));
    expect(standing()).toEqual(['{"a":2}', 'more', null]);
    expect(readScenario(workshop)).toMatchObject({ note: '', seat: 'both' });
    closeWorkshop(workshop);
  });

  it('do not run, and leave no backup, where the workshop is up to date', () => {
    const { path } = olderWorkshop(NEWEST_VERSION);
    const workshop = expectValue(openWorkshop(path));
    expect(workshop.backupPath).toBeNull();
    closeWorkshop(workshop);
    expect(backupsBeside(path)).toEqual([]);
  });

  it('do not run on a workshop opened read-only', () => {
    const { path } = olderWorkshop(60);
    const before = hashOf(path);
    const error = expectFault(openWorkshop(path, { readOnly: true }));
    expect(error.kind).toBe('notWritable');
    expect(error.detail).toContain('older Accord');
    expect(hashOf(path)).toBe(before);
  });

  it('take back the one that fails, whole', () => {
    const database = new Database(':memory:');
    const broken = {
      version: 15,
      name: 'broken',
      up: () => {
        database.exec('CREATE TABLE half (id INTEGER) STRICT');
        throw new Error('half way');
      },
    };
    expect(() => migrate(database, [...MIGRATIONS.slice(0, 1), broken])).toThrow('half way');
    expect(database.pragma('user_version', { simple: true })).toBe(10);
    expect(tablesOf(database)).not.toContain('half');
    database.close();
  });

  it('refuse a workshop whose making was never finished', () => {
    const path = tempPath();
    const database = new Database(path);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.close();
    expect(expectFault(openWorkshop(path)).kind).toBe('damagedWorkshop');
  });
});
