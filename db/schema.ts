import Database from 'better-sqlite3';
import { itemAt } from '../core/at.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** Runs each migration in a transaction of its own; the caller has made a backup where there is something to lose. */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    database
      .transaction(() => {
        migration.up(database);
        const orphans = database.pragma('foreign_key_check');
        if (Array.isArray(orphans) && orphans.length > 0) {
          throw new Error(`migration ${migration.version} ${migration.name} leaves rows without their parents`);
        }
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

/** Null when the file has exactly the tables, indexes, triggers and views of its version; else a phrase naming the first difference. */
export function schemaDifference(database: Database.Database, version: number): string | null {
  const model = new Database(':memory:');
  try {
    migrate(
      model,
      MIGRATIONS.filter((migration) => migration.version <= version),
    );
    return firstDifference(schemaOf(model), schemaOf(database));
  } finally {
    model.close();
  }
}

/** `PRAGMA optimize` adds statistics tables of its own, named sqlite_…; so are automatic indexes. */
function schemaOf(database: Database.Database): readonly SchemaItem[] {
  return database
    .prepare<[], SchemaItem>(
      `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
}

interface SchemaItem {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

function firstDifference(wanted: readonly SchemaItem[], found: readonly SchemaItem[]): string | null {
  const key = (item: SchemaItem) => `${item.type} ${item.name}`;
  const sqlByKey = new Map(found.map((item) => [key(item), item.sql]));
  for (const item of wanted) {
    if (!sqlByKey.has(key(item))) return `the ${key(item)} is missing`;
    if (sqlByKey.get(key(item)) !== item.sql) return `the ${key(item)} is not as Accord makes it`;
  }
  const known = new Set(wanted.map(key));
  const strange = found.filter((item) => !known.has(key(item)));
  return strange.length > 0 ? `there is a strange ${key(itemAt(strange, 0))}` : null;
}
