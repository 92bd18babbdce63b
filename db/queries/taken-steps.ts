/** The steps of a workshop that stand: what was done to scenarios, baseline and view, and who spoke then. */
import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop } from '../workshop.ts';
import { kindOfStep, type Standing, type StepKind } from './standing.ts';

export interface TakenStep {
  readonly step: number;
  readonly kind: StepKind;
  /** As it was put in words then. */
  readonly label: string;
  /** The one that it made or changed; null: none in particular. */
  readonly scenario: string | null;
  readonly atMs: number;
  /** Who spoke; null: nobody in particular. */
  readonly team: Team | null;
  readonly person: string | null;
}

/**
 * Oldest first; what was undone is not among them. The oldest that is kept cannot be undone: it only says where the next began.
 * `last`: only steps up to that one.
 */
export function listTakenSteps({ database }: ReadableWorkshop, last?: number): readonly TakenStep[] {
  const rows = database
    .prepare<[number], Omit<TakenStep, 'kind' | 'scenario'> & { readonly state: string }>(
      `SELECT step, state, label, at_ms AS atMs, team, person FROM workshop_step
        WHERE step <= (SELECT current_step FROM workshop) AND step <= ? ORDER BY step`,
    )
    .all(last ?? Number.MAX_SAFE_INTEGER);
  const nameOf = database.prepare<[number, number], { name: string | null }>(
    `SELECT json_extract(document, '$.name') AS name FROM scenario_step WHERE scenario_id = ? AND step = ?`,
  );
  let standing: Standing | null = null;
  const steps: TakenStep[] = [];
  for (const { state, ...row } of rows) {
    const after = JSON.parse(state) as Standing;
    const before: Standing | null = standing;
    standing = after;
    if (before === null) continue;
    const { kind, edited } = kindOfStep(before, after);
    const name = edited === null ? null : (nameOf.get(edited.id, edited.step)?.name ?? null);
    steps.push({ ...row, kind, scenario: name === '' ? null : name });
  }
  return steps;
}
