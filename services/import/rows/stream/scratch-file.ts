/** A file without a name beside the workshop, for what memory should not hold. The system frees it, whatever happens to the process. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { errorCode } from '../../../../db/workshop-fault.ts';

export interface ScratchFile {
  /** Appends all the bytes; answers where they begin. */
  readonly append: (bytes: Uint8Array) => number;
  readonly read: (at: number, into: Uint8Array) => void;
  readonly close: () => void;
}

/** A scratch file that cannot be made, written or read; the cause is the system's error. */
export class ScratchError extends Error {}

/** Made on first use. `path` is its name for the moment between making it and taking its name away. */
export function createScratchFile(path: string): ScratchFile {
  let descriptor: number | null = null;
  let length = 0;
  const made = (): number => {
    const opened = openNew(path);
    descriptor = opened;
    removeName(path);
    return opened;
  };
  return {
    append: (bytes) =>
      orScratchError(() => {
        const file = descriptor ?? made();
        const at = length;
        for (let written = 0; written < bytes.length; ) {
          written += writeSync(file, bytes, written, bytes.length - written, at + written);
        }
        length += bytes.length;
        return at;
      }),
    read: (at, into) =>
      orScratchError(() => {
        if (descriptor === null || at + into.length > length) throw new RangeError('not in the scratch file');
        for (let done = 0; done < into.length; ) {
          const bytesRead = readSync(descriptor, into, done, into.length - done, at + done);
          if (bytesRead === 0) throw new Error('the scratch file is shorter than it was');
          done += bytesRead;
        }
      }),
    close: () => {
      if (descriptor === null) return;
      closeSync(descriptor);
      descriptor = null;
      removeName(path);
    },
  };
}

/** One of that name was left by a process that ended just then, or belongs to another import that is about to take it away. */
function openNew(path: string): number {
  for (let tries = 1; ; tries += 1) {
    removeName(path);
    try {
      return openSync(path, 'wx+', 0o600);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || tries === 3) throw error;
    }
  }
}

/** Some systems keep the name of a file that is open: then it goes when it is closed. */
function removeName(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error))) throw error;
  }
}

function orScratchError<Value>(use: () => Value): Value {
  try {
    return use();
  } catch (cause) {
    throw new ScratchError('the scratch file of an import failed', { cause });
  }
}
