import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '../../core/result.ts';

/** All of it, or nothing: what is half written is never left under the name that was asked for. */
export async function writeWhole(path: string, rows: Iterable<string>): Promise<Result<null, string>> {
  const partial = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(rows), createWriteStream(partial));
    await rename(partial, path);
    return ok(null);
  } catch (error) {
    // Where it could not even be begun there may be nothing to take away; what is told is why it cannot be written.
    await rm(partial, { force: true }).catch(() => undefined);
    return fail(`${path} cannot be written: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
