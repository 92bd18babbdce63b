/** Writes a packed history to be kept, piece by piece between other work, so that a lever moved meanwhile is answered soon. */
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import type { PackedParts } from '../packed/packed-history.ts';
import { checksumOf, HEAD_BYTES, keptColumns, PIECE_BYTES, shelfHead } from './shelf-format.ts';
import { headerText } from './shelf-header.ts';

/** Where the file lies until it is whole. */
export const partOf = (path: string): string => `${path}.part`;

/**
 * False: aborted, or the disk or the folder does not take it; then nothing of it is left, and what was there before stays.
 * The head is written last and the name given after that, so that whatever interrupts it leaves nothing that is trusted.
 * Nothing is forced to the disk: what a power cut takes away, the checksum misses.
 */
export async function writePacked(
  path: string,
  key: string,
  packed: Omit<PackedParts, 'key' | 'memory'>,
  signal: AbortSignal,
): Promise<boolean> {
  const part = partOf(path);
  let isKept = false;
  try {
    await removePart(part);
    const file = await open(part, 'wx');
    try {
      isKept = await writeAll(file, key, packed, signal);
    } finally {
      await file.close();
    }
    if (isKept) await rename(part, path);
    return isKept;
  } catch (error) {
    isKept = false;
    if (!isOfTheDisk(error)) throw error;
    return false;
  } finally {
    if (!isKept) await removePart(part);
  }
}

async function removePart(part: string): Promise<void> {
  try {
    await unlink(part);
  } catch (error) {
    if (!isOfTheDisk(error)) throw error;
  }
}

/** False when it was aborted. */
async function writeAll(
  file: FileHandle,
  key: string,
  packed: Omit<PackedParts, 'key' | 'memory'>,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, signatures } = packed;
  const { start, end } = keptColumns(store.addresses);
  const header = Buffer.from(headerText(key, packed));
  const body = [
    new Uint8Array(store.memory, start, end - start),
    ...[...signatures.valuesByRule.values()].map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    ),
  ];
  let checksum = 0;
  let position = HEAD_BYTES;
  for (const block of [header, ...body]) {
    for (let first = 0; first < block.length; first += PIECE_BYTES) {
      if (signal.aborted) return false;
      const piece = block.subarray(first, first + PIECE_BYTES);
      checksum = checksumOf(piece, checksum);
      await writeWhole(file, piece, position);
      position += piece.length;
    }
  }
  const bodyBytes = position - HEAD_BYTES - header.length;
  await writeWhole(file, shelfHead({ headerBytes: header.length, bodyBytes, checksum }), 0);
  return !signal.aborted;
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** No room, no right, no folder any more, a folder of that name, a disk that fails: all reasons not to keep it, and no bugs. */
const DISK_CODES = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENOTEMPTY',
  'EEXIST',
  'ENAMETOOLONG',
  'EMFILE',
  'ENFILE',
]);

export const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && DISK_CODES.has(error.code);
