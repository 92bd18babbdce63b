/** A file to import, made ready for the readers of rows: as it lies there, or written down anew where only a slower reader can read it. */
import type { FileReading } from '../../api/import.ts';
import { ok, type Result } from '../../core/result.ts';
import type { RowPlace } from './parse-piece.ts';
import type { RowsFile } from './read-rows.ts';
import { sniffFile } from './sniff-source.ts';
import type { SourceFault } from './source-fault.ts';
import type { ReadControl } from './source-text.ts';

export interface OpenTable {
  /** What the readers read. */
  readonly file: RowsFile;
  readonly headings: readonly string[];
  /** The encoding of the file that was chosen. */
  readonly encoding: string;
  /** Where a row stands in the file that was chosen; 1 is the first line, or row of a sheet. */
  readonly lineOf: (place: RowPlace) => number;
  readonly warnings: readonly string[];
}

export async function openTable(
  path: string,
  name: string,
  _reading: FileReading,
  control: ReadControl,
): Promise<Result<OpenTable, SourceFault>> {
  const sniffed = await sniffFile(path, name, { ...control, onRead: () => {} });
  if (!sniffed.ok) return sniffed;
  const { headings, encoding } = sniffed.value;
  return ok({ file: sniffed.value, headings, encoding, lineOf: ({ line }) => line, warnings: [] });
}
