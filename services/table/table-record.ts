/** A row as it comes from a file of any kind, before anybody has judged it. */
export interface TableRecord {
  /** In a text file the line it begins on, in a workbook the number of its row; 1 is the first. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Nothing but delimiters and spaces stand there. */
  readonly isBlank: boolean;
  /** Text follows a closing quotation mark in it, without harm to the row. */
  readonly hasOddQuotes: boolean;
  /** Why it cannot be a row of the table whatever the heading is; null: it can. */
  readonly fault: string | null;
}

/** 'enough' stops the reading. */
export type TakeRecord = (record: TableRecord) => 'enough' | null;

/** One less than a sheet of Excel has: a file that fills all of them holds no table. */
export const MOST_COLUMNS = 16_383;
