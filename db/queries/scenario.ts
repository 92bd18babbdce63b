/** A scenario: a rule set tried out, with a note, the seat that proposes it, and the leads that it is meant for. */
import type { Seat } from '../../core/seat.ts';
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { ON_THE_TABLE, type StepsAround, type StepWords, stepsAround, takeStep } from './steps.ts';

export { redoStep, undoStep } from './steps.ts';

export interface ScenarioContent {
  /** The whole rule set, as JSON; its name is the scenario's. */
  readonly document: string;
  /** For which leads it is meant: a condition as JSON; null: for every lead. */
  readonly scope: string | null;
  readonly note: string;
  readonly seat: Seat;
}

export interface StoredScenario extends ScenarioContent, StepsAround {
  readonly id: number;
  /** Given when it was made. */
  readonly name: string;
  readonly baselineVersionId: number;
}

/** What is absent stays as it was. */
export interface Step extends Partial<ScenarioContent>, StepWords {
  /** Absent: the one on the table. */
  readonly scenarioId?: number;
}

/** The scenario on the table, or the one with this id. Null: there is none. */
export function readScenario(workshop: ReadableWorkshop, id?: number): StoredScenario | null {
  const row = workshop.database
    .prepare<unknown[], Omit<StoredScenario, keyof StepsAround>>(
      `SELECT scenario.id, scenario.name, baseline_version_id AS baselineVersionId, document, scope, note, seat
        FROM scenario JOIN scenario_step ON scenario_id = scenario.id AND step = current_step
        ${id === undefined ? ON_THE_TABLE : 'WHERE undone = 0 AND scenario.id = ?'}`,
    )
    .get(...(id === undefined ? [] : [id]));
  return row === undefined ? null : { ...row, ...stepsAround(workshop) };
}

export interface NewScenario extends Partial<Omit<ScenarioContent, 'document'>> {
  readonly name: string;
  readonly document: string;
  readonly baselineVersionId: number;
  /** Words for the step; of a workshop's first scenario there is none. */
  readonly label?: string;
  readonly atMs: number;
}

/** Puts a new scenario on the table; answers its id. */
export function createScenario(workshop: WritableWorkshop, scenario: NewScenario): number {
  const { name, document, scope = null, note = '', seat = 'both', label = name, atMs } = scenario;
  return takeStep(workshop, { label, atMs }, () => {
    const { database } = workshop;
    const { lastInsertRowid } = database
      .prepare('INSERT INTO scenario (name, baseline_version_id, current_step) VALUES (?, ?, 0)')
      .run(name, scenario.baselineVersionId);
    const id = Number(lastInsertRowid);
    insertContent(workshop, id, 0, { document, scope, note, seat }, { label: '', atMs });
    database.prepare('UPDATE workshop SET scenario_id = ?').run(id);
    return id;
  });
}

/** One step; of a scenario that is not there: throws. */
export function setBaseline(workshop: WritableWorkshop, versionId: number, words: StepWords): void {
  const { id, baselineVersionId } = present(workshop);
  if (baselineVersionId === versionId) return;
  takeStep(workshop, words, () => {
    workshop.database.prepare('UPDATE scenario SET baseline_version_id = ? WHERE id = ?').run(versionId, id);
  });
}

/** One step; of a scenario that is not there: throws. */
export function appendStep(workshop: WritableWorkshop, { scenarioId, label, coalesce, atMs, ...changes }: Step): void {
  requireTransaction(workshop);
  const { id, document, scope, note, seat } = present(workshop, scenarioId);
  const content = { document, scope, note, seat, ...changes };
  const key = coalesce === undefined ? {} : { coalesce: `${id}:${coalesce}` };
  const words = { label, atMs, ...key };
  takeStep(workshop, words, (continues) => {
    const { database } = workshop;
    const { step } = database
      .prepare<[number], { step: number }>('SELECT current_step AS step FROM scenario WHERE id = ?')
      .get(id) ?? { step: 0 };
    const next = continues ? step : step + 1;
    database.prepare('DELETE FROM scenario_step WHERE scenario_id = ? AND step >= ?').run(id, next);
    insertContent(workshop, id, next, content, words);
    database.prepare('UPDATE scenario SET current_step = ? WHERE id = ?').run(next, id);
  });
}

function insertContent(
  { database }: WritableWorkshop,
  id: number,
  step: number,
  { document, scope, note, seat }: ScenarioContent,
  { label, coalesce, atMs }: StepWords,
): void {
  database
    .prepare(
      `INSERT INTO scenario_step (scenario_id, step, document, scope, note, seat, label, coalesce_key, at_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, step, document, scope, note, seat, label, coalesce ?? null, atMs);
}

function present(workshop: ReadableWorkshop, id?: number): StoredScenario {
  const scenario = readScenario(workshop, id);
  if (scenario === null) throw new Error('the workshop has no such scenario');
  return scenario;
}
