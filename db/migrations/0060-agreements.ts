import { immutable } from './immutable.ts';
import type { Migration } from './migration.ts';

/** A seat's row may not change once signed with, so a signature carries the person's name and team as signed. */
export const agreements: Migration = {
  version: 60,
  name: 'agreements, signatures, notes',
  up: (database) => {
    database.exec(`
      CREATE TABLE agreement (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES rule_set_version (id),
        document TEXT NOT NULL CHECK (json_valid(document)),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        created_at_ms REAL NOT NULL CHECK (abs(created_at_ms) < 9e15)
      ) STRICT;
      CREATE INDEX agreement_version ON agreement (version_id);
      ${immutable('agreement', ['id'])}

      CREATE TABLE signature (
        agreement_id INTEGER NOT NULL REFERENCES agreement (id),
        seat_id INTEGER NOT NULL REFERENCES seat (id),
        team TEXT NOT NULL CHECK (team IN ('marketing', 'sales')),
        person TEXT NOT NULL CHECK (person <> ''),
        agreement_sha256 TEXT NOT NULL CHECK (length(agreement_sha256) = 64),
        signed_at_ms REAL NOT NULL CHECK (abs(signed_at_ms) < 9e15),
        PRIMARY KEY (agreement_id, seat_id)
      ) STRICT;
      CREATE INDEX signature_seat ON signature (seat_id);
      ${immutable('signature', ['agreement_id', 'seat_id'])}

      CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        subject TEXT NOT NULL CHECK (subject IN ('workshop', 'version', 'agreement', 'lead')),
        subject_key TEXT NOT NULL,
        seat_id INTEGER REFERENCES seat (id),
        text TEXT NOT NULL CHECK (text <> ''),
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15)
      ) STRICT;
      CREATE INDEX note_subject ON note (subject, subject_key);
      CREATE INDEX note_seat ON note (seat_id);
      ${immutable('note', ['id'])}
    `);
  },
};
