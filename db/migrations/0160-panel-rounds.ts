import type { Migration } from './migration.ts';

/**
 * A panel is judged in up to two rounds, each seat says when it is done, and what the judges saw of a lead is kept with it, as are
 * the settings of the draw. A ballot that was given out to be filled in elsewhere can be taken back once: its nonce names it, its
 * key proves that it comes back as it was answered.
 */
export const panelRounds: Migration = {
  version: 160,
  name: 'rounds of a panel',
  up: (database) => {
    database.exec(`
      ALTER TABLE panel ADD COLUMN settings TEXT CHECK (json_valid(settings));
      ALTER TABLE panel ADD COLUMN round INTEGER NOT NULL DEFAULT 1 CHECK (round IN (1, 2));
      ALTER TABLE panel_lead ADD COLUMN facts TEXT CHECK (json_valid(facts));

      ALTER TABLE judgement RENAME TO judgement_before;
      DROP INDEX judgement_seat;
      CREATE TABLE judgement (
        panel_id INTEGER NOT NULL,
        lead_id TEXT NOT NULL,
        seat_id INTEGER NOT NULL REFERENCES seat (id),
        verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'unsure')),
        reason TEXT,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        round INTEGER NOT NULL DEFAULT 1 CHECK (round IN (1, 2)),
        reason_kind TEXT CHECK (reason_kind IN ('company', 'person', 'interest', 'timing', 'budget', 'data')),
        PRIMARY KEY (panel_id, round, lead_id, seat_id),
        FOREIGN KEY (panel_id, lead_id) REFERENCES panel_lead (panel_id, lead_id) ON DELETE CASCADE
      ) STRICT;
      INSERT INTO judgement (panel_id, lead_id, seat_id, verdict, reason, at_ms)
        SELECT panel_id, lead_id, seat_id, verdict, reason, at_ms FROM judgement_before;
      DROP TABLE judgement_before;
      CREATE INDEX judgement_seat ON judgement (seat_id);
      CREATE INDEX judgement_lead ON judgement (panel_id, lead_id);

      CREATE TABLE panel_done (
        panel_id INTEGER NOT NULL REFERENCES panel (id) ON DELETE CASCADE,
        round INTEGER NOT NULL CHECK (round IN (1, 2)),
        seat_id INTEGER NOT NULL REFERENCES seat (id),
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        PRIMARY KEY (panel_id, round, seat_id)
      ) STRICT;
      CREATE INDEX panel_done_seat ON panel_done (seat_id);

      CREATE TABLE ballot (
        nonce TEXT PRIMARY KEY CHECK (length(nonce) = 32),
        secret TEXT NOT NULL CHECK (length(secret) = 64),
        panel_id INTEGER NOT NULL REFERENCES panel (id) ON DELETE CASCADE,
        round INTEGER NOT NULL CHECK (round IN (1, 2)),
        seat_id INTEGER NOT NULL REFERENCES seat (id),
        cards_sha256 TEXT NOT NULL CHECK (length(cards_sha256) = 64),
        issued_at_ms REAL NOT NULL CHECK (abs(issued_at_ms) < 9e15),
        taken_at_ms REAL CHECK (abs(taken_at_ms) < 9e15)
      ) STRICT;
      CREATE INDEX ballot_panel ON ballot (panel_id);
      CREATE INDEX ballot_seat ON ballot (seat_id);
    `);
  },
};
