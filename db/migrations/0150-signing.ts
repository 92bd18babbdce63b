import { immutable } from './immutable.ts';
import type { Migration } from './migration.ts';

/**
 * A version of the agreement has a reason and follows the one before; a team that withdrew its signature may sign the same version
 * again, so signatures are numbered, and what became of a version is kept in events. All three are chains of hashes. The draft is
 * a content that steps lead to and away from, as those of scenarios.
 */
export const signing: Migration = {
  version: 150,
  name: 'signing',
  up: (database) => {
    database.exec(`
      ALTER TABLE agreement ADD COLUMN reason TEXT NOT NULL DEFAULT '';
      ALTER TABLE agreement ADD COLUMN before_sha256 TEXT NOT NULL DEFAULT '' CHECK (length(before_sha256) IN (0, 64));

      CREATE TABLE numbered_signature (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL REFERENCES agreement (id),
        seat_id INTEGER NOT NULL REFERENCES seat (id),
        team TEXT NOT NULL CHECK (team IN ('marketing', 'sales')),
        person TEXT NOT NULL CHECK (person <> ''),
        agreement_sha256 TEXT NOT NULL CHECK (length(agreement_sha256) = 64),
        signed_at_ms REAL NOT NULL CHECK (abs(signed_at_ms) < 9e15),
        before_sha256 TEXT NOT NULL DEFAULT '' CHECK (length(before_sha256) IN (0, 64)),
        sha256 TEXT NOT NULL DEFAULT '' CHECK (length(sha256) IN (0, 64))
      ) STRICT;
      INSERT INTO numbered_signature (agreement_id, seat_id, team, person, agreement_sha256, signed_at_ms)
        SELECT agreement_id, seat_id, team, person, agreement_sha256, signed_at_ms FROM signature ORDER BY signed_at_ms;
      DROP TABLE signature;
      ALTER TABLE numbered_signature RENAME TO signature;
      CREATE INDEX signature_agreement ON signature (agreement_id);
      CREATE INDEX signature_seat ON signature (seat_id);
      ${immutable('signature', ['id'])}

      CREATE TABLE agreement_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL REFERENCES agreement (id),
        kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'reopened', 'superseded')),
        signature_id INTEGER REFERENCES signature (id),
        superseded_by INTEGER REFERENCES agreement (id),
        team TEXT CHECK (team IN ('marketing', 'sales')),
        person TEXT CHECK (person <> ''),
        reason TEXT NOT NULL,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        before_sha256 TEXT NOT NULL CHECK (length(before_sha256) IN (0, 64)),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        CHECK ((kind = 'withdrawn') = (signature_id IS NOT NULL))
      ) STRICT;
      CREATE INDEX agreement_event_agreement ON agreement_event (agreement_id);
      CREATE UNIQUE INDEX agreement_event_signature ON agreement_event (signature_id);
      CREATE INDEX agreement_event_superseded_by ON agreement_event (superseded_by);
      ${immutable('agreement_event', ['id'])}

      CREATE TRIGGER signature_one_a_team BEFORE INSERT ON signature
        WHEN EXISTS (SELECT 1 FROM signature AS other WHERE other.agreement_id = NEW.agreement_id AND other.team = NEW.team
          AND other.id IS NOT NEW.id
          AND NOT EXISTS (SELECT 1 FROM agreement_event WHERE signature_id = other.id))
        BEGIN SELECT RAISE(ABORT, 'the team has signed this version'); END;

      CREATE TABLE agreement_draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL CHECK (json_valid(document)),
        replaces INTEGER REFERENCES agreement (id)
      ) STRICT;
      CREATE INDEX agreement_draft_replaces ON agreement_draft (replaces);
      ALTER TABLE workshop ADD COLUMN agreement_draft_id INTEGER REFERENCES agreement_draft (id);
    `);
  },
};
