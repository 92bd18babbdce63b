import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface StoredScenario {
  readonly id: number;
  readonly name: string;
  /** The rule set as it stands, as JSON. */
  readonly document: string;
  /** For which leads it is meant: a condition as JSON; null: for every lead. */
  readonly scope: string | null;
  readonly baselineVersionId: number;
  /** Label of the step that undo would take back, or redo bring back; null when there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface Step {
  /** The whole rule set after the step, as JSON. */
  readonly document: string;
  /** As JSON, null: for every lead; absent: as it was. */
  readonly scope?: string | null;
  readonly label: string;
  /** Steps with the same key in a row become one: a slider's whole way is one undo. */
  readonly coalesce?: string;
  readonly atMs: number;
}

const KEPT_STEPS = 500;

/** The one that was chosen, or else the one made last. */
const ON_THE_TABLE =
  'ORDER BY scenario.id = (SELECT scenario_id FROM workshop) DESC, removed, scenario.id DESC LIMIT 1';

/** The scenario on the table. Null in a workshop that has none yet. */
export function readScenario({ database }: ReadableWorkshop): StoredScenario | null {
  const row = database
    .prepare<[], StoredScenario>(
      `SELECT scenario.id, scenario.name, baseline_version_id AS baselineVersionId, here.document, here.scope,
        CASE WHEN EXISTS (SELECT 1 FROM scenario_step WHERE scenario_id = scenario.id AND step = current_step - 1)
          THEN here.label END AS undo,
        (SELECT label FROM scenario_step WHERE scenario_id = scenario.id AND step = current_step + 1) AS redo
        FROM scenario JOIN scenario_step AS here ON here.scenario_id = scenario.id AND here.step = current_step
        ${ON_THE_TABLE}`,
    )
    .get();
  return row ?? null;
}

/** Puts a new scenario on the table; answers its id. */
export function createScenario(
  workshop: WritableWorkshop,
  scenario: {
    readonly name: string;
    readonly document: string;
    readonly scope?: string | null;
    readonly baselineVersionId: number;
    readonly atMs: number;
  },
): number {
  requireTransaction(workshop);
  const { database } = workshop;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO scenario (name, baseline_version_id, current_step) VALUES (?, ?, 0)')
    .run(scenario.name, scenario.baselineVersionId);
  database
    .prepare('INSERT INTO scenario_step (scenario_id, step, document, scope, label, at_ms) VALUES (?, 0, ?, ?, ?, ?)')
    .run(lastInsertRowid, scenario.document, scenario.scope ?? null, '', scenario.atMs);
  database.prepare('UPDATE workshop SET scenario_id = ?').run(lastInsertRowid);
  return Number(lastInsertRowid);
}

export function setBaseline(workshop: WritableWorkshop, versionId: number): void {
  const { id } = pointer(workshop);
  workshop.database.prepare('UPDATE scenario SET baseline_version_id = ? WHERE id = ?').run(versionId, id);
}

/** What had been undone is gone; of the steps before, the newest 500 can be undone. */
export function appendStep(workshop: WritableWorkshop, step: Step): void {
  requireTransaction(workshop);
  const { database } = workshop;
  const { id, current, scope: before } = pointer(workshop);
  const scope = step.scope === undefined ? before : step.scope;
  const { changes: dropped } = database
    .prepare('DELETE FROM scenario_step WHERE scenario_id = ? AND step > ?')
    .run(id, current);
  if (dropped === 0 && step.coalesce !== undefined) {
    const { changes: merged } = database
      .prepare(
        `UPDATE scenario_step SET document = ?, scope = ?, label = ?, at_ms = ? WHERE scenario_id = ? AND step = ? AND coalesce_key = ?`,
      )
      .run(step.document, scope, step.label, step.atMs, id, current, step.coalesce);
    if (merged === 1) return;
  }
  database
    .prepare(
      'INSERT INTO scenario_step (scenario_id, step, document, scope, label, coalesce_key, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(id, current + 1, step.document, scope, step.label, step.coalesce ?? null, step.atMs);
  database.prepare('DELETE FROM scenario_step WHERE scenario_id = ? AND step < ?').run(id, current + 1 - KEPT_STEPS);
  move(workshop, id, current + 1);
}

/** False when there is nothing to undo. */
export const undoStep = (workshop: WritableWorkshop): boolean => moveBy(workshop, -1);

/** False when there is nothing to redo. */
export const redoStep = (workshop: WritableWorkshop): boolean => moveBy(workshop, 1);

function moveBy(workshop: WritableWorkshop, steps: -1 | 1): boolean {
  const { id, current } = pointer(workshop);
  const target = workshop.database
    .prepare('SELECT 1 FROM scenario_step WHERE scenario_id = ? AND step = ?')
    .get(id, current + steps);
  if (target === undefined) return false;
  move(workshop, id, current + steps);
  return true;
}

function move({ database }: WritableWorkshop, id: number, step: number): void {
  database.prepare('UPDATE scenario SET current_step = ? WHERE id = ?').run(step, id);
}

interface Pointer {
  readonly id: number;
  readonly current: number;
  readonly scope: string | null;
}

function pointer({ database }: ReadableWorkshop): Pointer {
  const row = database
    .prepare<[], Pointer>(
      `SELECT id, current_step AS current, scope
        FROM scenario JOIN scenario_step ON scenario_id = id AND step = current_step ${ON_THE_TABLE}`,
    )
    .get();
  if (row === undefined) throw new Error('the workshop has no scenario yet');
  return row;
}
