/** `accord rejected`: the rows that an import rejected, each file's as a CSV to be mended and imported again. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rejectedFileName } from '../../core/rejected-file-name.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { listImports, listRejectedFiles, newestRejectingImport, type RejectedFile } from '../../db/queries/imports.ts';
import type { ReadableWorkshop } from '../../db/workshop.ts';
import { rejectedCsv } from '../../services/import/rows/rejected-csv.ts';
import type { CommandStreams } from './simulate.ts';

const REJECTED_USAGE = 'accord rejected WORKSHOP [--import N] [--out FOLDER]';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Without a folder the rows go to `out`, piece by piece. */
export function runRejectedCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    streams.err(`accord rejected: ${options.error}\n${REJECTED_USAGE}`);
    return Promise.resolve(2);
  }
  const opened = openWorkshop(options.value.workshop);
  if (!opened.ok) {
    streams.err(`accord rejected: ${opened.error.detail}`);
    return Promise.resolve(1);
  }
  try {
    const done = writeRejected(opened.value, options.value, streams);
    if (!done.ok) streams.err(`accord rejected: ${done.error}`);
    return Promise.resolve(done.ok ? 0 : 1);
  } finally {
    closeWorkshop(opened.value);
  }
}

interface RejectedOptions {
  readonly workshop: string;
  /** Null: the newest that rejected any row. */
  readonly importId: number | null;
  readonly folder: string | null;
}

function readOptions(args: readonly string[]): Result<RejectedOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { import: { type: 'string' }, out: { type: 'string' } },
    });
    const [workshop, ...more] = positionals;
    if (workshop === undefined || more.length > 0) return fail('name one workshop file');
    const importId = values.import === undefined ? null : Number(values.import);
    if (importId !== null && !(Number.isSafeInteger(importId) && importId > 0))
      return fail(`--import: "${values.import}" is no number of an import; say one such as 3`);
    return ok({ workshop, importId, folder: values.out ?? null });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function writeRejected(
  workshop: ReadableWorkshop,
  { importId, folder }: RejectedOptions,
  streams: CommandStreams,
): Result<void, string> {
  const chosen = importId ?? newestRejectingImport(workshop);
  if (chosen === null) return fail('no import of this workshop rejected a row; there is nothing to mend.');
  const known = listImports(workshop).map(({ id }) => id);
  if (!known.includes(chosen))
    return fail(
      known.length === 0
        ? `there is no import ${chosen}: nothing was imported into this workshop yet.`
        : `there is no import ${chosen} in this workshop; say one of ${known.toReversed().join(', ')}.`,
    );
  const files = listRejectedFiles(workshop, chosen);
  const [first, ...more] = files;
  if (first === undefined) return fail(`import ${chosen} rejected no row; there is nothing to mend.`);
  if (folder !== null) return writeIntoFolder(workshop, chosen, files, folder, streams);
  if (more.length > 0)
    return fail(
      `import ${chosen} rejected rows of ${files.length} files (${files.map(({ file }) => file).join(', ')}); say with --out FOLDER where they go, a CSV for each.`,
    );
  for (const piece of piecesOf(workshop, chosen, first.file)) streams.out(piece);
  return ok(undefined);
}

/** What is there already is never written over: it may be mended half. */
function writeIntoFolder(
  workshop: ReadableWorkshop,
  importId: number,
  files: readonly RejectedFile[],
  folder: string,
  streams: CommandStreams,
): Result<void, string> {
  const taken = new Set<string>();
  for (const { file, rows } of files) {
    const path = join(folder, freeName(rejectedFileName(file), taken));
    try {
      mkdirSync(folder, { recursive: true });
      const out = openSync(path, 'wx');
      try {
        for (const piece of piecesOf(workshop, importId, file)) writeSync(out, piece);
      } finally {
        closeSync(out);
      }
    } catch (error) {
      return fail(writeFault(path, error));
    }
    streams.out(`${path}: ${rows} rejected ${rows === 1 ? 'row' : 'rows'} of ${file}.\n`);
  }
  return ok(undefined);
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let place = 2; taken.has(free.toLowerCase()); place += 1) free = name.replace(/\.csv$/, ` (${place}).csv`);
  taken.add(free.toLowerCase());
  return free;
}

function writeFault(path: string, error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
    return `${path} is there already, mended perhaps; move it away, or name another folder with --out.`;
  const why = error instanceof Error ? error.message : String(error);
  return `${path} cannot be written: ${why}. Name another folder with --out, or make room.`;
}

const ROWS_PER_PIECE = 5_000;

function* piecesOf(workshop: ReadableWorkshop, importId: number, file: string): Iterable<string> {
  for (let offset: number | null = 0; offset !== null; ) {
    const { csv, nextOffset } = rejectedCsv(workshop, { importId, file }, offset, ROWS_PER_PIECE);
    yield csv;
    offset = nextOffset;
  }
}
