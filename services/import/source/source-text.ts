/** The text of a file in UTF-8, piece by piece: hashed, decoded without ever inventing a character, and refused when it is no text. */
import { Buffer, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type ForeignFormat, foreignFormat } from '../../table/foreign-format.ts';
import { cutOffBytes } from '../../table/utf8-bytes.ts';
import { badSource, cancelled, faultOfFileError, type SourceFault } from './source-fault.ts';

/** How long work tells where it stands, and learns that it is no longer wanted. */
export interface ReadControl {
  readonly isCancelled: () => boolean;
  readonly onRead: (bytes: number) => void;
}

export const UNWATCHED: ReadControl = { isCancelled: () => false, onRead: () => {} };

export interface SourceFacts {
  readonly sizeBytes: number;
  readonly sha256: string;
}

const PIECE_BYTES = 1 << 20;

/**
 * Gives the decoded text to `take`, piece by piece, until it answers a fault or 'enough'. A byte that is not UTF-8 is a fault that names the line; so is a NUL character, which no text file holds. After 'enough' size and hash
 * are those of what was read.
 */
export async function readText(
  path: string,
  name: string,
  control: ReadControl,
  take: (text: string) => SourceFault | 'enough' | null,
): Promise<Result<SourceFacts, SourceFault>> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sizeBytes = 0;
  let lines = 1;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      const bytes = piece as Buffer;
      if (control.isCancelled()) return fail(cancelled());
      const foreign = sizeBytes === 0 ? foreignFormat(bytes) : null;
      if (foreign !== null) return fail(notTextBut(name, foreign));
      hash.update(bytes);
      sizeBytes += bytes.length;
      control.onRead(bytes.length);
      const text = decode(decoder, bytes);
      if (text === null) return fail(undecodable(name, lines + linesBeforeBadByte(bytes)));
      const nul = text.indexOf('\0');
      if (nul >= 0)
        return fail(notText(name, `it holds a NUL character in line ${lines + countLineFeeds(text.slice(0, nul))}`));
      const answer = take(text);
      if (answer === 'enough') return ok({ sizeBytes, sha256: hash.digest('hex') });
      if (answer !== null) return fail(answer);
      lines += countLineFeeds(text);
    }
    const rest = decode(decoder, null);
    if (rest === null) return fail(undecodable(name, lines));
    return ok({ sizeBytes, sha256: hash.digest('hex') });
  } catch (error) {
    const fault = faultOfFileError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}

/**
 * The same as UTF-8 bytes, whatever the encoding: pieces of whole characters, without the byte order mark, which `take`
 * must not keep. The faults are those of `readText`.
 */
export async function readUtf8(
  path: string,
  name: string,
  control: ReadControl,
  take: (bytes: Uint8Array) => SourceFault | 'enough' | null,
): Promise<Result<SourceFacts, SourceFault>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let cut = new Uint8Array(0);
  try {
    const file = await open(path, 'r');
    try {
      // One piece is read while the other is looked at; each has room in front for a character that the last one cut.
      let [buffer, other] = [Buffer.alloc(ROOM + PIECE_BYTES), Buffer.alloc(ROOM + PIECE_BYTES)];
      let coming = file.read(buffer, ROOM, PIECE_BYTES);
      for (;;) {
        const { bytesRead } = await coming;
        if (bytesRead === 0) break;
        coming = file.read(other, ROOM, PIECE_BYTES);
        // An early answer leaves this one behind.
        coming.catch(() => {});
        if (control.isCancelled()) return fail(cancelled());
        const bytes = buffer.subarray(ROOM, ROOM + bytesRead);
        const foreign = sizeBytes === 0 ? foreignFormat(bytes) : null;
        if (foreign !== null) return fail(notTextBut(name, foreign));
        hash.update(bytes);
        control.onRead(bytesRead);
        buffer.set(cut, ROOM - cut.length);
        const whole = buffer.subarray(ROOM - cut.length, ROOM + bytesRead - cutOffBytes(bytes));
        if (!isUtf8(whole) || whole.includes(0)) return await undecodableText(path, name, control);
        cut = Uint8Array.from(bytes.subarray(bytesRead - cutOffBytes(bytes)));
        const answer = take(sizeBytes === 0 && whole.indexOf('\ufeff') === 0 ? whole.subarray(3) : whole);
        sizeBytes += bytesRead;
        if (answer === 'enough') return ok({ sizeBytes, sha256: hash.digest('hex') });
        if (answer !== null) return fail(answer);
        [buffer, other] = [other, buffer];
      }
    } finally {
      await file.close();
    }
    if (cut.length > 0) return await undecodableText(path, name, control);
    return ok({ sizeBytes, sha256: hash.digest('hex') });
  } catch (error) {
    const fault = faultOfFileError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}

/** Room for the bytes of a character that is not whole. */
const ROOM = 3;

/** The fault of a file that cannot be decoded: read once more, slowly, for the line. */
async function undecodableText(path: string, name: string, { isCancelled }: ReadControl) {
  const read = await readText(path, name, { isCancelled, onRead: () => {} }, () => null);
  return read.ok ? fail(badSource(`${name} changed while it was read.`, 'Start the import again.')) : read;
}

/** Null where a byte does not fit. */
function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer | null): string | null {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

const notText = (name: string, why: string, todo = SAVE_AS_CSV): SourceFault =>
  badSource(`${name} is no CSV file: ${why}.`, todo);

const notTextBut = (name: string, foreign: ForeignFormat): SourceFault =>
  notText(name, `it is ${foreign.name}`, foreign.todo);

const SAVE_AS_CSV = 'Save or export the table as "CSV UTF-8" and import that file.';

const undecodable = (name: string, line: number): SourceFault =>
  badSource(
    `${name} is not UTF-8: line ${line} holds a byte that does not fit.`,
    'Save or export it as "CSV UTF-8" and import that file.',
  );

function linesBeforeBadByte(bytes: Buffer): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.indexOf('\ufffd', 1);
  return countLineFeeds(bad < 0 ? '' : text.slice(0, bad));
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
