/** Puts rows in the order of History: by lead, then instant, then the order in which they came. */
export interface RowOrder {
  /** Row range of each lead in the ordered rows; length: leads + 1. */
  readonly offsets: Int32Array;
  /** Ordered row → row as it came. */
  readonly rows: Int32Array;
}

export function orderByLead(leadOfRow: Int32Array, atMs: Float64Array, leadCount: number): RowOrder {
  const offsets = new Int32Array(leadCount + 1);
  for (const lead of leadOfRow) offsets[lead + 1] = (offsets[lead + 1] ?? 0) + 1;
  for (let lead = 0; lead < leadCount; lead += 1) offsets[lead + 1] = (offsets[lead + 1] ?? 0) + (offsets[lead] ?? 0);
  const next = offsets.slice(0, leadCount);
  const rows = new Int32Array(leadOfRow.length);
  leadOfRow.forEach((lead, row) => {
    const place = next[lead] ?? 0;
    rows[place] = row;
    next[lead] = place + 1;
  });
  for (let lead = 0; lead < leadCount; lead += 1) sortRange(rows, offsets[lead] ?? 0, offsets[lead + 1] ?? 0, atMs);
  return { offsets, rows };
}

export function takeInt32(values: Int32Array, rows: Int32Array): Int32Array {
  return Int32Array.from(rows, (row) => values[row] ?? 0);
}

export function takeFloat64(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? 0);
}

export function takeUint8(values: Uint8Array, rows: Int32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => values[row] ?? 0);
}

/** Most histories come in order, so a range that is in order already costs one pass. */
function sortRange(rows: Int32Array, start: number, end: number, atMs: Float64Array): void {
  const at = (row: number | undefined): number => atMs[row ?? 0] ?? 0;
  for (let index = start + 1; index < end; index += 1) {
    if (at(rows[index - 1]) <= at(rows[index])) continue;
    const range = rows.subarray(start, end);
    // Rows ascend in order of coming, so the row number breaks ties.
    range.sort((left, right) => at(left) - at(right) || left - right);
    return;
  }
}
