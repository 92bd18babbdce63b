/**
 * Packed histories kept in files beside their workshop (`spring.accord-replay`), as SQLite's `-wal` is: packing ten million
 * activities takes seconds, reading what was packed takes a fraction of one. One file a side, since two rule sets are on
 * the table; mostly the baseline's serves both.
 */
import { createHash } from 'node:crypto';
import { rmSync, unlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { HistoryStamp } from '../../../db/history/read-history.ts';
import type { PackedShelf, Side } from '../packed/replay-engine.ts';
import { type KeptPacking, readPacked } from './read-shelf.ts';
import { isOfTheDisk, partOf, writePacked } from './write-shelf.ts';

export interface ShelfParts {
  readonly workshopPath: string;
  /** Of the history that is packed. */
  readonly stamp: HistoryStamp;
  /** What tells this program from every other that packs: another one may pack otherwise. */
  readonly program: string;
  /** A history with fewer is packed in a moment, and gets no file. */
  readonly leastActivities?: number;
  /** What `prepareShelf` read. */
  readonly prepared?: KeptPacking | null;
}

export interface FileShelf extends PackedShelf {
  /** Resolves when nothing is being written any more. */
  readonly settled: () => Promise<void>;
  /** What is being written is given up. */
  readonly close: () => void;
}

/** Packed in some two tenths of a second. */
const LEAST_ACTIVITIES = 500_000;

export const shelfPath = (workshopPath: string, side: Side): string =>
  side === 'baseline' ? `${workshopPath}-replay` : `${workshopPath}-replay-scenario`;

/** Takes away what is kept beside the workshop, whole or half written. Nothing may be keeping anything meanwhile. */
export function removeKept(workshopPath: string): void {
  for (const side of SIDES) {
    const path = shelfPath(workshopPath, side);
    for (const file of [path, partOf(path)]) rmSync(file, { force: true });
  }
}

/**
 * Reads what most sessions begin with before it is known whether it can be trusted: while the workshop is being checked.
 * A shelf takes it if its key is the one that is asked for.
 */
export const prepareShelf = (workshopPath: string): KeptPacking | null =>
  readPacked(shelfPath(workshopPath, 'baseline'), null);

export function createPackedShelf(parts: ShelfParts): FileShelf {
  const { workshopPath, stamp, program, leastActivities } = parts;
  let prepared = parts.prepared ?? null;
  const isWorth = stamp.activities >= (leastActivities ?? LEAST_ACTIVITIES);
  const writing: { [S in Side]?: AbortController } = {};
  let settled = Promise.resolve();
  for (const side of SIDES) removeStalePart(shelfPath(workshopPath, side));

  /** All that a packing depends on: beside the history and the rules, what the machine knows of time zones and of letters. */
  const fileKey = (key: string): string => {
    const { v8, icu, unicode, tz } = process.versions;
    const text = JSON.stringify([stamp.identity, stamp.timeZone, key, program, v8, icu, unicode, tz]);
    return createHash('sha256').update(text).digest('hex');
  };
  return {
    take: (key, side) => {
      if (!isWorth) return null;
      const wanted = fileKey(key);
      const ready = prepared;
      prepared = null;
      if (ready?.fileKey === wanted) return { ...ready, key };
      // A scenario that was made the baseline still lies where it was kept.
      for (const one of SIDES.toSorted((left) => (left === side ? -1 : 1))) {
        const kept = readPacked(shelfPath(workshopPath, one), wanted);
        if (kept !== null) return { ...kept, key };
      }
      return null;
    },
    put: (packed, side) => {
      if (!isWorth) return;
      writing[side]?.abort();
      const newest = new AbortController();
      writing[side] = newest;
      const before = settled;
      settled = (async () => {
        await before;
        // Not before the answer that it was packed for has been posted.
        await setImmediate();
        if (newest.signal.aborted) return;
        await writePacked(shelfPath(workshopPath, side), fileKey(packed.key), packed, newest.signal);
      })();
    },
    settled: () => settled,
    close: () => {
      for (const side of SIDES) writing[side]?.abort();
    },
  };
}

const SIDES: readonly Side[] = ['scenario', 'baseline'];

/** Of a process that was killed while it wrote. */
function removeStalePart(path: string): void {
  try {
    unlinkSync(partOf(path));
  } catch (error) {
    if (!isOfTheDisk(error)) throw error;
  }
}
