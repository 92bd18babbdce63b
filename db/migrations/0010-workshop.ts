import type { Migration } from './migration.ts';

/**
 * NaN is bound as NULL (refused by NOT NULL) and Infinity as Infinity, so every number has a bound here, in this
 * migration and in those after it: 9e15 is below 2^53 and beyond any instant.
 */
export const workshop: Migration = {
  version: 10,
  name: 'workshop',
  up: (database) => {
    database.exec(`
      CREATE TABLE workshop (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL CHECK (name <> ''),
        time_zone TEXT NOT NULL CHECK (time_zone <> ''),
        reference_date TEXT NOT NULL,
        capacity_per_week REAL CHECK (capacity_per_week > 0 AND capacity_per_week < 9e15),
        maturity_days REAL CHECK (maturity_days >= 0 AND maturity_days < 9e15),
        currency TEXT,
        created_at_ms REAL NOT NULL CHECK (abs(created_at_ms) < 9e15)
      ) STRICT;

      CREATE TABLE workshop_lock (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        token TEXT NOT NULL,
        process_id INTEGER NOT NULL,
        host TEXT NOT NULL,
        user TEXT NOT NULL,
        since_ms REAL NOT NULL CHECK (abs(since_ms) < 9e15)
      ) STRICT;
    `);
  },
};
