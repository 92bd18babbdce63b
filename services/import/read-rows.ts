/** The rows of a delimited file, one after the other; memory holds one piece of the file and the row that crosses its end. */
import Papa from 'papaparse';
import { fail, ok, type Result } from '../../core/result.ts';
import { badSource, type SourceFault } from './source-fault.ts';
import { type Encoding, type ReadControl, readText, type SourceFacts } from './source-text.ts';

export interface RowPlace {
  /** In the file, 1 the first; a row with line breaks in its cells counts from where it begins. */
  readonly line: number;
  /** 0 is the heading. */
  readonly row: number;
}

export interface RowsFile {
  readonly path: string;
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
}

export interface ReadRows extends SourceFacts {
  /** Line with the first U+FFFD that the file itself holds: an earlier export has lost a character. */
  readonly damagedLine: number | null;
}

/** No cell of a table is this long: a quotation mark was opened and never closed. */
const LONGEST_ROW = 1 << 24;

/** Blank lines are no rows. `take` answers a fault or 'enough' to stop. Quotation marks out of place are a fault. */
export async function readRows(
  file: RowsFile,
  control: ReadControl,
  take: (cells: readonly string[], place: RowPlace) => SourceFault | 'enough' | null,
): Promise<Result<ReadRows, SourceFault>> {
  let pending = '';
  let parser: InstanceType<typeof Papa.Parser> | null = null;
  let line = 1;
  let row = 0;
  let damagedLine: number | null = null;

  const parse = (text: string, isLast: boolean): SourceFault | 'enough' | null => {
    if (parser === null) parser = new Papa.Parser({ delimiter: file.delimiter, newline: lineEnding(text) });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Parsed;
    // A cut-off last row is parsed again with the next piece: what it seemed to lack may be there.
    const fault = errors.find((error) => isLast || error.row < data.length);
    for (const [index, cells] of data.entries()) {
      if (index === fault?.row) return quoteFault(file.name, line);
      const last = cells.length - 1;
      if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1);
      if (damagedLine === null && cells.some((cell) => cell.includes('\ufffd'))) damagedLine = line;
      const isBlank = cells.length === 1 && cells[0] === '';
      const answer = isBlank ? null : take(cells, { line, row });
      if (answer !== null) return answer;
      if (!isBlank) row += 1;
      line += 1 + lineBreaksIn(cells);
    }
    pending = isLast ? '' : text.slice(meta.cursor);
    return fault === undefined && pending.length <= LONGEST_ROW ? null : quoteFault(file.name, line);
  };

  let stopped = false;
  const read = await readText(file.path, file.name, file.encoding, control, (text) => {
    const answer = parse(pending + text, false);
    stopped = answer === 'enough';
    return answer;
  });
  if (!read.ok) return read;
  const rest = stopped || pending === '' ? null : parse(pending, true);
  if (rest !== null && rest !== 'enough') return fail(rest);
  return ok({ ...read.value, damagedLine });
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * CR alone ended lines on old Macs. All other files are cut at LF, and the CR that may stand before it taken off row by
 * row, so that a file put together from CRLF and LF parts reads as well.
 */
function lineEnding(head: string): '\n' | '\r' {
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  return breaks;
}

const quoteFault = (name: string, line: number): SourceFault =>
  badSource(
    `${name} cannot be read from line ${line} on: a quotation mark is opened there and not closed in its place.`,
    'Correct the quotation marks of that line (a quotation mark within a cell is written twice), or export the file anew.',
  );
