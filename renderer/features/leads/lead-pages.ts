/** A long list fetched page by page: which pages a range of rows needs, and where a row stands. */
export const PAGE_ROWS = 100;

/** Offsets of the pages that hold the rows from `first` to `last`, both included. */
export const pagesBetween = (first: number, last: number): readonly number[] => {
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const to = Math.floor(Math.max(0, last) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * PAGE_ROWS);
};

export const rowAt = <Row>(rowsByOffset: ReadonlyMap<number, readonly Row[]>, index: number): Row | undefined => {
  const offset = Math.floor(index / PAGE_ROWS) * PAGE_ROWS;
  return rowsByOffset.get(offset)?.[index - offset];
};
