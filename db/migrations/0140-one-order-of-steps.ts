import type { Database } from 'better-sqlite3';
import type { Migration } from './migration.ts';

/**
 * Scenarios have a note and the seat that proposes them, and the workshop has one view of the history. All that can be
 * undone stands in one order: each step of the workshop says where every scenario stood after it (its step, its baseline,
 * whether it was on the list), which was on the table, the capacity and the view. `undone`: the making of that scenario was
 * taken back. What could be undone of the scenario on the table still can be.
 */
export const oneOrderOfSteps: Migration = {
  version: 140,
  name: 'one order of steps',
  up: (database) => {
    database.exec(`
      ALTER TABLE scenario_step ADD COLUMN note TEXT NOT NULL DEFAULT '';
      ALTER TABLE scenario_step ADD COLUMN seat TEXT NOT NULL DEFAULT 'both' CHECK (seat IN ('marketing', 'sales', 'both'));
      ALTER TABLE scenario ADD COLUMN undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1));
      ALTER TABLE workshop ADD COLUMN view TEXT CHECK (json_valid(view));
      ALTER TABLE workshop ADD COLUMN current_step INTEGER CHECK (current_step >= 0);

      CREATE TABLE workshop_step (
        step INTEGER PRIMARY KEY CHECK (step >= 0),
        state TEXT NOT NULL CHECK (json_valid(state)),
        label TEXT NOT NULL,
        coalesce_key TEXT,
        at_ms REAL NOT NULL CHECK (abs(at_ms) < 9e15)
      ) STRICT;
    `);
    keepStepsOnTheTable(database);
  },
};

function keepStepsOnTheTable(database: Database): void {
  const scenarios = database
    .prepare<[], { id: number; step: number; removed: number; baseline: number }>(
      'SELECT id, current_step AS step, removed, baseline_version_id AS baseline FROM scenario ORDER BY id',
    )
    .all();
  const onTheTable = database
    .prepare<[], { id: number; step: number }>(
      `SELECT id, current_step AS step FROM scenario
        ORDER BY id = (SELECT scenario_id FROM workshop) DESC, removed, id DESC LIMIT 1`,
    )
    .get();
  if (onTheTable === undefined) return;
  const capacity = database.prepare('SELECT capacity_per_week FROM workshop').pluck().get() ?? null;
  const insert = database.prepare('INSERT INTO workshop_step (step, state, label, at_ms) VALUES (?, ?, ?, ?)');
  const steps = database
    .prepare<[number], { step: number; label: string; atMs: number }>(
      'SELECT step, label, at_ms AS atMs FROM scenario_step WHERE scenario_id = ? ORDER BY step',
    )
    .all(onTheTable.id);
  for (const { step, label, atMs } of steps) {
    const stood = scenarios.map((scenario) => (scenario.id === onTheTable.id ? { ...scenario, step } : scenario));
    const state = { onTheTable: onTheTable.id, capacity, view: null, scenarios: stood };
    insert.run(step, JSON.stringify(state), label, atMs);
  }
  database.prepare('UPDATE workshop SET current_step = ?').run(onTheTable.step);
}
