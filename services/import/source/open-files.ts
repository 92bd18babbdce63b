/** The files of an import, each ready to be read. */
import type { DelimitedMapping, FileReading } from '../../../api/import.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type OwnColumn, ownColumns } from '../mapping/own-columns.ts';
import type { FileTally, ImportTally } from '../rows/import-tally.ts';
import type { ReadOptions } from '../rows/read-data-folder.ts';
import { type OpenTable, openTable } from './open-table.ts';
import type { SourceFault } from './source-fault.ts';
import { UNWATCHED } from './source-text.ts';

export interface PlannedFile {
  readonly path: string;
  /** No two files of an import have the same. */
  readonly name: string;
  readonly reading: FileReading;
  readonly mapping: DelimitedMapping;
}

export interface OpenFile extends PlannedFile {
  readonly table: OpenTable;
  /** What becomes attributes or properties. */
  readonly own: readonly OwnColumn[];
  readonly tally: FileTally;
}

export interface OpenFiles {
  readonly files: readonly OpenFile[];
  readonly warnings: readonly string[];
  readonly close: () => void;
}

/** `odd`: places of files in which the readers of rows have met something odd. A fault leaves nothing open. */
export async function openFiles(
  planned: readonly PlannedFile[],
  odd: ReadonlySet<number>,
  tally: ImportTally,
  { control = UNWATCHED, cleanPath, hashOf = null }: ReadOptions,
): Promise<Result<OpenFiles, SourceFault>> {
  if (cleanPath === undefined) throw new Error('mapped files need a place where tables are written down anew');
  const files: OpenFile[] = [];
  const warnings: string[] = [];
  const close = () => {
    for (const { table } of files) table.close();
  };
  for (const [index, file] of planned.entries()) {
    const fileTally = tally.of(file.name, [file.mapping.rows]);
    const opened = await openTable(
      { ...file, isOdd: odd.has(index) },
      { ...control, tally: fileTally, hashOf, cleanPath: cleanPath(index) },
    );
    if (!opened.ok) {
      close();
      return fail({ ...opened.error, detail: inFile(planned, file.name, opened.error.detail) });
    }
    const columns = ownColumns(file.mapping, opened.value.headings);
    warnings.push(...[...columns.warnings, ...opened.value.warnings].map((one) => inFile(planned, file.name, one)));
    files.push({ ...file, table: opened.value, own: columns.kept, tally: fileTally });
  }
  return ok({ files, warnings, close });
}

/** What is said of one file of several names it. */
export const inFile = (files: readonly PlannedFile[], name: string, words: string): string =>
  files.length === 1 || words.startsWith(name) ? words : `${name}: ${words}`;

export const ownNames = (files: readonly OpenFile[], rows: DelimitedMapping['rows']): readonly string[] => [
  ...new Set(files.filter(({ mapping }) => mapping.rows === rows).flatMap(({ own }) => own.map(({ name }) => name))),
];
