import type { Migration } from './migration.ts';

/**
 * Leads are rows (looked up by id); everything that grows with the activities is stored column by column in blobs of
 * 65,536 rows, 20 to 50 times faster to read than rows. Cells of a column are kept once each, in JSON lists.
 */
export const history: Migration = {
  version: 20,
  name: 'history',
  up: (database) => {
    database.exec(`
      CREATE TABLE history (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        version INTEGER NOT NULL CHECK (version >= 0),
        leads INTEGER NOT NULL CHECK (leads >= 0),
        activities INTEGER NOT NULL CHECK (activities >= 0),
        stages INTEGER NOT NULL CHECK (stages >= 0)
      ) STRICT;
      INSERT INTO history (id, version, leads, activities, stages) VALUES (1, 0, 0, 0, 0);

      CREATE TABLE lead (
        position INTEGER PRIMARY KEY CHECK (position >= 0),
        id TEXT NOT NULL UNIQUE,
        created_at_ms REAL NOT NULL CHECK (abs(created_at_ms) < 9e15)
      ) STRICT;

      CREATE TABLE history_column (
        id INTEGER PRIMARY KEY,
        table_name TEXT NOT NULL CHECK (table_name IN ('leads', 'activities', 'stages')),
        role TEXT NOT NULL CHECK (role IN ('id', 'created', 'attribute', 'at', 'type', 'property', 'stage', 'amount',
          'reason', 'firstActivity', 'firstStage')),
        position INTEGER NOT NULL CHECK (position >= 0),
        name TEXT NOT NULL,
        kind TEXT CHECK (kind IN ('number', 'yes/no', 'date', 'text')),
        encoding TEXT NOT NULL CHECK (encoding IN ('int32', 'float64', 'uint8', 'cells')),
        cell_count INTEGER NOT NULL CHECK (cell_count >= 0),
        UNIQUE (table_name, role, position)
      ) STRICT;

      CREATE TABLE history_cells (
        column_id INTEGER NOT NULL REFERENCES history_column (id) ON DELETE CASCADE,
        chunk INTEGER NOT NULL CHECK (chunk >= 0),
        cells TEXT NOT NULL CHECK (json_valid(cells)),
        PRIMARY KEY (column_id, chunk)
      ) STRICT;

      CREATE TABLE history_chunk (
        column_id INTEGER NOT NULL REFERENCES history_column (id) ON DELETE CASCADE,
        chunk INTEGER NOT NULL CHECK (chunk >= 0),
        row_count INTEGER NOT NULL CHECK (row_count BETWEEN 1 AND 65536),
        data BLOB NOT NULL,
        PRIMARY KEY (column_id, chunk)
      ) STRICT;
    `);
  },
};
