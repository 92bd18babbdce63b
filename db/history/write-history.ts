import { itemAt } from '../../core/at.ts';
import type { Column, ColumnKind, History } from '../../core/history/history.ts';
import { requireTransaction } from '../transaction.ts';
import type { WritableWorkshop } from '../workshop.ts';
import { CELLS_PER_CHUNK, type Encoding, ROWS_PER_CHUNK, type Role, type TableName } from './history-columns.ts';

export { ROWS_PER_CHUNK } from './history-columns.ts';

/** The first `rows` of each array, which are used again for the next rows. */
export interface ActivityRows {
  readonly rows: number;
  readonly atMs: Float64Array;
  readonly type: Int32Array;
  readonly properties: readonly Int32Array[];
}

/** A column without its rows. */
export interface ColumnFacts {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly count: number;
  readonly cellOf: (code: number) => string;
}

/** What is known of the activities once all have been given. */
export interface ActivityFacts {
  readonly count: number;
  /** As in `Activities`. */
  readonly offsets: Int32Array;
  /** The earliest of each lead; Infinity without one. */
  readonly firstAtMs: Float64Array;
  readonly type: ColumnFacts;
  readonly properties: readonly ColumnFacts[];
}

/** Activities that are nowhere in memory all at once. */
export interface StreamedActivities {
  /** Their names. */
  readonly properties: readonly string[];
  /** Gives the rows in the order of History, `ROWS_PER_CHUNK` at a time, and fewer only the last time. */
  readonly each: (take: (rows: ActivityRows) => void) => ActivityFacts;
}

/** Leads whose ids and cells need not be strings before they are written. */
export interface StreamedLeads {
  readonly count: number;
  readonly idOf: (lead: number) => string;
  readonly createdAtMs: Float64Array;
  readonly attributes: readonly (ColumnFacts & { readonly codes: Int32Array })[];
}

export interface RestOfHistory {
  readonly leads: StreamedLeads;
  readonly stages: History['stages'];
}

/**
 * Replaces the whole history, and the workshop's time zone by the history's, within the caller's transaction. Throws a
 * RangeError for an instant that is not finite: the columns are blobs, so no CHECK of SQLite would notice.
 * `onActivities` hears how many activities are written, now and then; what it throws ends the writing.
 */
export function writeHistory(
  workshop: WritableWorkshop,
  history: History,
  onActivities: (written: number) => void = () => {},
): void {
  writeStreamedHistory(workshop, history.timeZone, activitiesOf(history, onActivities), () => ({
    leads: streamedLeads(history.leads),
    stages: history.stages,
  }));
}

/** The same for activities that come as a stream; the rest of the history may depend on them. */
export function writeStreamedHistory(
  workshop: WritableWorkshop,
  timeZone: string,
  streamed: StreamedActivities,
  restOf: (activities: ActivityFacts) => RestOfHistory,
): void {
  requireTransaction(workshop);
  removeHistory(workshop);
  const write = columnWriter(workshop);
  const activities = writeActivities(write, streamed);
  const { leads, stages } = restOf(activities);
  for (const instants of [leads.createdAtMs, stages.atMs]) requireFinite(instants, 0);
  writeLeadRows(workshop, leads);
  write.cells('leads', 'id', leads.count, leads.idOf);
  write.rows('leads', 'created', 'float64', leads.createdAtMs);
  write.rows('leads', 'firstActivity', 'int32', activities.offsets.subarray(0, leads.count));
  write.rows('leads', 'firstStage', 'int32', stages.offsets.subarray(0, leads.count));
  leads.attributes.forEach((column, position) => {
    write.column('leads', 'attribute', column, column.codes, position);
  });
  write.rows('stages', 'at', 'float64', stages.atMs);
  write.rows('stages', 'stage', 'uint8', stages.stage);
  write.rows('stages', 'amount', 'float64', stages.amount);
  write.column('stages', 'reason', factsOf(stages.reason), stages.reason.codes, 0);

  workshop.database
    .prepare(
      `UPDATE history SET version = version + 1, identity = lower(hex(randomblob(16))), leads = ?, activities = ?, stages = ?`,
    )
    .run(leads.count, activities.count, stages.count);
  workshop.database.prepare('UPDATE workshop SET time_zone = ?').run(timeZone);
}

function writeActivities(write: ColumnWriter, { properties, each }: StreamedActivities): ActivityFacts {
  const at = write.open('activities', 'at', 'float64', 'at', 0);
  const type = write.open('activities', 'type', 'int32', 'type', 0);
  const columns = properties.map((name, position) => write.open('activities', 'property', 'int32', name, position));
  let chunk = 0;
  const facts = each((rows) => {
    requireFinite(rows.atMs.subarray(0, rows.rows), chunk * ROWS_PER_CHUNK);
    at.chunk(chunk, rows.atMs.subarray(0, rows.rows));
    type.chunk(chunk, rows.type.subarray(0, rows.rows));
    for (const [index, column] of columns.entries()) {
      column.chunk(chunk, itemAt(rows.properties, index).subarray(0, rows.rows));
    }
    chunk += 1;
  });
  type.finish(facts.type);
  for (const [index, column] of columns.entries()) column.finish(itemAt(facts.properties, index));
  return facts;
}

export const streamedLeads = ({ count, ids, createdAtMs, attributes }: History['leads']): StreamedLeads => ({
  count,
  idOf: (lead) => itemAt(ids, lead),
  createdAtMs,
  attributes: attributes.map((column) => ({ ...factsOf(column), codes: column.codes })),
});

const factsOf = ({ name, kind, cells }: Column): ColumnFacts => ({
  name,
  kind,
  count: cells.length,
  cellOf: (code) => itemAt(cells, code),
});

