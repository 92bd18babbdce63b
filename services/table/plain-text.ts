import type { TableSource } from './table-source.ts';

/**
 * UTF-8, a delimiter of one byte, quotation marks that are doubled, lines that end with LF or CRLF, the heading on line 1 with every name as it is
 * written there: nothing that a reader must know of before it begins. `header`: the names that the columns were given.
 */
export function isPlainText(source: TableSource, header: readonly string[]): boolean {
  const { heading, isSheet, isFirstLineDialect, hasLoneReturns, written } = source;
  return (
    !isSheet &&
    written.encoding === 'utf-8' &&
    written.quote === '"' &&
    isOneByte(written.delimiter) &&
    !isFirstLineDialect &&
    !hasLoneReturns &&
    heading?.line === 1 &&
    heading.titleLines.size === 0 &&
    heading.cells.length === header.length &&
    heading.cells.every((cell, index) => cell === header[index])
  );
}

const isOneByte = (delimiter: string | null): boolean => delimiter?.length === 1 && delimiter.charCodeAt(0) < 0x80;
