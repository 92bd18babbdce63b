/** A table of costs as a file has it, before anybody has judged it. */
export interface CostsTable {
  readonly header: readonly string[];
  readonly rows: readonly CostsRow[];
}

export interface CostsRow {
  /** 1 is the first line of the file. */
  readonly line: number;
  /** As many as the header has. */
  readonly cells: readonly string[];
}
