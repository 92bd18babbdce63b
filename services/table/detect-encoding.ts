/** Which encoding a file is in: byte order mark, strict UTF-8, NUL pattern, else a proposal that says so (RELIABILITY.md 0). */
import { Buffer, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { fail, ok, type Result } from '../../core/result.ts';
import type { EncodingName } from './encoding-names.ts';
import { lineAtByte } from './line-at-byte.ts';
import { longRecordFault } from './long-record.ts';
import { cancelledFault, type TableControl, UNWATCHED } from './table-control.ts';
import { type TableFault, tableFault } from './table-fault.ts';
import type { TableWarning } from './table-warning.ts';
import { cutOffBytes, firstBadByte } from './utf8-bytes.ts';

export interface DetectedEncoding {
  readonly encoding: EncodingName;
  readonly warnings: readonly TableWarning[];
}

const PIECE_BYTES = 1 << 20;
/** Longer than the longest record in the widest of encodings. */
const LONGEST_RUN_BYTES = 1 << 22;

export const SAVE_AS_UTF8 = 'Save or export it as "CSV UTF-8" and read that file.';

/** The mark a file begins with. */
export function byteOrderMark(
  head: Buffer,
): { readonly encoding: EncodingName | 'utf-32'; readonly bytes: number } | null {
  const begins = head.subarray(0, 4).toString('hex');
  if (begins === '0000feff' || begins === 'fffe0000') return { encoding: 'utf-32', bytes: 4 };
  if (begins.startsWith('efbbbf')) return { encoding: 'utf-8', bytes: 3 };
  if (begins.startsWith('fffe')) return { encoding: 'utf-16le', bytes: 2 };
  return begins.startsWith('feff') ? { encoding: 'utf-16be', bytes: 2 } : null;
}

/** Reads the file once where no mark says what it is. `head`: its first 64 KB. Errors of the file system are thrown. */
export async function detectEncoding(
  path: string,
  name: string,
  head: Buffer,
  { isCancelled }: Pick<TableControl, 'isCancelled'> = UNWATCHED,
): Promise<Result<DetectedEncoding, TableFault>> {
  const mark = byteOrderMark(head);
  if (mark?.encoding === 'utf-32')
    return fail(tableFault('notText', `${name} is written in UTF-32, which is not read.`, SAVE_AS_UTF8));
  if (mark !== null) return ok({ encoding: mark.encoding, warnings: [] });
  const unmarked = utf16ByNulls(head);
  if (unmarked !== null) {
    return ok({
      encoding: unmarked,
      warnings: [{ kind: 'encodingByNulls', encoding: unmarked }],
    });
  }
  let offset = 0;
  let lastBreak = 0;
  let cut: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (isCancelled()) return fail(cancelledFault(name));
    const bytes = Buffer.concat([cut, piece as Buffer]);
    const whole = bytes.subarray(0, bytes.length - cutOffBytes(bytes));
    if (!isUtf8(whole)) return ok(await proposed(path, offset + firstBadByte(whole, 0), whole));
    const ends = Math.max(whole.lastIndexOf(0x0a), whole.lastIndexOf(0x0d));
    if (ends >= 0) lastBreak = offset + ends + 1;
    if (offset + whole.length - lastBreak > LONGEST_RUN_BYTES)
      return fail(longRecordFault(name, await lineAtByte(path, lastBreak), lastBreak, false));
    offset += whole.length;
    cut = Buffer.from(bytes.subarray(whole.length));
  }
  return ok(cut.length > 0 ? await proposed(path, offset, cut) : { encoding: 'utf-8', warnings: [] });

  async function proposed(file: string, badAt: number, bytes: Buffer): Promise<DetectedEncoding> {
    const byte = bytes[badAt - offset] ?? 0;
    const line = await lineAtByte(file, badAt);
    return {
      encoding: 'windows-1252',
      warnings: [{ kind: 'encodingProposed', line, byte }],
    };
  }
}

/** UTF-16 of mostly western text: every second byte is zero, and hardly any of the others. */
function utf16ByNulls(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd >= 2 && odd > even * 4) return 'utf-16le';
  return even >= 2 && even > odd * 4 ? 'utf-16be' : null;
}
