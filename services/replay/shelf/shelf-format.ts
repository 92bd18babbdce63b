/**
 * The file that keeps a packed history: a head of fixed length, a header in JSON, the columns of the packed memory that no
 * replay writes as one block, and the values of the signatures. Little endian, as on every machine that Accord runs on.
 *
 * What guards it: the magic and the format number; a key of all that the packing depends on; lengths that must add up to
 * the file's; a checksum of every byte. What does not fit in any of these is not read, and no length is believed before
 * memory is taken for it. A file that is forged, checksum and all, can give wrong numbers, as a forged workshop can; it
 * cannot reach beyond the WebAssembly memory that it is read into.
 */
import { crc32 } from 'node:zlib';
import type { PackedAddresses } from '../../../core/replay/packed/packed-store.ts';

/**
 * Goes up whenever the same history and the same rules are packed into other bytes, or the bytes mean something else: a file
 * of another format is not read. `test/services/replay/shelf/shelf-format.test.ts` holds a hash that tells.
 */
export const SHELF_FORMAT = 3;

const MAGIC = 'AcrdPack';
export const HEAD_BYTES = 28;

export interface ShelfHead {
  /** Of the header in JSON. */
  readonly headerBytes: number;
  readonly bodyBytes: number;
  readonly checksum: number;
}

/** The bytes of the head that the checksum covers, after the header and the body. */
const COVERED_BYTES = 24;

/** `checksum`: of the header and the body, one after the other. */
export function shelfHead({ headerBytes, bodyBytes, checksum }: ShelfHead): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(SHELF_FORMAT, 8);
  head.writeUInt32LE(headerBytes, 12);
  head.writeBigUInt64LE(BigInt(bodyBytes), 16);
  head.writeUInt32LE(crc32(head.subarray(0, COVERED_BYTES), checksum), COVERED_BYTES);
  return head;
}

/** Null: not such a file, or of another format, or of another length than its head says. */
export function parseHead(head: Buffer, fileBytes: number): ShelfHead | null {
  if (head.length !== HEAD_BYTES || head.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  if (head.readUInt32LE(8) !== SHELF_FORMAT) return null;
  const headerBytes = head.readUInt32LE(12);
  const bodyBytes = Number(head.readBigUInt64LE(16));
  if (HEAD_BYTES + headerBytes + bodyBytes !== fileBytes) return null;
  return { headerBytes, bodyBytes, checksum: head.readUInt32LE(COVERED_BYTES) };
}

/** `checksum`: of the header and the body as they were read. */
export const isWhole = (head: Buffer, { checksum }: ShelfHead, found: number): boolean =>
  crc32(head.subarray(0, COVERED_BYTES), found) === checksum;

/**
 * CRC-32 (zlib's): of 100 MB in 20 ms, where SHA-1 takes 52, SHA-256 56 and BLAKE2b 100 (Node 24, one core of an EPYC). It
 * finds every damage of up to 32 bits in a row and any other but one in four thousand million. Nobody's forgery is to be
 * found out: whoever can write this file can write the workshop beside it. Takes views of shared memory as they are.
 */
export const checksumOf = (bytes: Uint8Array, before: number): number => crc32(bytes, before);

/** Bytes that are read, or written, at a time. */
export const PIECE_BYTES = 2 ** 23;

/** The block of columns, in the packed memory. */
export const keptColumns = ({
  words,
  recordEnds,
}: PackedAddresses): { readonly start: number; readonly end: number } => ({
  start: words,
  end: recordEnds,
});
