/** A table as a file: UTF-8, comma, RFC 4180. It is there whole or not at all. */
import { Buffer } from 'node:buffer';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { csvRow } from '../../core/csv-row.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { errorCode } from '../../db/workshop-fault.ts';
import { type TableFault, tableFault } from './table-fault.ts';

export interface TableWriter {
  readonly row: (cells: readonly string[]) => void;
  /** What is written from here on is lost; `finish` says why. */
  readonly hasFailed: () => boolean;
  /** Puts the file under its name. Of what `row` met, the fault comes out here. */
  readonly finish: () => Result<null, TableFault>;
  /** Takes away what was written so far; after `finish` it does nothing. */
  readonly abandon: () => void;
}

const FLUSH_AT_CHARACTERS = 1 << 20;

/** What is written so far of the file `path`. A worker that was ended leaves it behind. */
export const partialPath = (path: string): string => `${path}.${process.pid}.part`;

/** A 'scratch' file is not to outlive this run, so nobody waits until it is on the disk. */
export function openTableWriter(
  path: string,
  purpose: 'lasting' | 'scratch' = 'lasting',
): Result<TableWriter, TableFault> {
  const partial = partialPath(path);
  let file: number | null = null;
  let waiting = '';
  let fault: TableFault | null = null;
  const attempt = (work: () => void): void => {
    if (fault !== null) return;
    try {
      work();
    } catch (error) {
      fault = writeFault(path, error);
      if (fault === null) throw error;
    }
  };
  const flush = () =>
    attempt(() => {
      if (file !== null && waiting !== '') writeAll(file, Buffer.from(waiting));
      waiting = '';
    });
  const close = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  const abandon = () => {
    if (file === null) return;
    close();
    rmSync(partial, { force: true });
  };
  attempt(() => {
    file = openSync(partial, 'w');
  });
  if (fault !== null) return fail(fault);
  return ok({
    row: (cells) => {
      // A line with nothing on it would be no row to a reader.
      waiting += cells.length === 1 && cells[0] === '' ? '""\r\n' : csvRow(cells);
      if (waiting.length >= FLUSH_AT_CHARACTERS) flush();
    },
    hasFailed: () => fault !== null,
    finish: () => {
      flush();
      attempt(() => {
        if (file !== null && purpose === 'lasting') fsyncSync(file);
      });
      if (fault !== null) {
        abandon();
        return fail(fault);
      }
      close();
      attempt(() => renameSync(partial, path));
      if (fault === null) return ok(null);
      rmSync(partial, { force: true });
      return fail(fault);
    },
    abandon,
  });
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function writeFault(path: string, error: unknown): TableFault | null {
  const code = errorCode(error);
  if (code === '') return null;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return tableFault(
      'unwritable',
      `${path} cannot be written: the disk is full.`,
      'Make room, or choose another folder.',
    );
  return tableFault(
    'unwritable',
    `${path} cannot be written (${code}).`,
    'Choose a folder that is there and that you may write to.',
  );
}
