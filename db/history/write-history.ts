import type { Column, History } from '../../core/history/history.ts';
import { requireTransaction } from '../transaction.ts';
import type { WritableWorkshop } from '../workshop.ts';
import { CELLS_PER_CHUNK, type Encoding, ROWS_PER_CHUNK, type Role, type TableName } from './history-columns.ts';

/**
 * Replaces the whole history, and the workshop's time zone by the history's, within the caller's transaction. Throws a
 * RangeError for an instant that is not finite: the columns are blobs, so no CHECK of SQLite would notice.
 */
export function writeHistory(workshop: WritableWorkshop, history: History): void {
  requireTransaction(workshop);
  const { leads, activities, stages } = history;
  for (const instants of [leads.createdAtMs, activities.atMs, stages.atMs]) requireFinite(instants);
  removeHistory(workshop);
  writeLeadRows(workshop, history);

  const write = columnWriter(workshop);
  write.cells('leads', 'id', leads.ids);
  write.rows('leads', 'created', 'float64', leads.createdAtMs);
  write.rows('leads', 'firstActivity', 'int32', activities.offsets.subarray(0, leads.count));
  write.rows('leads', 'firstStage', 'int32', stages.offsets.subarray(0, leads.count));
  leads.attributes.forEach((column, position) => {
    write.column('leads', 'attribute', column, position);
  });
  write.rows('activities', 'at', 'float64', activities.atMs);
  write.column('activities', 'type', activities.type, 0);
  activities.properties.forEach((column, position) => {
    write.column('activities', 'property', column, position);
  });
  write.rows('stages', 'at', 'float64', stages.atMs);
  write.rows('stages', 'stage', 'uint8', stages.stage);
  write.rows('stages', 'amount', 'float64', stages.amount);
  write.column('stages', 'reason', stages.reason, 0);

  workshop.database
    .prepare('UPDATE history SET version = version + 1, leads = ?, activities = ?, stages = ?')
    .run(leads.count, activities.count, stages.count);
  workshop.database.prepare('UPDATE workshop SET time_zone = ?').run(history.timeZone);
}

function removeHistory({ database }: WritableWorkshop): void {
  for (const table of ['history_chunk', 'history_cells', 'history_column', 'lead']) {
    database.exec(`DELETE FROM ${table}`);
  }
}

/** Several rows a statement: three times as fast as one by one. */
const LEADS_PER_INSERT = 200;

function writeLeadRows({ database }: WritableWorkshop, { leads }: History): void {
  const insertion = (rows: number) =>
    database.prepare(
      `INSERT INTO lead (position, id, created_at_ms) VALUES ${Array.from({ length: rows }, () => '(?, ?, ?)').join(', ')}`,
    );
  const full = insertion(LEADS_PER_INSERT);
  for (let first = 0; first < leads.count; first += LEADS_PER_INSERT) {
    const rows = Math.min(LEADS_PER_INSERT, leads.count - first);
    const values: (string | number | undefined)[] = [];
    for (let lead = first; lead < first + rows; lead++) values.push(lead, leads.ids[lead], leads.createdAtMs[lead]);
    (rows === LEADS_PER_INSERT ? full : insertion(rows)).run(values);
  }
}

interface ColumnWriter {
  readonly cells: (table: TableName, role: Role, cells: readonly string[]) => void;
  readonly rows: (table: TableName, role: Role, encoding: Encoding, rows: Rows) => void;
  readonly column: (table: TableName, role: Role, column: Column, position: number) => void;
}

type Rows = Float64Array | Int32Array | Uint8Array;

function columnWriter({ database }: WritableWorkshop): ColumnWriter {
  const insertColumn = database.prepare(
    `INSERT INTO history_column (table_name, role, position, name, kind, encoding, cell_count) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCells = database.prepare('INSERT INTO history_cells (column_id, chunk, cells) VALUES (?, ?, ?)');
  const insertChunk = database.prepare(
    'INSERT INTO history_chunk (column_id, chunk, row_count, data) VALUES (?, ?, ?, ?)',
  );

  const writeCells = (columnId: number, cells: readonly string[]) => {
    for (let chunk = 0; chunk * CELLS_PER_CHUNK < cells.length; chunk++) {
      const first = chunk * CELLS_PER_CHUNK;
      insertCells.run(columnId, chunk, JSON.stringify(cells.slice(first, first + CELLS_PER_CHUNK)));
    }
  };
  const writeRows = (columnId: number, rows: Rows) => {
    for (let chunk = 0; chunk * ROWS_PER_CHUNK < rows.length; chunk++) {
      const part = rows.subarray(chunk * ROWS_PER_CHUNK, (chunk + 1) * ROWS_PER_CHUNK);
      insertChunk.run(columnId, chunk, part.length, Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    }
  };

  return {
    cells: (table, role, cells) => {
      const { lastInsertRowid } = insertColumn.run(table, role, 0, role, null, 'cells', cells.length);
      writeCells(Number(lastInsertRowid), cells);
    },
    rows: (table, role, encoding, rows) => {
      const { lastInsertRowid } = insertColumn.run(table, role, 0, role, null, encoding, 0);
      writeRows(Number(lastInsertRowid), rows);
    },
    column: (table, role, column, position) => {
      const { lastInsertRowid } = insertColumn.run(
        table,
        role,
        position,
        column.name,
        column.kind,
        'int32',
        column.cells.length,
      );
      writeCells(Number(lastInsertRowid), column.cells);
      writeRows(Number(lastInsertRowid), column.codes);
    },
  };
}

function requireFinite(instants: Float64Array): void {
  const row = instants.findIndex((instant) => !Number.isFinite(instant));
  if (row !== -1) throw new RangeError(`row ${row} has an instant that is not finite`);
}
