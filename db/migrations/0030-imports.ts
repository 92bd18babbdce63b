import type { Migration } from './migration.ts';

export const imports: Migration = {
  version: 30,
  name: 'imports',
  up: (database) => {
    database.exec(`
      CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        mapping TEXT CHECK (json_valid(mapping)),
        warnings TEXT NOT NULL CHECK (json_valid(warnings))
      ) STRICT;

      CREATE TABLE import_source (
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        encoding TEXT NOT NULL,
        PRIMARY KEY (import_id, position)
      ) STRICT;

      CREATE TABLE import_count (
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        table_name TEXT NOT NULL CHECK (table_name IN ('leads', 'activities', 'stages')),
        read INTEGER NOT NULL,
        accepted INTEGER NOT NULL CHECK (accepted >= 0),
        rejected INTEGER NOT NULL CHECK (rejected >= 0),
        duplicate INTEGER NOT NULL CHECK (duplicate >= 0),
        PRIMARY KEY (import_id, position),
        UNIQUE (import_id, table_name),
        CHECK (read = accepted + rejected + duplicate)
      ) STRICT;

      CREATE TABLE rejected_row (
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        file TEXT NOT NULL,
        table_name TEXT NOT NULL CHECK (table_name IN ('leads', 'activities', 'stages')),
        line INTEGER NOT NULL CHECK (line >= 1),
        column_name TEXT,
        value TEXT,
        reason TEXT NOT NULL CHECK (reason <> ''),
        PRIMARY KEY (import_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE cost (
        source TEXT NOT NULL,
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
        amount_cents INTEGER NOT NULL CHECK (abs(amount_cents) < 9000000000000000),
        import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
        PRIMARY KEY (source, month)
      ) STRICT;
      CREATE INDEX cost_import ON cost (import_id);
    `);
  },
};
