import type { Column, History } from '../../core/history/history.ts';
import { sharedFloat64, sharedInt32, sharedUint8 } from '../../core/replay/shared-columns.ts';
import type { ReadableWorkshop } from '../workshop.ts';
import { BYTES_PER_ROW, ROWS_PER_CHUNK, type Role, type StoredColumn, type TableName } from './history-columns.ts';

export interface HistoryCounts {
  readonly leads: number;
  readonly activities: number;
  readonly stages: number;
}

/** Grows with each write of the history, and never goes back: with the file's path a key for what is derived from it. */
export function historyVersion({ database }: ReadableWorkshop): number {
  return database.prepare<[], { version: number }>('SELECT version FROM history').get()?.version ?? 0;
}

/**
 * Hex digits that no other history has, of whatever file: a key for what outlives this opening of the file. The version
 * would not do, since it comes again in a file that was restored from a backup. The workshop's time zone is not in it.
 */
export function historyIdentity({ database }: ReadableWorkshop): string {
  return database.prepare<[], { identity: string }>('SELECT identity FROM history').get()?.identity ?? '';
}

export function readHistoryCounts({ database }: ReadableWorkshop): HistoryCounts {
  const counts = database.prepare<[], HistoryCounts>('SELECT leads, activities, stages FROM history').get();
  return counts ?? { leads: 0, activities: 0, stages: 0 };
}

/** Which history the file holds, and in which time zone: what everything that is derived from it depends on. */
export interface HistoryStamp {
  readonly identity: string;
  readonly version: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly activities: number;
}

export function readHistoryStamp({ database }: ReadableWorkshop): HistoryStamp {
  const stamp = database
    .prepare<[], HistoryStamp>(
      'SELECT identity, version, time_zone AS timeZone, activities FROM history JOIN workshop ON workshop.id = history.id',
    )
    .get();
  if (stamp === undefined) throw new Error('the workshop has no history row');
  return stamp;
}

/** False when the file holds another history by now. */
export const holdsHistory = (workshop: ReadableWorkshop, { identity, version }: HistoryStamp): boolean =>
  historyIdentity(workshop) === identity && historyVersion(workshop) === version;

/** The whole history in fresh arrays of shared memory, so that several threads can read it; of a workshop without one, no rows. A consistent state, whoever writes meanwhile. */
export function readHistory(workshop: ReadableWorkshop): History {
  const { database } = workshop;
  return database.inTransaction ? read(workshop, true) : database.transaction(read)(workshop, true);
}

/** The same but for the rows of activities, which can be more than memory should hold: their instants and codes are empty. */
export function readHistoryWithoutActivityRows(workshop: ReadableWorkshop): History {
  const { database } = workshop;
  return database.inTransaction ? read(workshop, false) : database.transaction(read)(workshop, false);
}

function read(workshop: ReadableWorkshop, withActivityRows: boolean): History {
  const { database } = workshop;
  const counts = readHistoryCounts(workshop);
  const columns = database.prepare<[], StoredColumn>('SELECT * FROM history_column ORDER BY position').all();
  const find = (table: TableName, role: Role) =>
    columns.find((column) => column.table_name === table && column.role === role);
  const rowsOf = (table: TableName) => (table === 'activities' && !withActivityRows ? 0 : counts[table]);
  const instants = (table: TableName, role: Role) => fill(workshop, find(table, role), sharedFloat64(rowsOf(table)));
  const dictionary = (table: TableName, role: Role) => {
    const column = find(table, role);
    return column === undefined ? emptyColumn(role) : readColumn(workshop, column, rowsOf(table));
  };
  const dictionaries = (table: TableName, role: Role) =>
    columns
      .filter((column) => column.table_name === table && column.role === role)
      .map((column) => readColumn(workshop, column, rowsOf(table)));
  const offsets = (role: Role, rows: number) => {
    const filled = fill(workshop, find('leads', role), sharedInt32(counts.leads + 1));
    filled[counts.leads] = rows;
    return filled;
  };
  const id = find('leads', 'id');
  const idTexts = id === undefined ? [] : readCellTexts(workshop, id);
  let ids: readonly string[] | undefined;
  const zone = database.prepare<[], { time_zone: string }>('SELECT time_zone FROM workshop').get();
  return {
    timeZone: zone?.time_zone ?? 'UTC',
    leads: {
      count: counts.leads,
      // A million ids take longer to make than all columns to read, and no frame asks for them.
      get ids() {
        ids ??= cellsOf(idTexts);
        return ids;
      },
      createdAtMs: instants('leads', 'created'),
      attributes: dictionaries('leads', 'attribute'),
    },
    activities: {
      count: counts.activities,
      offsets: offsets('firstActivity', counts.activities),
      atMs: instants('activities', 'at'),
      type: dictionary('activities', 'type'),
      properties: dictionaries('activities', 'property'),
    },
    stages: {
      count: counts.stages,
      offsets: offsets('firstStage', counts.stages),
      atMs: instants('stages', 'at'),
      stage: fill(workshop, find('stages', 'stage'), sharedUint8(counts.stages)),
      amount: instants('stages', 'amount'),
      reason: dictionary('stages', 'reason'),
    },
  };
}

const emptyColumn = (name: string): Column => ({ name, kind: 'text', cells: [], codes: new Int32Array(0) });

function readColumn(workshop: ReadableWorkshop, column: StoredColumn, rows: number): Column {
  return {
    name: column.name,
    kind: column.kind ?? 'text',
    cells: cellsOf(readCellTexts(workshop, column)),
    codes: fill(workshop, column, sharedInt32(rows)),
  };
}

/** Lists of cells as JSON, in their order. */
const readCellTexts = ({ database }: ReadableWorkshop, column: StoredColumn): readonly string[] =>
  database
    .prepare<[number], { cells: string }>('SELECT cells FROM history_cells WHERE column_id = ? ORDER BY chunk')
    .all(column.id)
    .map(({ cells }) => cells);

const cellsOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => JSON.parse(text) as string[]);

/** Copies bytes, since a blob may begin at any offset of its buffer and a Float64Array may not. One chunk in memory at a time. */
function fill<T extends Float64Array | Int32Array | Uint8Array>(
  { database }: ReadableWorkshop,
  column: StoredColumn | undefined,
  target: T,
): T {
  if (column === undefined || column.encoding === 'cells' || target.length === 0) return target;
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  const chunkBytes = ROWS_PER_CHUNK * BYTES_PER_ROW[column.encoding];
  const chunks = database.prepare<[number], { chunk: number; data: Uint8Array }>(
    'SELECT chunk, data FROM history_chunk WHERE column_id = ? ORDER BY chunk',
  );
  for (const { chunk, data } of chunks.iterate(column.id)) bytes.set(data, chunk * chunkBytes);
  return target;
}
