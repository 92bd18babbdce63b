import type { Migration } from './migration.ts';

/**
 * The workshop remembers which seat speaks. A logged step, and a step that can be undone, say who spoke when it was taken: by
 * name, since they outlive the seat. A seat that anything was said with stays as it was then.
 */
export const seatsAndTimeline: Migration = {
  version: 170,
  name: 'seats and timeline',
  up: (database) => {
    database.exec(`
      ALTER TABLE workshop ADD COLUMN speaking_seat_id INTEGER REFERENCES seat (id) ON DELETE SET NULL;
      ALTER TABLE workshop_step ADD COLUMN team TEXT CHECK (team IN ('marketing', 'sales'));
      ALTER TABLE workshop_step ADD COLUMN person TEXT CHECK (person <> '');
      ALTER TABLE log ADD COLUMN team TEXT CHECK (team IN ('marketing', 'sales'));
      ALTER TABLE log ADD COLUMN person TEXT CHECK (person <> '');

      CREATE TRIGGER seat_kept BEFORE UPDATE OF team, person ON seat
        WHEN EXISTS (SELECT 1 FROM signature WHERE seat_id = OLD.id)
          OR EXISTS (SELECT 1 FROM judgement WHERE seat_id = OLD.id)
          OR EXISTS (SELECT 1 FROM panel_done WHERE seat_id = OLD.id)
          OR EXISTS (SELECT 1 FROM ballot WHERE seat_id = OLD.id)
          OR EXISTS (SELECT 1 FROM note WHERE seat_id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'a seat that something was said with stays as it was'); END;
    `);
  },
};
