import { closeSync, openSync, readSync } from 'node:fs';
import { fail, ok, type Result } from '../core/result.ts';
import { NEWEST_VERSION } from './migrations/migrations.ts';
import { fault, faultOfError, type WorkshopFault } from './workshop-fault.ts';

/** 'Acrd' at offset 68 of the file, so that `file(1)` and we know a workshop from any other SQLite file. */
export const APPLICATION_ID = 0x41637264;

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/**
 * Looks at the first 100 bytes without SQLite, which would take an empty file for an empty database and may leave
 * companion files beside a stranger's.
 */
export function checkHeader(path: string): Result<null, WorkshopFault> {
  const read = readHeader(path);
  if (!read.ok) return read;
  const header = read.value;
  if (header.length === 0) return notAWorkshop('The file is empty (0 bytes).');
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return notAWorkshop('The file is not a workshop: it does not begin like an SQLite file.');
  }
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== APPLICATION_ID) {
    return notAWorkshop(`The file is an SQLite file of another program (application id ${applicationId}).`);
  }
  const version = header.readUInt32BE(60);
  return version > NEWEST_VERSION ? fail(newerWorkshop(version)) : ok(null);
}

export const newerWorkshop = (version: number): WorkshopFault =>
  fault(
    'newerWorkshop',
    `The workshop was written by a newer Accord (file version ${version}, this one knows ${NEWEST_VERSION}). It was not changed. Update Accord to open it.`,
  );

function readHeader(path: string): Result<Buffer, WorkshopFault> {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(HEADER_BYTES);
      return ok(bytes.subarray(0, readSync(descriptor, bytes, 0, HEADER_BYTES, 0)));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') {
      return notAWorkshop('This is a folder, not a file.');
    }
    const known = faultOfError(error);
    if (known === null) throw error;
    return fail(known);
  }
}

const notAWorkshop = (what: string): Result<never, WorkshopFault> =>
  fail(fault('notAWorkshop', `${what} It was not changed. Choose a file that Accord made (*.accord).`));