function activitiesOf({ leads, activities }: History, onActivities: (written: number) => void): StreamedActivities {
  const { count, offsets, atMs, type, properties } = activities;
  return {
    properties: properties.map(({ name }) => name),
    each: (take) => {
      for (let first = 0; first < count; first += ROWS_PER_CHUNK) {
        const end = Math.min(count, first + ROWS_PER_CHUNK);
        take({
          rows: end - first,
          atMs: atMs.subarray(first, end),
          type: type.codes.subarray(first, end),
          properties: properties.map(({ codes }) => codes.subarray(first, end)),
        });
        onActivities(end);
      }
      return {
        count,
        offsets,
        firstAtMs: Float64Array.from({ length: leads.count }, (_, lead) =>
          offsets[lead] === offsets[lead + 1] ? Number.POSITIVE_INFINITY : (atMs[offsets[lead] ?? 0] ?? 0),
        ),
        type: factsOf(type),
        properties: properties.map(factsOf),
      };
    },
  };
}

function removeHistory({ database }: WritableWorkshop): void {
  for (const table of ['history_chunk', 'history_cells', 'history_column', 'lead']) {
    database.exec(`DELETE FROM ${table}`);
  }
}

/** Several rows a statement: three times as fast as one by one. */
const LEADS_PER_INSERT = 200;

function writeLeadRows({ database }: WritableWorkshop, leads: StreamedLeads): void {
  const insertion = (rows: number) =>
    database.prepare(
      `INSERT INTO lead (position, id, created_at_ms) VALUES ${Array.from({ length: rows }, () => '(?, ?, ?)').join(', ')}`,
    );
  const full = insertion(LEADS_PER_INSERT);
  for (let first = 0; first < leads.count; first += LEADS_PER_INSERT) {
    const rows = Math.min(LEADS_PER_INSERT, leads.count - first);
    const values: (string | number | undefined)[] = [];
    for (let lead = first; lead < first + rows; lead++) values.push(lead, leads.idOf(lead), leads.createdAtMs[lead]);
    (rows === LEADS_PER_INSERT ? full : insertion(rows)).run(values);
  }
}

interface ColumnWriter {
  readonly cells: (table: TableName, role: Role, count: number, cellOf: (index: number) => string) => void;
  readonly rows: (table: TableName, role: Role, encoding: Encoding, rows: Rows) => void;
  readonly column: (table: TableName, role: Role, facts: ColumnFacts, codes: Int32Array, position: number) => void;
  readonly open: (table: TableName, role: Role, encoding: Encoding, name: string, position: number) => OpenColumn;
}

/** A column that is written chunk by chunk, and whose cells are known at the end. */
interface OpenColumn {
  readonly chunk: (chunk: number, rows: Rows) => void;
  readonly finish: (facts: ColumnFacts) => void;
}

type Rows = Float64Array | Int32Array | Uint8Array;

function columnWriter({ database }: WritableWorkshop): ColumnWriter {
  const insertColumn = database.prepare(
    `INSERT INTO history_column (table_name, role, position, name, kind, encoding, cell_count) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const completeColumn = database.prepare('UPDATE history_column SET kind = ?, cell_count = ? WHERE id = ?');
  const insertCells = database.prepare('INSERT INTO history_cells (column_id, chunk, cells) VALUES (?, ?, ?)');
  const insertChunk = database.prepare(
    'INSERT INTO history_chunk (column_id, chunk, row_count, data) VALUES (?, ?, ?, ?)',
  );

  const writeCells = (columnId: number, count: number, cellOf: (code: number) => string) => {
    for (let chunk = 0; chunk * CELLS_PER_CHUNK < count; chunk++) {
      const first = chunk * CELLS_PER_CHUNK;
      const length = Math.min(CELLS_PER_CHUNK, count - first);
      insertCells.run(columnId, chunk, JSON.stringify(Array.from({ length }, (_, index) => cellOf(first + index))));
    }
  };
  const writeChunk = (columnId: number, chunk: number, rows: Rows) => {
    insertChunk.run(columnId, chunk, rows.length, Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength));
  };
  const writeRows = (columnId: number, rows: Rows) => {
    for (let chunk = 0; chunk * ROWS_PER_CHUNK < rows.length; chunk++) {
      writeChunk(columnId, chunk, rows.subarray(chunk * ROWS_PER_CHUNK, (chunk + 1) * ROWS_PER_CHUNK));
    }
  };

  return {
    cells: (table, role, count, cellOf) => {
      const { lastInsertRowid } = insertColumn.run(table, role, 0, role, null, 'cells', count);
      writeCells(Number(lastInsertRowid), count, cellOf);
    },
    rows: (table, role, encoding, rows) => {
      const { lastInsertRowid } = insertColumn.run(table, role, 0, role, null, encoding, 0);
      writeRows(Number(lastInsertRowid), rows);
    },
    column: (table, role, { name, kind, count, cellOf }, codes, position) => {
      const { lastInsertRowid } = insertColumn.run(table, role, position, name, kind, 'int32', count);
      writeCells(Number(lastInsertRowid), count, cellOf);
      writeRows(Number(lastInsertRowid), codes);
    },
    open: (table, role, encoding, name, position) => {
      const id = Number(insertColumn.run(table, role, position, name, null, encoding, 0).lastInsertRowid);
      return {
        chunk: (chunk, rows) => writeChunk(id, chunk, rows),
        finish: ({ kind, count, cellOf }) => {
          completeColumn.run(kind, count, id);
          writeCells(id, count, cellOf);
        },
      };
    },
  };
}

function requireFinite(instants: Float64Array, firstRow: number): void {
  const row = instants.findIndex((instant) => !Number.isFinite(instant));
  if (row !== -1) throw new RangeError(`row ${firstRow + row} has an instant that is not finite`);
}
