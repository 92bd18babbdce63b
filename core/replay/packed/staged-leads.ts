/**
 * The packed entries of the leads in the order of the history: their sizes have to be known before they find their places.
 * Several threads stage leads, a block at a time, each into pieces of its own.
 */
import type { AwardPlan } from '../award-plan.ts';
import type { AwardSource } from '../award-source.ts';
import type { SharedLeads } from '../compile.ts';
import { openAwards } from '../open-awards.ts';
import { sharedFloat64, sharedInt32, sharedUint32 } from '../shared-columns.ts';
import { chosenSets } from './cell-sets.ts';
import type { CellPlan } from './cells.ts';
import { createEntryPacker, type EntryPacker, type EntryPiece } from './entry-packer.ts';

/** What the entries of leads are packed from; plain data, so that another thread can pack too. */
export interface LeadsToPack {
  readonly plan: AwardPlan;
  readonly horizonMs: Float64Array;
  readonly leads: SharedLeads;
  readonly cells: CellPlan;
  /** By slot: whether a recycle ends the rule's awards. */
  readonly isCleared: readonly boolean[];
}

export interface StageTask extends LeadsToPack {
  readonly setMembers: Uint16Array;
  /** By lead, in shared memory: number of entries (0 for leads that are not replayed), hour of the first, and where it lies. */
  readonly sizes: Uint32Array;
  readonly baseHours: Int32Array;
  readonly starts: Float64Array;
  readonly leadsPerBlock: number;
  /** The next block of leads nobody has taken. */
  readonly next: Int32Array;
}

/** What one thread has staged. */
export interface StagedPart {
  readonly thread: number;
  /** In shared memory. */
  readonly pieces: readonly EntryPiece[];
  readonly longestGapHours: number;
  readonly isWholeSeconds: boolean;
  /** By slot, 1: some lead has awards beyond the ordinals that have cells of their own. */
  readonly hasLater: Uint8Array;
}

export function stageTask(input: LeadsToPack, setMembers: Uint16Array, leadsPerBlock: number): StageTask {
  const count = input.plan.createdAtMs.length;
  return {
    ...input,
    setMembers,
    sizes: sharedUint32(count),
    baseHours: sharedInt32(count),
    starts: sharedFloat64(count),
    leadsPerBlock,
    next: sharedInt32(1),
  };
}

/**
 * Takes block after block until none is left. `thread`: a number of its own for each that works on the task. `onBlock`
 * hears how many leads have been taken, by all of them.
 */
export function stageLeads(task: StageTask, thread: number, onBlock?: (taken: number) => void): StagedPart {
  const { cells, isCleared, setMembers, sizes, baseHours, starts, leadsPerBlock, next } = task;
  const takeBlock = (): number => Atomics.add(next, 0, 1) * leadsPerBlock;
  const pieces: EntryPiece[] = [];
  const packer = createEntryPacker(cells, isCleared, chosenSets(cells.count, setMembers), (least) => {
    const length = Math.max(PIECE_WORDS, least);
    const piece = { words: sharedUint32(length), withinHourMs: sharedUint32(length) };
    pieces.push(piece);
    return piece;
  });
  const { packed, hasLater } = packer;
  const pack = leadPacker(task, packer);
  for (let from = takeBlock(); from < sizes.length; from = takeBlock()) {
    const to = Math.min(sizes.length, from + leadsPerBlock);
    onBlock?.(to);
    for (let lead = from; lead < to; lead += 1) {
      const size = pack(lead);
      if (size === 0) continue;
      sizes[lead] = size;
      baseHours[lead] = packed.baseHour;
      starts[lead] = (thread * MOST_PIECES + pieces.length - 1) * PIECE_PLACES + packed.start;
    }
  }
  const { longestGapHours, isWholeSeconds } = packed;
  return { thread, pieces, longestGapHours, isWholeSeconds, hasLater };
}

/** Packs a lead; answers how many entries it has, 0 for one that is not replayed. */
export function leadPacker({ plan, horizonMs, leads }: LeadsToPack, packer: EntryPacker): (lead: number) => number {
  const source: AwardSource = openAwards(plan);
  return (lead) => {
    if (leads.exists[lead] === 0 || leads.isCustomer[lead] === 1) return 0;
    const count = source.read(lead);
    return packer.pack(source.entries, count, leads.createdAtMs[lead] ?? 0, horizonMs[lead] ?? Number.NaN);
  };
}

/** Finds the staged entries of a lead: calls `visit` with their piece and the first one's place in it. */
export function createStagedReader(parts: readonly StagedPart[], { starts }: Pick<StageTask, 'starts'>) {
  const pieceByNumber: EntryPiece[] = [];
  for (const { thread, pieces } of parts)
    pieces.forEach((piece, index) => {
      pieceByNumber[thread * MOST_PIECES + index] = piece;
    });
  return {
    pieceOf: (lead: number): EntryPiece | undefined => pieceByNumber[Math.floor((starts[lead] ?? 0) / PIECE_PLACES)],
    firstOf: (lead: number): number => (starts[lead] ?? 0) % PIECE_PLACES,
  };
}

/** In pieces: one column that grows would be copied again and again. */
const PIECE_WORDS = 2 ** 20;
/** Starts are `piece × this + word`: no piece is longer. */
const PIECE_PLACES = 2 ** 32;
/** No thread has more. */
const MOST_PIECES = 2 ** 16;
