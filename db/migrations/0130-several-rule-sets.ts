import type { Migration } from './migration.ts';

/**
 * Several rule sets in one workshop. Which one is on the table is chosen (null: the one made last, as before); one that is
 * taken off the list stays, so that it can come back. For which leads a rule set is meant stands with each step, so that
 * undo covers it: a condition as JSON, null: for every lead.
 */
export const severalRuleSets: Migration = {
  version: 130,
  name: 'several rule sets',
  up: (database) => {
    database.exec(`
      ALTER TABLE workshop ADD COLUMN scenario_id INTEGER REFERENCES scenario (id);
      ALTER TABLE scenario ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
      ALTER TABLE scenario_step ADD COLUMN scope TEXT CHECK (json_valid(scope));
    `);
  },
};
