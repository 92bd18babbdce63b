/** Where each row of a table stands in its source, four bytes a row. */
export interface RowLines {
  readonly push: (line: number) => void;
  /** One number a row, in order. */
  readonly all: () => Uint32Array<ArrayBuffer>;
}

const FIRST_ROWS = 1 << 12;

export function createRowLines(): RowLines {
  let lines = new Uint32Array(FIRST_ROWS);
  let count = 0;
  return {
    push: (line) => {
      if (count === lines.length) {
        const longer = new Uint32Array(count * 2);
        longer.set(lines);
        lines = longer;
      }
      lines[count] = line;
      count += 1;
    },
    all: () => lines.slice(0, count),
  };
}
