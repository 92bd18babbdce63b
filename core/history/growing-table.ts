/** Tables that grow row by row: rows that belong to a lead and an instant, and the cells of a row spread over columns. */
import { orderByLead, type RowOrder, takeFloat64, takeInt32 } from './by-lead.ts';
import { type GrowingColumn, growingColumn, growingFloat64, growingInt32 } from './growing-column.ts';
import type { Column, ColumnKind } from './history.ts';

/** A table whose rows are ordered by lead and instant at the end. */
export interface GrowingRows {
  readonly push: (lead: number, atMs: number) => void;
  readonly setAtMs: (row: number, atMs: number) => void;
  readonly finish: (leadCount: number) => RowOrder & { readonly atMs: Float64Array };
}

/** Begins with the rows of `seed`, if given. */
export function growingRows(seed?: { readonly offsets: Int32Array; readonly atMs: Float64Array }): GrowingRows {
  const leads = growingInt32();
  const instants = growingFloat64();
  let lead = 0;
  for (let row = 0; row < (seed?.atMs.length ?? 0); row += 1) {
    while (row >= (seed?.offsets[lead + 1] ?? 0)) lead += 1;
    leads.push(lead);
    instants.push(seed?.atMs[row] ?? 0);
  }
  return {
    push: (leadIndex, atMs) => {
      leads.push(leadIndex);
      instants.push(atMs);
    },
    setAtMs: instants.set,
    finish: (leadCount) => {
      const atMs = instants.values();
      const order = orderByLead(leads.values(), atMs, leadCount);
      return { ...order, atMs: takeFloat64(atMs, order.rows) };
    },
  };
}

export interface GrowingCells {
  /** Cells in the order of `names`; columns that the file lacks get a missing cell. */
  readonly push: (cells: readonly string[]) => void;
  /** Lets the cells of a row that is left out count for the kinds of their columns. */
  readonly see: (cells: readonly string[]) => void;
  /** Trimmed, in the order of `names`. */
  readonly cellsAt: (row: number) => readonly string[];
  /** Trimmed, by row; null where there is no such column. */
  readonly column: (name: string) => ((row: number) => string) | null;
  /** Columns that `names` lacks stay as they are. */
  readonly set: (row: number, cells: readonly string[]) => void;
  readonly finish: () => readonly Column[];
}

/** The seed's columns first (each with `rows` rows), then those of `names` that it lacks. */
export function growingCells(
  names: readonly string[],
  kinds: Readonly<Record<string, ColumnKind>>,
  seed: readonly Column[],
  rows: number,
): GrowingCells {
  const fresh = names.filter((name) => !seed.some((column) => column.name === name));
  const columns: readonly GrowingColumn[] = [
    ...seed.map((column) => growingColumn(column.name, kinds[column.name], column, rows)),
    ...fresh.map((name) => growingColumn(name, kinds[name], undefined, rows)),
  ];
  const places = columns.map((column) => names.indexOf(column.name));
  const eachCell = (cells: readonly string[], use: (column: GrowingColumn, cell: string) => void): void => {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      if (column !== undefined) use(column, cells[places[index] ?? -1] ?? '');
    }
  };
  return {
    push: (cells) => eachCell(cells, (column, cell) => column.push(cell)),
    see: (cells) => eachCell(cells, (column, cell) => column.see(cell)),
    cellsAt: (row) => names.map((name) => columns.find((column) => column.name === name)?.cellAt(row) ?? ''),
    column: (name) => columns.find((column) => column.name === name)?.cellAt ?? null,
    set: (row, cells) => {
      for (const [index, column] of columns.entries()) {
        const place = places[index] ?? -1;
        if (place >= 0) column.set(row, cells[place] ?? '');
      }
    },
    finish: () => columns.map((column) => column.finish()),
  };
}

/** The column with its rows in another order. */
export const reordered = (column: Column, { rows }: RowOrder): Column => ({
  ...column,
  codes: takeInt32(column.codes, rows),
});
