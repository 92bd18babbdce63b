/** How a file is written, as it was found out or stated. */
import type { FileReading, InspectedFile } from '../../../../api/import.ts';
import { withOptional } from '../../../../core/rule-set/optional-key.ts';

/** The choice that states nothing. */
export const FOUND_OUT = '';

export const DELIMITERS = [',', ';', '\t', '|', ':', '~', '^'] as const;

/** `value` FOUND_OUT: it is left to be found out. */
export const withStated = (reading: FileReading, key: 'encoding' | 'delimiter' | 'sheet', value: string): FileReading =>
  withOptional(reading, key, value === FOUND_OUT ? undefined : value);

export const withHeader = (reading: FileReading, header: 'first' | 'none'): FileReading =>
  withOptional(reading, 'header', header === 'first' ? undefined : header);

/** What was found out without being stated; null: it is not known, the file was refused or it was stated. */
export const foundOut = (
  inspected: InspectedFile,
  reading: FileReading,
  key: 'encoding' | 'delimiter' | 'sheet',
): string | null => (inspected.kind === 'table' && reading[key] === undefined ? inspected[key] : null);

/** A workbook has sheets, and neither an encoding nor a delimiter. */
export const isWorkbook = (inspected: InspectedFile): boolean =>
  inspected.kind === 'table' ? inspected.sheets.length > 0 : /\.xlsx$/iu.test(inspected.file);
