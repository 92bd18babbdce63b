/**
 * The one order of what can be undone in a workshop: edits of any scenario, which is on the table and on the list, baselines,
 * the view and the draft of the agreement. Each step holds where everything stood after it, so that undoing is going back there, exactly.
 */
import type { Team } from '../../core/seat.ts';
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { logStep } from './log.ts';
import { readSpeaker } from './seats.ts';
import type { Standing, StandingScenario } from './standing.ts';
import { listTakenSteps } from './taken-steps.ts';

export interface StepWords {
  readonly label: string;
  /** Steps with the same key in a row become one: a slider's whole way is one undo. */
  readonly coalesce?: string;
  readonly atMs: number;
}

/** Label of the step that undo would take back, or redo bring back; null when there is none. */
export interface StepsAround {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** The one that was chosen, or else the one made last. */
export const ON_THE_TABLE =
  'WHERE undone = 0 ORDER BY scenario.id = (SELECT scenario_id FROM workshop) DESC, removed, scenario.id DESC LIMIT 1';

const KEPT_STEPS = 500;

export function stepsAround({ database }: ReadableWorkshop): StepsAround {
  const row = database
    .prepare<[], StepsAround>(
      `SELECT CASE WHEN EXISTS (SELECT 1 FROM workshop_step WHERE step = current_step - 1)
          THEN (SELECT label FROM workshop_step WHERE step = current_step) END AS undo,
        (SELECT label FROM workshop_step WHERE step = current_step + 1) AS redo
        FROM workshop`,
    )
    .get();
  return row ?? { undo: null, redo: null };
}

/**
 * Runs `change` as one step. What had been undone is gone; of the steps before, the newest 500 can be undone. `change` is told
 * whether it continues the step before it, which it then replaces; where that comes back to where it began, no step is left.
 */
export function takeStep<T>(workshop: WritableWorkshop, words: StepWords, change: (continues: boolean) => T): T {
  requireTransaction(workshop);
  const { database } = workshop;
  const current = currentStep(workshop);
  if (current === null) {
    const first = change(false);
    insertStep(workshop, 0, { ...words, label: '' });
    return first;
  }
  const hadUndone = forgetUndone(workshop, current);
  const last = readStep(workshop, current);
  const speaker = readSpeaker(workshop);
  const isSameSpeaker = last?.team === (speaker?.team ?? null) && last?.person === (speaker?.person ?? null);
  const continues = !hadUndone && isSameSpeaker && words.coalesce !== undefined && words.coalesce === last.coalesce;
  const changed = change(continues);
  if (!continues) {
    insertStep(workshop, current + 1, words);
    forgetOldest(workshop, current + 1 - KEPT_STEPS);
    return changed;
  }
  const state = JSON.stringify(standing(workshop));
  if (readStep(workshop, current - 1)?.state === state) {
    moveTo(workshop, current - 1);
    database.prepare('DELETE FROM workshop_step WHERE step = ?').run(current);
    return changed;
  }
  database
    .prepare('UPDATE workshop_step SET state = ?, label = ?, at_ms = ? WHERE step = ?')
    .run(state, words.label, words.atMs, current);
  return changed;
}

/** False when there is nothing to undo. Within a transaction. */
export const undoStep = (workshop: WritableWorkshop): boolean => moveBy(workshop, -1);

/** False when there is nothing to redo. Within a transaction. */
export const redoStep = (workshop: WritableWorkshop): boolean => moveBy(workshop, 1);

function standing({ database }: ReadableWorkshop): Standing {
  const scenarios = database
    .prepare<[], StandingScenario>(
      `SELECT id, current_step AS step, removed, baseline_version_id AS baseline FROM scenario WHERE undone = 0 ORDER BY id`,
    )
    .all();
  const workshop = database
    .prepare<[], Pick<Standing, 'capacity' | 'view'> & { readonly draft: number | null }>(
      'SELECT capacity_per_week AS capacity, view, agreement_draft_id AS draft FROM workshop',
    )
    .get();
  const onTheTable = database.prepare<[], { id: number }>(`SELECT id FROM scenario ${ON_THE_TABLE}`).get()?.id ?? null;
  const draft = workshop?.draft ?? null;
  return {
    onTheTable,
    capacity: workshop?.capacity ?? null,
    view: workshop?.view ?? null,
    scenarios,
    ...(draft === null ? {} : { draft }),
  };
}

function stand({ database }: WritableWorkshop, { onTheTable, capacity, view, scenarios, draft }: Standing): void {
  database
    .prepare('UPDATE workshop SET scenario_id = ?, capacity_per_week = ?, view = ?, agreement_draft_id = ?')
    .run(onTheTable, capacity, view, draft ?? null);
  database.prepare('UPDATE scenario SET undone = 1').run();
  const write = database.prepare(
    'UPDATE scenario SET undone = 0, current_step = ?, removed = ?, baseline_version_id = ? WHERE id = ?',
  );
  for (const { id, step, removed, baseline } of scenarios) write.run(step, removed, baseline, id);
}

interface StoredStep {
  readonly state: string;
  readonly coalesce: string | null;
  /** Who spoke when it was taken; null: nobody in particular. */
  readonly team: Team | null;
  readonly person: string | null;
}

const readStep = ({ database }: ReadableWorkshop, step: number): StoredStep | undefined =>
  database
    .prepare<[number], StoredStep>(
      'SELECT state, coalesce_key AS coalesce, team, person FROM workshop_step WHERE step = ?',
    )
    .get(step);

const currentStep = ({ database }: ReadableWorkshop): number | null =>
  database.prepare<[], { step: number | null }>('SELECT current_step AS step FROM workshop').get()?.step ?? null;

function insertStep(workshop: WritableWorkshop, step: number, { label, coalesce, atMs }: StepWords): void {
  workshop.database
    .prepare(
      `INSERT INTO workshop_step (step, state, label, coalesce_key, at_ms, team, person)
        SELECT ?, ?, ?, ?, ?, team, person FROM workshop LEFT JOIN seat ON seat.id = speaking_seat_id`,
    )
    .run(step, JSON.stringify(standing(workshop)), label, coalesce ?? null, atMs);
  moveTo(workshop, step);
}

function moveBy(workshop: WritableWorkshop, steps: -1 | 1): boolean {
  requireTransaction(workshop);
  const current = currentStep(workshop);
  const target = current === null ? undefined : readStep(workshop, current + steps);
  if (current === null || target === undefined) return false;
  stand(workshop, JSON.parse(target.state) as Standing);
  moveTo(workshop, current + steps);
  return true;
}

function moveTo({ database }: WritableWorkshop, step: number): void {
  database.prepare('UPDATE workshop SET current_step = ?').run(step);
}

/** True when something had been undone. */
function forgetUndone({ database }: WritableWorkshop, current: number): boolean {
  const { changes } = database.prepare('DELETE FROM workshop_step WHERE step > ?').run(current);
  if (changes === 0) return false;
  database.exec(`
    DELETE FROM scenario WHERE undone = 1;
    DELETE FROM scenario_step WHERE step > (SELECT current_step FROM scenario WHERE id = scenario_id);
  `);
  return true;
}

/** What can be undone no more stays in the log. Contents of a scenario that no step leads back to any more go with the oldest steps. */
function forgetOldest(workshop: WritableWorkshop, oldest: number): void {
  const { database } = workshop;
  logForgotten(workshop, oldest);
  const { changes } = database.prepare('DELETE FROM workshop_step WHERE step < ?').run(oldest);
  const kept = changes === 0 ? undefined : readStep(workshop, oldest);
  if (kept === undefined) return;
  const { scenarios } = JSON.parse(kept.state) as Standing;
  const forget = database.prepare('DELETE FROM scenario_step WHERE scenario_id = ? AND step < ?');
  for (const { id, step } of scenarios) forget.run(id, step);
}

/** The oldest step that is kept cannot be undone itself, so it is logged with those that go. */
function logForgotten(workshop: WritableWorkshop, oldest: number): void {
  for (const { kind, label, scenario, atMs, team: seat, person } of listTakenSteps(workshop, oldest))
    logStep(workshop, { atMs, kind, seat, person, detail: { label, scenario } });
}
