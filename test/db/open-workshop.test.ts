import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { writeHistory } from '../../db/history/write-history.ts';
import { NEWEST_VERSION } from '../../db/migrations/migrations.ts';
import { closeWorkshop, createWorkshop, openWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { readSettings, writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { plainHistory } from './plain-history.ts';
import { closedWorkshop, expectFault, expectValue, hashOf, newWorkshop, tempPath } from './temp-workshop.ts';

describe('a new workshop', () => {
  it('is named as its file and open for writing', () => {
    const workshop = newWorkshop(tempPath('Spring meeting.accord'));
    expect(workshop.access).toBe('write');
    expect(readSettings(workshop).name).toBe('Spring meeting');
    closeWorkshop(workshop);
  });

  it('is never written over a file that exists', () => {
    const path = tempPath();
    writeFileSync(path, 'precious');
    expect(expectFault(createWorkshop(path)).kind).toBe('notWritable');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('cannot be made in a folder that does not exist', () => {
    expect(expectFault(createWorkshop(join(tempPath(), 'a.accord'))).kind).toBe('notFound');
  });
});

describe('an open workshop', () => {
  it('flushes every commit to the disk, on the first opening and on each later one', () => {
    const path = closedWorkshop();
    for (const opening of ['second', 'third']) {
      const workshop = expectValue(openWorkshop(path));
      expect([opening, workshop.database.pragma('synchronous', { simple: true })]).toEqual([opening, 2]);
      expect(workshop.database.pragma('journal_mode', { simple: true })).toBe('wal');
      closeWorkshop(workshop);
    }
  });

  it('flushes a worker’s commits, too', () => {
    const workshop = newWorkshop();
    const worker = expectValue(openWorkshopConnection(workshop.path, 'write'));
    expect(worker.database.pragma('synchronous', { simple: true })).toBe(2);
    closeWorkshop(worker);
    closeWorkshop(workshop);
  });

  it('is one file that stands alone after it was closed', () => {
    const workshop = newWorkshop();
    writeSettings(workshop, { name: 'kept' });
    closeWorkshop(workshop);
    expect(readdirSync(dirname(workshop.path))).toEqual(['workshop.accord']);
    const again = expectValue(openWorkshop(workshop.path, { readOnly: true }));
    expect(readSettings(again).name).toBe('kept');
    closeWorkshop(again);
  });

  it('can be closed while a worker still reads, and loses nothing by it', () => {
    const workshop = newWorkshop();
    const worker = expectValue(openWorkshopConnection(workshop.path, 'read'));
    expect(readSettings(worker).name).toBe('workshop');
    writeSettings(workshop, { name: 'later' });
    closeWorkshop(workshop);
    expect(readSettings(worker).name).toBe('later');
    closeWorkshop(worker);
    const again = expectValue(openWorkshop(workshop.path));
    expect(readSettings(again).name).toBe('later');
    closeWorkshop(again);
  });

  it('cannot be written through a read-only opening', () => {
    const workshop = expectValue(openWorkshop(closedWorkshop(), { readOnly: true }));
    expect(workshop.access).toBe('read');
    expect(() => workshop.database.exec(`UPDATE workshop SET name = 'x'`)).toThrow(/readonly/);
    closeWorkshop(workshop);
  });
});

describe('a file that is no workshop', () => {
  const cases: readonly (readonly [string, (path: string) => void, string, RegExp])[] = [
    ['a missing file', () => {}, 'notFound', /not there/],
    ['an empty file', (path) => writeFileSync(path, ''), 'notAWorkshop', /empty \(0 bytes\)/],
    [
      'a file of 15 bytes',
      (path) => writeFileSync(path, 'SQLite format 3'),
      'notAWorkshop',
      /not begin like an SQLite/,
    ],
    ['a text file', (path) => writeFileSync(path, 'id,name\n'.repeat(50)), 'notAWorkshop', /not begin like an SQLite/],
    ['another program’s database', foreignDatabase, 'notAWorkshop', /another program \(application id 7\)/],
    ['a folder', (path) => mkdirSync(path), 'notAWorkshop', /folder/],
  ];
  it.each(cases)('%s is refused with its own words and left as it is', (_, make, kind, words) => {
    const path = tempPath();
    make(path);
    const before = existsSync(path) && kind !== 'notFound' && !words.source.includes('folder') ? hashOf(path) : null;
    for (const readOnly of [false, true]) {
      const error = expectFault(openWorkshop(path, { readOnly }));
      expect(error.kind).toBe(kind);
      expect(error.detail).toMatch(words);
    }
    if (before !== null) expect(hashOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(kind === 'notFound' ? [] : ['workshop.accord']);
  });
});

describe('a workshop of a newer Accord', () => {
  it('is refused with its version named, and not one byte of it changes', () => {
    const path = closedWorkshop();
    const database = new Database(path);
    database.exec('CREATE TABLE of_the_future (id INTEGER) STRICT');
    database.pragma(`user_version = ${NEWEST_VERSION + 10}`);
    database.close();
    const before = hashOf(path);
    for (const open of [() => openWorkshop(path), () => openWorkshop(path, { readOnly: true })]) {
      const error = expectFault(open());
      expect(error.kind).toBe('newerWorkshop');
      expect(error.detail).toContain(`file version ${NEWEST_VERSION + 10}`);
    }
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(['workshop.accord']);
  });
});

describe('a damaged workshop', () => {
  const filled = () => {
    const workshop = newWorkshop();
    expectValue(inTransaction(workshop, () => writeHistory(workshop, plainHistory(2_000, 5))));
    closeWorkshop(workshop);
    return workshop.path;
  };

  it('truncated at any twentieth is refused and not changed', () => {
    const whole = readFileSync(filled());
    for (let twentieth = 1; twentieth < 20; twentieth++) {
      const path = tempPath();
      writeFileSync(path, whole);
      truncateSync(path, Math.floor((whole.length * twentieth) / 20));
      const before = hashOf(path);
      expect([twentieth, expectFault(openWorkshop(path)).kind]).toEqual([twentieth, 'damagedWorkshop']);
      expect(hashOf(path)).toBe(before);
    }
  });

  it('with a page overwritten is refused and not changed', () => {
    const path = filled();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4_096, 8_192);
    writeFileSync(path, bytes);
    const before = hashOf(path);
    expect(expectFault(openWorkshop(path)).kind).toBe('damagedWorkshop');
    expect(hashOf(path)).toBe(before);
  });

  it.each([
    [
      'a trigger of another hand',
      `CREATE TRIGGER evil AFTER UPDATE ON workshop BEGIN DELETE FROM lead; END`,
      /strange trigger evil/,
    ],
    ['a view of another hand', 'CREATE VIEW spy AS SELECT * FROM lead', /strange view spy/],
    ['a guard removed', 'DROP TRIGGER log_no_delete', /trigger log_no_delete is missing/],
    ['a table altered', 'ALTER TABLE seat ADD COLUMN more TEXT', /table seat is not as Accord makes it/],
  ])('with %s is refused and not changed', (_, statement, words) => {
    const path = closedWorkshop();
    const database = new Database(path);
    database.exec(statement);
    database.close();
    const before = hashOf(path);
    const error = expectFault(openWorkshop(path));
    expect(error.kind).toBe('damagedWorkshop');
    expect(error.detail).toMatch(words);
    expect(hashOf(path)).toBe(before);
  });
});

function foreignDatabase(path: string): void {
  const database = new Database(path);
  database.exec('CREATE TABLE other (id INTEGER)');
  database.pragma('application_id = 7');
  database.close();
}
