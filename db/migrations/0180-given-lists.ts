import type { Migration } from './migration.ts';

/** Working lists as they were last given out, so that what has changed since can be told. One that is given out anew takes its place. */
export const givenLists: Migration = {
  version: 180,
  name: 'given lists',
  up: (database) => {
    database.exec(`
      CREATE TABLE given_list (
        list TEXT PRIMARY KEY CHECK (list IN ('sales-urgent', 'sales', 'nurture', 'recycle')),
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15)
      ) STRICT;
      CREATE TABLE given_lead (
        list TEXT NOT NULL REFERENCES given_list (list) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        lead_id TEXT NOT NULL,
        PRIMARY KEY (list, position)
      ) STRICT;
      CREATE INDEX given_lead_lead ON given_lead (lead_id);
    `);
  },
};
