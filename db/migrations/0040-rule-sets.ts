import { immutable } from './immutable.ts';
import type { Migration } from './migration.ts';

/** `chain_sha256` covers the version before, so a version altered by hand shows. */
export const ruleSets: Migration = {
  version: 40,
  name: 'rule sets and scenarios',
  up: (database) => {
    database.exec(`
      CREATE TABLE rule_set_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        saved_at_ms REAL NOT NULL CHECK (abs(saved_at_ms) < 9e15),
        chain_sha256 TEXT NOT NULL CHECK (length(chain_sha256) = 64)
      ) STRICT;
      ${immutable('rule_set_version', ['id'])}

      CREATE TABLE scenario (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        baseline_version_id INTEGER NOT NULL REFERENCES rule_set_version (id),
        current_step INTEGER NOT NULL CHECK (current_step >= 0)
      ) STRICT;
      CREATE INDEX scenario_baseline ON scenario (baseline_version_id);

      CREATE TABLE scenario_step (
        scenario_id INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
        step INTEGER NOT NULL CHECK (step >= 0),
        document TEXT NOT NULL CHECK (json_valid(document)),
        label TEXT NOT NULL,
        coalesce_key TEXT,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        PRIMARY KEY (scenario_id, step)
      ) STRICT;
    `);
  },
};
