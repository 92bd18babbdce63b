import { itemAt } from '../../core/at.ts';
import { MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES, type StageName } from '../../core/rule-set/rule-set.ts';
import type { ReadableWorkshop } from '../workshop.ts';
import { BYTES_PER_ROW, CELLS_PER_CHUNK, ROWS_PER_CHUNK, type Role, type StoredColumn } from './history-columns.ts';
import { readHistoryCounts } from './read-history.ts';

export interface LeadRows {
  readonly id: string;
  readonly createdAtMs: number;
  readonly attributes: readonly NamedCell[];
  readonly activities: readonly ActivityRow[];
  readonly stages: readonly StageRow[];
}

/** `value` null: missing. */
export interface NamedCell {
  readonly name: string;
  readonly value: string | null;
}

export interface ActivityRow {
  readonly atMs: number;
  readonly type: string;
  readonly properties: readonly NamedCell[];
}

export interface StageRow {
  readonly atMs: number;
  readonly stage: StageName;
  readonly amount: number | null;
  readonly reason: string | null;
}

/** Position of a lead in the history, by its id; null when there is none. */
export function findLead({ database }: ReadableWorkshop, id: string): number | null {
  return (
    database.prepare<[string], { position: number }>('SELECT position FROM lead WHERE id = ?').get(id)?.position ?? null
  );
}

/** One lead with its rows as text, read from the few chunks that hold them; null when there is no such lead. */
export function readLeadRows(workshop: ReadableWorkshop, leadIndex: number): LeadRows | null {
  const { database } = workshop;
  const lead = database
    .prepare<[number], { id: string; created_at_ms: number }>('SELECT id, created_at_ms FROM lead WHERE position = ?')
    .get(leadIndex);
  if (lead === undefined) return null;
  const counts = readHistoryCounts(workshop);
  const columns = database.prepare<[], StoredColumn>('SELECT * FROM history_column ORDER BY position').all();
  const select = (table: StoredColumn['table_name'], role: Role) =>
    columns.filter((column) => column.table_name === table && column.role === role);
  const numbers = (table: StoredColumn['table_name'], role: Role, rows: Range) =>
    readNumbers(workshop, itemAt(select(table, role), 0), rows);
  const named = (table: StoredColumn['table_name'], role: Role, rows: Range) =>
    select(table, role).map((column) => ({ name: column.name, values: readTexts(workshop, column, rows) }));
  const rangeOf = (role: Role, total: number): Range => {
    const [first, next] = numbers('leads', role, { first: leadIndex, end: Math.min(leadIndex + 2, counts.leads) });
    return { first: first ?? 0, end: next ?? total };
  };
  const itself = { first: leadIndex, end: leadIndex + 1 };
  const activities = rangeOf('firstActivity', counts.activities);
  const stages = rangeOf('firstStage', counts.stages);
  const types = readTexts(workshop, itemAt(select('activities', 'type'), 0), activities);
  const properties = named('activities', 'property', activities);
  const stageCodes = numbers('stages', 'stage', stages);
  const amounts = numbers('stages', 'amount', stages);
  const reasons = readTexts(workshop, itemAt(select('stages', 'reason'), 0), stages);
  return {
    id: lead.id,
    createdAtMs: lead.created_at_ms,
    attributes: named('leads', 'attribute', itself).map(({ name, values }) => ({ name, value: values[0] ?? null })),
    activities: numbers('activities', 'at', activities).map((atMs, row) => ({
      atMs,
      type: types[row] ?? '',
      properties: properties.map(({ name, values }) => ({ name, value: values[row] ?? null })),
    })),
    stages: numbers('stages', 'at', stages).map((atMs, row) => ({
      atMs,
      stage: itemAt(STAGE_NAMES, stageCodes[row] ?? -1),
      amount: Number.isNaN(amounts[row]) ? null : (amounts[row] ?? null),
      reason: reasons[row] ?? null,
    })),
  };
}

/** Rows from `first` up to, not including, `end`. */
interface Range {
  readonly first: number;
  readonly end: number;
}

function readTexts(workshop: ReadableWorkshop, column: StoredColumn, rows: Range): readonly (string | null)[] {
  const select = workshop.database.prepare<[number, number], { cells: string }>(
    'SELECT cells FROM history_cells WHERE column_id = ? AND chunk = ?',
  );
  const cellsByChunk = new Map<number, readonly string[]>();
  const cellsOf = (chunk: number): readonly string[] => {
    const known = cellsByChunk.get(chunk);
    if (known !== undefined) return known;
    const cells = JSON.parse(select.get(column.id, chunk)?.cells ?? '[]') as readonly string[];
    cellsByChunk.set(chunk, cells);
    return cells;
  };
  return readNumbers(workshop, column, rows).map((code) =>
    code === MISSING ? null : itemAt(cellsOf(Math.floor(code / CELLS_PER_CHUNK)), code % CELLS_PER_CHUNK),
  );
}

function readNumbers({ database }: ReadableWorkshop, column: StoredColumn, rows: Range): readonly number[] {
  const { encoding } = column;
  if (encoding === 'cells') throw new Error(`column ${column.role} has no rows`);
  const width = BYTES_PER_ROW[encoding];
  const part = database.prepare<[number, number, number, number], { data: Buffer }>(
    'SELECT substr(data, CAST(? AS INTEGER), CAST(? AS INTEGER)) AS data FROM history_chunk WHERE column_id = ? AND chunk = ?',
  );
  const numbers: number[] = [];
  for (let row = rows.first; row < rows.end; ) {
    const chunk = Math.floor(row / ROWS_PER_CHUNK);
    const end = Math.min(rows.end, (chunk + 1) * ROWS_PER_CHUNK);
    const data = part.get((row % ROWS_PER_CHUNK) * width + 1, (end - row) * width, column.id, chunk)?.data;
    if (data === undefined || data.length !== (end - row) * width) {
      throw new RangeError(`rows ${row} to ${end} of column ${column.role} are not in the file`);
    }
    for (let offset = 0; offset < data.length; offset += width) {
      if (encoding === 'int32') numbers.push(data.readInt32LE(offset));
      else if (encoding === 'float64') numbers.push(data.readDoubleLE(offset));
      else numbers.push(data.readUInt8(offset));
    }
    row = end;
  }
  return numbers;
}
