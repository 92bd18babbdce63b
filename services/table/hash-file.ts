import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fail, ok, type Result } from '../../core/result.ts';
import { cancelledFault, type TableControl } from './table-control.ts';
import type { TableFault } from './table-fault.ts';

/** Of the bytes that it was given. */
export interface FileFacts {
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Adds up bytes as they come; `facts` is asked once, at the end. */
export function createFileHash() {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  return {
    add: (bytes: Buffer): void => {
      hash.update(bytes);
      sizeBytes += bytes.length;
    },
    facts: (): FileFacts => ({ sizeBytes, sha256: hash.digest('hex') }),
  };
}

const PIECE_BYTES = 1 << 20;

/** Reads all of a file; cancellation is noticed every 1 MB. Errors of the file system are thrown. */
export async function hashFile(
  path: string,
  name: string,
  { isCancelled }: Pick<TableControl, 'isCancelled'>,
): Promise<Result<FileFacts, TableFault>> {
  const hash = createFileHash();
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (isCancelled()) return fail(cancelledFault(name));
    hash.add(piece as Buffer);
  }
  return ok(hash.facts());
}
