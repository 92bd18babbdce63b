import type { Migration } from './migration.ts';

/** Attributes that the people at the table want no rule to read: they may hold the outcome. A name outlives its column. */
export const keptOut: Migration = {
  version: 90,
  name: 'kept out',
  up: (database) => {
    database.exec(`
      CREATE TABLE kept_out_attribute (
        attribute TEXT PRIMARY KEY CHECK (attribute <> '')
      ) STRICT;
    `);
  },
};
