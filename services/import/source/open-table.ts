/** A file to import, made ready for the readers of rows: as it lies there, or written down anew where only a slower reader can read it. */
import { rmSync, statSync } from 'node:fs';
import type { DelimitedMapping, FileReading } from '../../../api/import.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { cleanTable } from '../../table/clean-table.ts';
import { inspectTable } from '../../table/inspect-table.ts';
import { warningTextOnScreen } from '../../table/warning-text.ts';
import { columnFault } from '../mapping/parse-mapping.ts';
import type { FileTally } from '../rows/import-tally.ts';
import type { RowPlace } from './parse-piece.ts';
import type { RowsFile } from './read-rows.ts';
import { type RowRewriter, rowRewriter } from './rewrite-rows.ts';
import type { SourceFault } from './source-fault.ts';
import type { ReadControl, SourceFacts } from './source-text.ts';
import { choiceOf, headingsOf, isToSay, sourceFaultOf } from './table-reading.ts';

export interface OpenTable {
  /** What the readers read. */
  readonly file: RowsFile;
  readonly headings: readonly string[];
  /** So many of them, at the end, are not in the file that was chosen. */
  readonly addedColumns: number;
  /** The encoding of the file that was chosen. */
  readonly encoding: string;
  /** Where a row stands in the file that was chosen; 1 is the first line, or row of a sheet. */
  readonly lineOf: (place: RowPlace) => number;
  readonly warnings: readonly string[];
  /** Of the file that was chosen; null: it is the one that is read. */
  readonly facts: SourceFacts | null;
  /** Each byte that is read stands for so many of the file that was chosen. */
  readonly bytesPerByte: number;
  readonly close: () => void;
}

export interface TableToOpen {
  readonly path: string;
  readonly name: string;
  readonly reading: FileReading;
  readonly mapping: DelimitedMapping;
  /** The readers of rows have met something odd in it: it has to be written down anew. */
  readonly isOdd: boolean;
}

export interface OpenControl extends ReadControl {
  /** Where the table may be written down anew. */
  readonly cleanPath: string;
  readonly tally: FileTally;
  /** Null: no mapping hashes. */
  readonly hashOf: ((cell: string) => string) | null;
}

/** So many rows of the head show how the file is written. */
const ROWS_OF_HEAD = 200;

export async function openTable(table: TableToOpen, control: OpenControl): Promise<Result<OpenTable, SourceFault>> {
  const { path, name, reading, mapping } = table;
  const head = await inspectTable(path, choiceOf(reading), { rows: ROWS_OF_HEAD, control });
  if (!head.ok) return fail(sourceFaultOf(head.error));
  const headings = headingsOf(head.value);
  const rewriter = rowRewriter(mapping, headings, control.hashOf);
  const { delimiter, encoding } = head.value;
  const fault = columnFault(mapping, headings);
  if (fault !== null) return fail(fault);
  if (!head.value.isPlain || delimiter === null || table.isOdd || rewriter !== null)
    return writeAnew(table, headings, rewriter, control);
  return ok({
    file: { path, name, delimiter },
    headings,
    addedColumns: 0,
    encoding,
    lineOf: ({ line }) => line,
    warnings: [],
    facts: null,
    bytesPerByte: 1,
    close: () => {},
  });
}

async function writeAnew(
  { path, name, reading, mapping }: TableToOpen,
  headings: readonly string[],
  rewriter: RowRewriter | null,
  { cleanPath, tally, isCancelled, onRead }: OpenControl,
): Promise<Result<OpenTable, SourceFault>> {
  const rewrite = rewriter?.rewrite ?? ((cells: readonly string[]) => cells);
  const cleaned = await cleanTable(path, choiceOf(reading), cleanPath, {
    isCancelled,
    // The other half of the way is the reading of what is written here.
    onRead: (bytes) => onRead(bytes / 2),
    mapHeader: () => rewriter?.headings ?? headings.map((_, index) => `column ${index + 1}`),
    mapRow: (cells) => (cells.length === 1 && cells[0] === '' ? ONE_BLANK_CELL : rewrite(cells)),
    onRejected: ({ line, reason, cells }) =>
      tally.reject(
        { table: mapping.rows, line, column: null, value: null, reason: sentence(reason) },
        // Nobody can tell in which cell of such a row stands what is to be hashed.
        (mapping.hash ?? []).length > 0 ? null : cells,
      ),
  });
  if (!cleaned.ok) return fail(sourceFaultOf(cleaned.error));
  const { encoding, lineOfRow, warnings, sizeBytes, sha256 } = cleaned.value;
  return ok({
    file: { path: cleanPath, name, delimiter: ',' },
    headings: rewriter?.headings ?? headings,
    addedColumns: rewriter === null ? 0 : rewriter.headings.length - headings.length,
    encoding,
    lineOf: ({ row }) => lineOfRow[row - 1] ?? 1,
    warnings: warnings.filter(isToSay).map(warningTextOnScreen),
    facts: { sizeBytes, sha256 },
    bytesPerByte: sizeBytes / 2 / Math.max(1, statSync(cleanPath).size),
    close: () => rmSync(cleanPath, { force: true }),
  });
}

/** The readers of rows skip lines without a character. */
const ONE_BLANK_CELL = [' '];

const sentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
