/** Columns that grow row by row while a file is read. */
import { createKindTracker, kindOfCells } from './cell.ts';
import { keepHeldCells } from './held-cells.ts';
import { type Column, type ColumnKind, MISSING } from './history.ts';

type NumericArray = Int32Array | Float64Array | Uint8Array;

/** A typed array with room to grow; `values()` is the filled part. */
export interface Growing<A extends NumericArray> {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly set: (index: number, value: number) => void;
  readonly values: () => A;
}

export const growingInt32 = (): Growing<Int32Array> => growing((size) => new Int32Array(size));
export const growingFloat64 = (): Growing<Float64Array> => growing((size) => new Float64Array(size));
export const growingUint8 = (): Growing<Uint8Array> => growing((size) => new Uint8Array(size));

export interface GrowingColumn {
  readonly name: string;
  /** Appends a row; the cell is trimmed here, and missing when empty. */
  readonly push: (cell: string) => void;
  /** Lets a cell of a row that is left out count for the column's kind. */
  readonly see: (cell: string) => void;
  /** '' where the cell is missing. */
  readonly cellAt: (row: number) => string;
  readonly set: (row: number, cell: string) => void;
  readonly finish: () => Column;
}

/** Begins with the rows of `seed`, if given. A given `kind` overrules what the cells allow. */
export function growingColumn(name: string, kind?: ColumnKind, seed?: Column, rows = 0): GrowingColumn {
  const codes = growingInt32();
  const cells: string[] = [];
  const codeByCell = new Map<string, number>();
  const tracker = createKindTracker();
  let isReplaced = false;
  const codeOf = (cell: string): number => {
    let code = codeByCell.get(cell);
    if (code === undefined) {
      code = cells.length;
      codeByCell.set(cell, code);
      cells.push(cell);
      if (kind === undefined) tracker.see(cell);
    }
    return code;
  };
  for (const cell of seed?.cells ?? []) codeOf(cell);
  for (let row = 0; row < rows; row += 1) codes.push(seed?.codes[row] ?? MISSING);
  const codeOfCell = (cell: string): number => {
    const trimmed = cell.trim();
    return trimmed === '' ? MISSING : codeOf(trimmed);
  };
  return {
    name,
    push: (cell) => codes.push(codeOfCell(cell)),
    cellAt: (row) => {
      const code = codes.at(row);
      return code === MISSING ? '' : (cells[code] ?? '');
    },
    set: (row, cell) => {
      isReplaced = true;
      codes.set(row, codeOfCell(cell));
    },
    see: (cell) => {
      const trimmed = cell.trim();
      if (trimmed !== '') tracker.see(trimmed);
    },
    finish: () => {
      const values = codes.values();
      if (!isReplaced) return { name, kind: kind ?? tracker.kind(), cells, codes: values };
      // A cell that was replaced everywhere would stay in the file for nothing, and has no say in the kind any more.
      const held = keepHeldCells(cells, values);
      return { name, kind: kind ?? kindOfCells(held), cells: held, codes: values };
    },
  };
}

function growing<A extends NumericArray>(make: (size: number) => A): Growing<A> {
  let array = make(1024);
  let length = 0;
  return {
    length: () => length,
    push: (value) => {
      if (length === array.length) {
        const larger = make(length * 2);
        larger.set(array);
        array = larger;
      }
      array[length] = value;
      length += 1;
    },
    at: (index) => array[index] ?? 0,
    set: (index, value) => {
      array[index] = value;
    },
    values: () => array.slice(0, length) as A,
  };
}
