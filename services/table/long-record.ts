import { type TableFault, tableFault } from './table-fault.ts';

/** No row of a table is longer: it is another kind of file, or a quotation mark was opened and never closed. */
export const LONGEST_RECORD_CHARACTERS = 1 << 20;

/** The fault of a record that is longer, found by where it begins. */
export const longRecordFault = (name: string, line: number, byteOffset: number, isQuoted: boolean): TableFault =>
  tableFault(
    'tooLarge',
    `${name}: the row that begins on line ${line} (byte offset ${byteOffset}) is longer than 1 MB${isQuoted ? '; a quotation mark is opened in it and not closed' : ''}.`,
    'Correct that row, or export the file anew.',
  );
