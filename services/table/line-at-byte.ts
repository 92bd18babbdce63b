import type { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** The line, 1 the first, that byte `offset` of a file stands in; lines end with CR, LF or both. Reads up to there. */
export async function lineAtByte(path: string, offset: number): Promise<number> {
  if (offset === 0) return 1;
  let line = 1;
  let wasReturn = false;
  for await (const piece of createReadStream(path, { end: offset - 1 })) {
    for (const byte of piece as Buffer) {
      if (byte === 0x0d || (byte === 0x0a && !wasReturn)) line += 1;
      wasReturn = byte === 0x0d;
    }
  }
  return line;
}
