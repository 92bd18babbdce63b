import { itemAt, numberAt } from '../at.ts';
import { type Column, type ColumnKind, type History, MISSING } from '../history/history.ts';
import { STAGE_NAMES, type StageName } from '../rule-set/rule-set.ts';

/** A cell that is not missing, trimmed, with the kind of its column. */
export interface Cell {
  readonly kind: ColumnKind;
  readonly text: string;
}

/** What a condition reads: the cell of a name, null where it is missing or the data has no such column. */
export type Cells = (name: string) => Cell | null;

export interface ActivityRow {
  readonly atMs: number;
  readonly property: Cells;
}

export interface StageRow {
  readonly atMs: number;
  readonly stage: StageName;
  /** NaN where the cell was empty. */
  readonly amount: number;
}

/** A lead with its rows, ordered by instant, then the order of the file (REPLAY.md section 1). */
export interface LeadRow {
  readonly createdAtMs: number;
  readonly attribute: Cells;
  readonly activities: readonly ActivityRow[];
  readonly stages: readonly StageRow[];
}

/** The history as objects, a lead each, in the order of `history.leads`. */
export function leadRows(history: History): readonly LeadRow[] {
  return history.leads.ids.map((_id, lead) => {
    const createdAtMs = numberAt(history.leads.createdAtMs, lead);
    const created: Cell = { kind: 'date', text: new Date(createdAtMs).toISOString() };
    return {
      createdAtMs,
      attribute: (name) => {
        const column = history.leads.attributes.find((candidate) => candidate.name === name);
        // A lead whose cell is empty has the `created` that section 1 gives it, in conditions too.
        return cellOf(column, lead) ?? (name === 'created' ? created : null);
      },
      activities: rowsOf(history.activities.offsets, lead).map((row) => activityRow(history, row)),
      stages: rowsOf(history.stages.offsets, lead).map((row) => ({
        atMs: numberAt(history.stages.atMs, row),
        stage: itemAt(STAGE_NAMES, numberAt(history.stages.stage, row)),
        amount: numberAt(history.stages.amount, row),
      })),
    };
  });
}

function activityRow(history: History, row: number): ActivityRow {
  const { atMs, type, properties } = history.activities;
  return {
    atMs: numberAt(atMs, row),
    property: (name) =>
      name === 'type'
        ? cellOf({ ...type, kind: 'text' }, row)
        : cellOf(
            properties.find((column) => column.name === name),
            row,
          ),
  };
}

function rowsOf(offsets: Int32Array, lead: number): readonly number[] {
  const first = numberAt(offsets, lead);
  return Array.from({ length: numberAt(offsets, lead + 1) - first }, (_row, index) => first + index);
}

function cellOf(column: Column | undefined, row: number): Cell | null {
  if (column === undefined) return null;
  const code = numberAt(column.codes, row);
  return code === MISSING ? null : { kind: column.kind, text: itemAt(column.cells, code) };
}
