/**
 * Triggers that refuse every change and removal of a table's rows. INSERT OR REPLACE removes rows without firing the
 * delete trigger unless recursive_triggers is on, so an insertion over an existing key is refused too.
 */
export function immutable(table: string, key: readonly string[]): string {
  const sameKey = key.map((column) => `${column} = NEW.${column}`).join(' AND ');
  const refuse = `SELECT RAISE(ABORT, '${table} is kept for ever')`;
  return `
    CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN ${refuse}; END;
    CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN ${refuse}; END;
    CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
      WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${sameKey}) BEGIN ${refuse}; END;
  `;
}
