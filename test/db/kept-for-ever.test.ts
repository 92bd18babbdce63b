import { describe, expect, it } from 'vitest';
import { closeWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { findAlteredVersion, saveVersion } from '../../db/queries/versions.ts';
import { columnsOf, contentsOf, SAMPLE_BY_VERSION } from './samples.ts';
import { newWorkshop } from './temp-workshop.ts';

function filledWorkshop(): WritableWorkshop {
  const workshop = newWorkshop();
  for (const [version, statements] of Object.entries(SAMPLE_BY_VERSION)) {
    if (version !== '10') workshop.database.exec(statements);
  }
  return workshop;
}

describe('what is kept for ever', () => {
  it.each(['rule_set_version', 'agreement', 'signature', 'agreement_event', 'note', 'log'])(
    '%s can be added to, never changed or removed',
    (table) => {
      const workshop = filledWorkshop();
      const { database } = workshop;
      const columns = columnsOf(database, [table]);
      const before = contentsOf(database, columns);
      const column = database
        .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 0`)
        .get();
      for (const statement of [
        `UPDATE ${table} SET ${column?.name} = ${column?.name}`,
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
      ]) {
        expect(() => database.exec(statement), statement).toThrow(`${table} is kept for ever`);
      }
      expect(contentsOf(database, columns)).toEqual(before);
      closeWorkshop(workshop);
    },
  );

  it('shows which version another hand has altered', () => {
    const workshop = newWorkshop();
    const ids = ['{"points":1}', '{"points":2}', '{"points":3}'].map((document) =>
      saveVersion(workshop, { name: 'v', document, savedAtMs: 1.5 }),
    );
    expect(findAlteredVersion(workshop)).toBeNull();
    workshop.database.exec(`DROP TRIGGER rule_set_version_no_update;
      UPDATE rule_set_version SET document = '{"points":9}' WHERE id = ${ids[1]}`);
    expect(findAlteredVersion(workshop)).toBe(ids[1]);
    closeWorkshop(workshop);
  });
});

describe('numbers that are none', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is refused by every instant',
    (number) => {
      const workshop = filledWorkshop();
      const instants = workshop.database
        .prepare<[], { table: string; column: string }>(
          `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
          WHERE t.type = 'table' AND c.type = 'REAL' AND c."notnull" = 1
            AND t.name NOT IN ('rule_set_version', 'agreement', 'signature', 'agreement_event', 'note', 'log', 'workshop_lock')`,
        )
        .all();
      expect(instants.length).toBeGreaterThan(5);
      for (const { table, column } of instants) {
        expect(() => workshop.database.prepare(`UPDATE ${table} SET ${column} = ?`).run(number), table).toThrow(
          /constraint/,
        );
      }
      expect(() => saveVersion(workshop, { name: 'v', document: '{}', savedAtMs: number })).toThrow(/constraint/);
      closeWorkshop(workshop);
    },
  );
});
