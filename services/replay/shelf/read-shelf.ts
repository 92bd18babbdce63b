/** Reads a kept packed history; the guards are told in `shelf-format.ts`. */
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { type PackedStore, packedAddresses } from '../../../core/replay/packed/packed-store.ts';
import type { PackedParts } from '../packed/packed-history.ts';
import { sharedMemory } from '../packed/web-assembly.ts';
import {
  checksumOf,
  HEAD_BYTES,
  isWhole,
  keptColumns,
  PIECE_BYTES,
  parseHead,
  type ShelfHead,
} from './shelf-format.ts';
import { parseHeader, type ShelfHeader } from './shelf-header.ts';

export interface KeptPacking extends Omit<PackedParts, 'key'> {
  /** What it was kept under. */
  readonly fileKey: string;
}

/**
 * Null: there is no such file, it was kept under another key, or it is not whole. Whatever the file holds, nothing is
 * thrown. `fileKey` null: whatever it was kept under.
 */
export function readPacked(path: string, fileKey: string | null): KeptPacking | null {
  try {
    // A link or a pipe of that name is none of ours, and a pipe would be waited for.
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
    const file = openSync(path, 'r');
    try {
      return read(file, fileKey);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
}

function read(file: number, fileKey: string | null): KeptPacking | null {
  const fileBytes = fstatSync(file).size;
  const headBytes = Buffer.alloc(HEAD_BYTES);
  if (!readWhole(file, headBytes, 0)) return null;
  const head = parseHead(headBytes, fileBytes);
  if (head === null || head.headerBytes > MOST_HEADER_BYTES) return null;
  const headerBytes = Buffer.alloc(head.headerBytes);
  if (!readWhole(file, headerBytes, HEAD_BYTES)) return null;
  const header = parseHeader(headerBytes.toString());
  if (header === null || (fileKey !== null && header.key !== fileKey)) return null;
  const room = roomFor(header, head);
  if (room === null) return null;
  const { columns, values, ...parts } = room;
  let checksum = checksumOf(headerBytes, 0);
  let position = HEAD_BYTES + head.headerBytes;
  for (const block of [columns, ...values]) {
    for (let start = 0; start < block.length; start += PIECE_BYTES) {
      const piece = block.subarray(start, start + PIECE_BYTES);
      if (!readWhole(file, piece, position)) return null;
      checksum = checksumOf(piece, checksum);
      position += piece.length;
    }
  }
  return isWhole(headBytes, head, checksum) ? { fileKey: header.key, ...parts } : null;
}

/** A header lists chunks, sets of cells and the names of the history. */
const MOST_HEADER_BYTES = 2 ** 28;
/** Records, tables and counts take a few times what the columns do; much more is no packed history. */
const MOST_TIMES_THE_FILE = 16;
const TABLES_BYTES = 2 ** 28;

/** Memory for what the file says it holds, if that is what it can hold. */
function roomFor({ store, summary, signatures }: ShelfHeader, { headerBytes, bodyBytes }: ShelfHead) {
  const addresses = packedAddresses(store.sizes);
  const { start, end } = keptColumns(addresses);
  const columnBytes = end - start;
  const valueBytes = 8 * signatures.count;
  // Also false for what is not a number, as of sizes that lack one.
  if (!(columnBytes + valueBytes * signatures.ruleIds.length === bodyBytes)) return null;
  if (!(addresses.end <= MOST_TIMES_THE_FILE * (headerBytes + bodyBytes) + TABLES_BYTES)) return null;
  if (signatures.count !== store.sizes.signatures || !areChunksOf(store, addresses.end)) return null;
  const memory = sharedMemory(addresses.end);
  if (memory === null) return null;
  const columns = new Uint8Array(memory.buffer, start, columnBytes);
  const valuesByRule = new Map(signatures.ruleIds.map((id) => [id, new Float64Array(signatures.count)]));
  if (valuesByRule.size !== signatures.ruleIds.length) return null;
  return {
    summary,
    store: { ...store, memory: memory.buffer, addresses },
    memory,
    signatures: { count: signatures.count, valuesByRule },
    columns,
    values: [...valuesByRule.values()].map((values) => new Uint8Array(values.buffer)),
  };
}

function areChunksOf({ chunks, sizes, mainPlaces }: Omit<PackedStore, 'memory' | 'addresses'>, end: number): boolean {
  const pairs = sizes.places / 2;
  return (
    Number.isInteger(pairs) &&
    mainPlaces <= sizes.places &&
    chunks.every(
      ({ firstPair, endPair, evenRecords, oddRecords }) =>
        firstPair <= endPair && endPair <= pairs && evenRecords <= end && oddRecords <= end,
    )
  );
}

/** Straight into the memory given, shared or not. False: the file ends before. */
function readWhole(file: number, bytes: Uint8Array, position: number): boolean {
  for (let done = 0; done < bytes.length; ) {
    const count = readSync(file, bytes, done, bytes.length - done, position + done);
    if (count === 0) return false;
    done += count;
  }
  return true;
}
