import type { Database } from 'better-sqlite3';

const hash = 'a'.repeat(64);

/**
 * Rows for the tables that each migration makes, put in by plain SQL as that version of the file had them. A later
 * migration that alters a table adds what it wants of the old rows to `migrations.test.ts`; these stay as they are.
 */
export const SAMPLE_BY_VERSION: Readonly<Record<number, string>> = {
  10: `INSERT INTO workshop VALUES (1, 'Spring', 'Europe/Rome', '2000-01-01', 40.5, 90, 'EUR', 1000)`,
  20: `INSERT INTO lead VALUES (0, 'a', 5), (1, 'ș', -6.0);
    UPDATE history SET version = 3, leads = 2, activities = 1;
    INSERT INTO history_column VALUES (1, 'activities', 'type', 0, 'type', 'text', 'int32', 1);
    INSERT INTO history_cells VALUES (1, 0, '["visit"]');
    INSERT INTO history_chunk VALUES (1, 0, 1, x'00000000')`,
  30: `INSERT INTO import VALUES (1, 7, '{"rows":"leads"}', '["odd"]');
    INSERT INTO import_source (import_id, position, name, size_bytes, sha256, encoding) VALUES (1, 0, 'leads.csv', 12, '${hash}', 'utf-8');
    INSERT INTO import_count (import_id, position, table_name, read, accepted, rejected, duplicate) VALUES (1, 0, 'leads', 4, 2, 1, 1);
    INSERT INTO rejected_row (import_id, position, file, table_name, line, column_name, value, reason) VALUES (1, 0, 'leads.csv', 'leads', 3, 'id', '', 'no id');
    INSERT INTO cost VALUES ('ads', '2026-03', 12300, 1)`,
  40: `INSERT INTO rule_set_version VALUES (1, 'first', '{"a":1}', 8, '${hash}');
    INSERT INTO scenario (id, name, baseline_version_id, current_step) VALUES (1, 'ours', 1, 1);
    INSERT INTO scenario_step (scenario_id, step, document, label, coalesce_key, at_ms) VALUES (1, 0, '{}', '', NULL, 8), (1, 1, '{"a":2}', 'more', 'k', 9)`,
  50: `INSERT INTO seat VALUES (1, 'sales', 'Ada');
    INSERT INTO panel (id, name, seed, created_at_ms) VALUES (1, 'first', 42, 9);
    INSERT INTO panel_lead (panel_id, position, lead_id) VALUES (1, 0, 'a');
    INSERT INTO judgement (panel_id, lead_id, seat_id, verdict, reason, at_ms) VALUES (1, 'a', 1, 'yes', NULL, 10)`,
  60: `INSERT INTO agreement (id, version_id, document, sha256, created_at_ms) VALUES (1, 1, '{"words":"x"}', '${hash}', 11);
    INSERT INTO signature (agreement_id, seat_id, team, person, agreement_sha256, signed_at_ms) VALUES (1, 1, 'sales', 'Ada', '${hash}', 12);
    INSERT INTO note VALUES (1, 'agreement', '1', 1, 'because', 13)`,
  70: `INSERT INTO log (id, at_ms, kind, detail) VALUES (1, 14, 'import', '{}')`,
  80: `UPDATE history SET identity = '${'b'.repeat(32)}'`,
  90: `INSERT INTO kept_out_attribute VALUES ('sales_owner')`,
  100: `INSERT INTO file_count VALUES (1, 0, 'leads.csv', 'leads', 4, 2, 1, 1, 1);
    INSERT INTO changed_row VALUES (1, 0, 'leads.csv', 'leads', 4, 'a', 'country', 'DE', 'PL');
    INSERT INTO hash_key VALUES (1, '0123456789abcdef')`,
  110: `UPDATE workshop SET costs_by = 'campaign'`,
  130: `UPDATE workshop SET scenario_id = 1;
    UPDATE scenario_step SET scope = '{"attribute":"country","op":"is","value":"DE"}' WHERE step = 1`,
  140: `INSERT INTO workshop_step (step, state, label, coalesce_key, at_ms) VALUES (2, '{"onTheTable":1,"capacity":null,"view":null,"scenarios":[]}', '', NULL, 15);
    UPDATE workshop SET view = '{"horizon":"handover"}';
    UPDATE scenario_step SET note = 'why', seat = 'sales' WHERE step = 1`,
  150: `INSERT INTO agreement_event VALUES (1, 1, 'withdrawn', 1, NULL, 'sales', 'Ada', 'too many', 16, '', '${hash}');
    INSERT INTO agreement_draft VALUES (1, '{"words":"y"}', 1);
    UPDATE workshop SET agreement_draft_id = 1`,
  160: `UPDATE panel SET settings = '{"level":"mql"}';
    INSERT INTO panel_done VALUES (1, 1, 1, 16);
    INSERT INTO ballot VALUES ('${'c'.repeat(32)}', '${hash}', 1, 1, 1, '${hash}', 17, NULL)`,
  170: `UPDATE workshop SET speaking_seat_id = 1`,
  180: `INSERT INTO given_list VALUES ('sales', 18);
    INSERT INTO given_lead VALUES ('sales', 0, 'a')`,
};

export type ColumnsByTable = Readonly<Record<string, readonly string[]>>;

/** Everything that these columns hold, as text, so that it can be compared across a migration that adds others. */
export function contentsOf(database: Database, columns: ColumnsByTable): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(columns).map(([table, names]) => [
      table,
      JSON.stringify(database.prepare(`SELECT ${names.join(', ')} FROM ${table}`).all()),
    ]),
  );
}

export const columnsOf = (database: Database, tables: readonly string[]): ColumnsByTable =>
  Object.fromEntries(
    tables.map((table) => [
      table,
      database
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map(({ name }) => name),
    ]),
  );

export function tablesOf(database: Database): readonly string[] {
  return database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .all()
    .map(({ name }) => name);
}
