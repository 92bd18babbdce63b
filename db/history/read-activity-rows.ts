import { itemAt } from '../../core/at.ts';
import type { ReadableWorkshop } from '../workshop.ts';
import { ROWS_PER_CHUNK, type StoredColumn } from './history-columns.ts';
import { historyVersion } from './read-history.ts';
import type { ActivityRows } from './write-history.ts';

/**
 * Gives the activities in their order, a chunk at a time: memory holds no more than that, however many there are. False,
 * and none given, when the history is not of that version any more.
 */
export function eachActivityChunk(
  workshop: ReadableWorkshop,
  version: number,
  take: (rows: ActivityRows) => void,
): boolean {
  return workshop.database.transaction(() => {
    if (historyVersion(workshop) !== version) return false;
    giveChunks(workshop, take);
    return true;
  })();
}

function giveChunks({ database }: ReadableWorkshop, take: (rows: ActivityRows) => void): void {
  const columns = database
    .prepare<[], StoredColumn>("SELECT * FROM history_column WHERE table_name = 'activities' ORDER BY position")
    .all();
  const ofRole = (role: StoredColumn['role']) => columns.filter((column) => column.role === role);
  const select = database.prepare<[number, number], { data: Uint8Array }>(
    'SELECT data FROM history_chunk WHERE column_id = ? AND chunk = ?',
  );
  const [at, type] = [ofRole('at')[0], ofRole('type')[0]];
  if (at === undefined || type === undefined) return;
  const properties = ofRole('property');
  const atMs = new Float64Array(ROWS_PER_CHUNK);
  const codes = [type, ...properties].map(() => new Int32Array(ROWS_PER_CHUNK));
  for (let chunk = 0; ; chunk += 1) {
    const instants = select.get(at.id, chunk)?.data;
    if (instants === undefined) return;
    const rows = copyInto(atMs, instants);
    for (const [index, column] of [type, ...properties].entries()) {
      const data = select.get(column.id, chunk)?.data;
      if (data === undefined || copyInto(itemAt(codes, index), data) !== rows)
        throw new RangeError(`chunk ${chunk} of column ${column.name} is not whole`);
    }
    take({ rows, atMs, type: itemAt(codes, 0), properties: codes.slice(1) });
  }
}

/** Copies bytes, since a blob may begin at any offset of its buffer. Answers the rows. */
function copyInto(target: Float64Array | Int32Array, data: Uint8Array): number {
  new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(data);
  return data.byteLength / target.BYTES_PER_ELEMENT;
}
