import { immutable } from './immutable.ts';
import type { Migration } from './migration.ts';

export const log: Migration = {
  version: 70,
  name: 'log',
  up: (database) => {
    database.exec(`
      CREATE TABLE log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        kind TEXT NOT NULL CHECK (kind <> ''),
        detail TEXT NOT NULL CHECK (json_valid(detail))
      ) STRICT;
      ${immutable('log', ['id'])}
    `);
  },
};
