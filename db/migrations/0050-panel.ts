import type { Migration } from './migration.ts';

export const panel: Migration = {
  version: 50,
  name: 'seats and panel',
  up: (database) => {
    database.exec(`
      CREATE TABLE seat (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        team TEXT NOT NULL CHECK (team IN ('marketing', 'sales')),
        person TEXT NOT NULL CHECK (person <> ''),
        UNIQUE (team, person)
      ) STRICT;

      CREATE TABLE panel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        seed INTEGER NOT NULL,
        created_at_ms REAL NOT NULL CHECK (abs(created_at_ms) < 9e15)
      ) STRICT;

      CREATE TABLE panel_lead (
        panel_id INTEGER NOT NULL REFERENCES panel (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        lead_id TEXT NOT NULL,
        PRIMARY KEY (panel_id, position),
        UNIQUE (panel_id, lead_id)
      ) STRICT;

      CREATE TABLE judgement (
        panel_id INTEGER NOT NULL,
        lead_id TEXT NOT NULL,
        seat_id INTEGER NOT NULL REFERENCES seat (id),
        verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'unsure')),
        reason TEXT,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15),
        PRIMARY KEY (panel_id, lead_id, seat_id),
        FOREIGN KEY (panel_id, lead_id) REFERENCES panel_lead (panel_id, lead_id) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX judgement_seat ON judgement (seat_id);
    `);
  },
};
