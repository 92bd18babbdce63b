import type { Migration } from './migration.ts';

/**
 * An import may read several files: each keeps its own mapping, heading and counts (of imports made before, only the
 * totals are known). Rejected rows keep their cells, so that they can be mended and imported again; rows of leads and
 * stages that the workshop holds otherwise are listed with what it holds. Cells may be hashed: of the key only a
 * fingerprint is kept here, which tells one key from another.
 */
export const importFiles: Migration = {
  version: 100,
  name: 'import files',
  up: (database) => {
    database.exec(`
      ALTER TABLE import_source ADD COLUMN mapping TEXT CHECK (json_valid(mapping));
      ALTER TABLE import_source ADD COLUMN reading TEXT CHECK (json_valid(reading));
      ALTER TABLE import_source ADD COLUMN heading TEXT CHECK (json_valid(heading));
      UPDATE import_source SET mapping = (SELECT mapping FROM import WHERE id = import_id) WHERE position = 0;

      ALTER TABLE rejected_row ADD COLUMN cells TEXT CHECK (json_valid(cells));

      CREATE TABLE file_count (
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        file TEXT NOT NULL,
        table_name TEXT NOT NULL CHECK (table_name IN ('leads', 'activities', 'stages')),
        read INTEGER NOT NULL,
        accepted INTEGER NOT NULL CHECK (accepted >= 0),
        rejected INTEGER NOT NULL CHECK (rejected >= 0),
        duplicate INTEGER NOT NULL CHECK (duplicate >= 0),
        changed INTEGER NOT NULL DEFAULT 0 CHECK (changed >= 0 AND changed <= accepted + duplicate),
        PRIMARY KEY (import_id, position),
        UNIQUE (import_id, file, table_name),
        CHECK (read = accepted + rejected + duplicate)
      ) STRICT;
      ALTER TABLE import_count ADD COLUMN changed INTEGER NOT NULL DEFAULT 0 CHECK (changed >= 0);

      CREATE TABLE changed_row (
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        file TEXT NOT NULL,
        table_name TEXT NOT NULL CHECK (table_name IN ('leads', 'activities', 'stages')),
        line INTEGER NOT NULL CHECK (line >= 1),
        lead_id TEXT NOT NULL,
        column_name TEXT NOT NULL,
        held TEXT NOT NULL,
        given TEXT NOT NULL,
        PRIMARY KEY (import_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX changed_row_lead ON changed_row (lead_id);

      CREATE TABLE hash_key (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16)
      ) STRICT;
    `);
  },
};
