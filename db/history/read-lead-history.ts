/** A history of one lead, with the kinds that its columns have in the whole one: what is asked of a lead needs no other. */
import { type Column, type ColumnKind, type History, MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import type { ReadableWorkshop } from '../workshop.ts';
import type { Role, StoredColumn, TableName } from './history-columns.ts';
import { findLead, type NamedCell, readLeadRows } from './read-lead-rows.ts';

/** Null when there is no lead of this id. */
export function readLeadHistory(workshop: ReadableWorkshop, id: string): History | null {
  const { database } = workshop;
  const position = findLead(workshop, id);
  const rows = position === null ? null : readLeadRows(workshop, position);
  if (rows === null) return null;
  const columns = database.prepare<[], StoredColumn>('SELECT * FROM history_column ORDER BY position').all();
  const kindOf = (table: TableName, role: Role, name?: string): ColumnKind =>
    columns.find(
      (column) => column.table_name === table && column.role === role && (name ?? column.name) === column.name,
    )?.kind ?? 'text';
  const named = (table: TableName, role: Role, cellsOfRows: readonly (readonly NamedCell[])[]): readonly Column[] =>
    columns
      .filter((column) => column.table_name === table && column.role === role)
      .map(({ name }, index) =>
        columnOf(
          name,
          kindOf(table, role, name),
          cellsOfRows.map((cells) => cells[index]?.value ?? null),
        ),
      );
  const { activities, stages } = rows;
  const zone = database.prepare<[], { time_zone: string }>('SELECT time_zone FROM workshop').get();
  return {
    timeZone: zone?.time_zone ?? 'UTC',
    leads: {
      count: 1,
      ids: [rows.id],
      createdAtMs: Float64Array.of(rows.createdAtMs),
      attributes: named('leads', 'attribute', [rows.attributes]),
    },
    activities: {
      count: activities.length,
      offsets: Int32Array.of(0, activities.length),
      atMs: Float64Array.from(activities, ({ atMs }) => atMs),
      type: columnOf(
        'type',
        kindOf('activities', 'type'),
        activities.map(({ type }) => type),
      ),
      properties: named(
        'activities',
        'property',
        activities.map(({ properties }) => properties),
      ),
    },
    stages: {
      count: stages.length,
      offsets: Int32Array.of(0, stages.length),
      atMs: Float64Array.from(stages, ({ atMs }) => atMs),
      stage: Uint8Array.from(stages, ({ stage }) => STAGE_NAMES.indexOf(stage)),
      amount: Float64Array.from(stages, ({ amount }) => amount ?? Number.NaN),
      reason: columnOf(
        'reason',
        kindOf('stages', 'reason'),
        stages.map(({ reason }) => reason),
      ),
    },
  };
}

function columnOf(name: string, kind: ColumnKind, values: readonly (string | null)[]): Column {
  const cells = [...new Set(values.filter((value) => value !== null))];
  return {
    name,
    kind,
    cells,
    codes: Int32Array.from(values, (value) => (value === null ? MISSING : cells.indexOf(value))),
  };
}
