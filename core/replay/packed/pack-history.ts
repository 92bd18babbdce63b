/** Packs a compiled history (REPLAY.md section 3 up to each lead's horizon) for one way of numbering its cells. */
import type { LeadSignatures } from '../award-source.ts';
import type { LeadFacts } from '../replay-result.ts';
import { sharedInt32 } from '../shared-columns.ts';
import { createSetCounter } from './cell-sets.ts';
import { cellPlanKey } from './cells.ts';
import { createEntryPacker } from './entry-packer.ts';
import { CELL_MASK, RECORD_BYTES, SIGNATURE_MASK } from './kernel-memory.ts';
import {
  NOBODY,
  type PackedChunk,
  type PackedSizes,
  type PackedStore,
  packedAddresses,
  packedColumns,
} from './packed-store.ts';
import { type PlaceTask, placeLeads, placeOthers, placeTask } from './placed-leads.ts';
import {
  type LeadsToPack,
  leadPacker,
  type StagedPart,
  type StageTask,
  stageLeads,
  stageTask,
} from './staged-leads.ts';

export interface PackInput extends Omit<LeadsToPack, 'horizonMs'> {
  readonly facts: LeadFacts;
  readonly signatures: LeadSignatures;
  /** Room for levers, and for what is counted of a frame. */
  readonly room: Omit<PackedSizes, 'places' | 'words' | 'signatures' | 'cells' | 'longestGapHours' | 'instantBytes'>;
  /** Leads that stand for all where only the range of the scores is wanted; they are replayed first. */
  readonly sample: readonly number[];
  /** Shared memory of at least so many bytes, all 0; null when there is not so much. */
  readonly allocate: (bytes: number) => SharedArrayBuffer | null;
  readonly crew: PackCrew;
  /** How much a thread takes at a time: of leads while packing, of packed entries later. */
  readonly leadsPerBlock: number;
  readonly wordsPerChunk: number;
}

/** Those who work on a task: each takes block after block until none is left. */
export interface PackCrew {
  /** A part of each that took part. */
  readonly stage: (task: StageTask) => readonly StagedPart[];
  readonly place: (task: PlaceTask) => void;
}

/** The caller's thread alone. */
export const oneAlone = (onBlock?: (taken: number) => void): PackCrew => ({
  stage: (task) => [stageLeads(task, 0, onBlock)],
  place: placeLeads,
});

/** Null where the history does not fit: too many signatures, or more memory than there is. */
export function packHistory(input: PackInput): PackedStore | null {
  const { facts, signatures, cells, sample, crew } = input;
  if (signatures.count > SIGNATURE_MASK) return null;
  const { plan, leads, isCleared } = input;
  const toPack: LeadsToPack = { plan, leads, isCleared, cells, horizonMs: facts.horizonMs };
  const setMembers = chooseSets(toPack);
  const staged = stageTask(toPack, setMembers, input.leadsPerBlock);
  const parts = crew.stage(staged);
  const order = placesOf(staged.sizes, leadsBySignature(signatures), sample);
  const mainPlaces = order.length - evenCount(sample.length);
  const pairStarts = startsOf(order, staged.sizes);
  const sizes = {
    cells: cells.count + setMembers.length / 2,
    places: order.length,
    words: pairStarts.at(-1) ?? 0,
    signatures: signatures.count,
    longestGapHours: Math.max(...parts.map(({ longestGapHours }) => longestGapHours)),
    instantBytes: parts.every(({ isWholeSeconds }) => isWholeSeconds) ? 2 : 4,
    ...input.room,
  };
  const addresses = packedAddresses(sizes);
  const memory = input.allocate(addresses.end);
  if (memory === null) return null;
  packedColumns({ memory, sizes, addresses }).pairStarts.set(pairStarts);
  const { inCohort, outcome, won, wonAmount, sqlAtMs } = facts;
  const places = placeTask({
    parts,
    staged: { sizes: staged.sizes, baseHours: staged.baseHours, starts: staged.starts },
    order,
    mainPlaces,
    memory,
    sizes,
    addresses,
    facts: { inCohort, outcome, won, wonAmount, sqlAtMs },
    signatureOf: signatures.ofLead,
    leadsPerBlock: input.leadsPerBlock,
  });
  crew.place(places);
  placeOthers(places);
  return {
    memory,
    sizes,
    addresses,
    cellsKey: cellPlanKey(cells),
    setMembers,
    hasLater: Uint8Array.from(plan.slots, (_, slot) => Math.max(...parts.map(({ hasLater }) => hasLater[slot] ?? 0))),
    chunks: chunksOf(pairStarts, mainPlaces / 2, addresses.records, input.wordsPerChunk),
    mainPlaces,
  };
}

const SETS_SAMPLE = 10_000;
const SAMPLE_PIECE_WORDS = 2 ** 14;

/** Members of the sets of cells that some of the leads have most. */
function chooseSets(toPack: LeadsToPack): Uint16Array {
  const { plan, cells, isCleared } = toPack;
  const leadCount = plan.createdAtMs.length;
  const counter = createSetCounter(cells.count);
  const addPiece = (least: number) => {
    const length = Math.max(SAMPLE_PIECE_WORDS, least);
    return { words: new Uint32Array(length), withinHourMs: new Uint32Array(length) };
  };
  const pack = leadPacker(toPack, createEntryPacker(cells, isCleared, counter, addPiece));
  const stride = Math.max(1, Math.floor(leadCount / SETS_SAMPLE));
  for (let lead = 0; lead < leadCount; lead += stride) pack(lead);
  return counter.chosen(CELL_MASK + 1);
}

/** By pair: index of its first word; then their number. */
function startsOf(order: Int32Array, leadSizes: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length / 2 + 1);
  for (let pair = 0; pair + 1 < starts.length; pair += 1) {
    const even = leadSizes[order[2 * pair] ?? NOBODY] ?? 0;
    const odd = leadSizes[order[2 * pair + 1] ?? NOBODY] ?? 0;
    starts[pair + 1] = (starts[pair] ?? 0) + 2 * Math.max(even, odd);
  }
  return starts;
}

const evenCount = (count: number): number => count + (count % 2);

/** So that leads of one size find their signatures' figures one after the other, and levels are foreseen (counting sort). */
function leadsBySignature({ count, ofLead }: LeadSignatures): Int32Array {
  const next = new Uint32Array(count + 1);
  for (const signature of ofLead) next[signature + 1] = (next[signature + 1] ?? 0) + 1;
  for (let signature = 1; signature <= count; signature += 1)
    next[signature] = (next[signature] ?? 0) + (next[signature - 1] ?? 0);
  const leads = new Int32Array(ofLead.length);
  for (let lead = 0; lead < ofLead.length; lead += 1) {
    const signature = ofLead[lead] ?? 0;
    leads[next[signature] ?? 0] = lead;
    next[signature] = (next[signature] ?? 0) + 1;
  }
  return leads;
}

/** Leads by their number of entries (counting sort, stable), then the sample; each part filled up to an even number. */
function placesOf(sizes: Uint32Array, leads: Int32Array, sample: readonly number[]): Int32Array {
  let longest = 0;
  let count = 0;
  for (const size of sizes) {
    if (size > longest) longest = size;
    if (size > 0) count += 1;
  }
  const next = new Uint32Array(longest + 2);
  for (const size of sizes) if (size > 0) next[size + 1] = (next[size + 1] ?? 0) + 1;
  for (let size = 1; size < next.length; size += 1) next[size] = (next[size] ?? 0) + (next[size - 1] ?? 0);
  const order = sharedInt32(evenCount(count) + evenCount(sample.length)).fill(NOBODY);
  for (const lead of leads) {
    const size = sizes[lead] ?? 0;
    if (size === 0) continue;
    const place = next[size] ?? 0;
    next[size] = place + 1;
    order[place] = lead;
  }
  order.set(sample, evenCount(count));
  return order;
}

function chunksOf(
  pairStarts: Uint32Array,
  mainPairs: number,
  records: number,
  wordsPerChunk: number,
): readonly PackedChunk[] {
  const chunks: PackedChunk[] = [];
  const add = (firstPair: number, endPair: number): void => {
    const words = (pairStarts[endPair] ?? 0) - (pairStarts[firstPair] ?? 0);
    const evenRecords = records + RECORD_BYTES * (pairStarts[firstPair] ?? 0);
    chunks.push({ firstPair, endPair, evenRecords, oddRecords: evenRecords + (RECORD_BYTES * words) / 2 });
  };
  let firstPair = 0;
  for (let pair = 0; pair < mainPairs; pair += 1) {
    const words = (pairStarts[pair + 1] ?? 0) - (pairStarts[firstPair] ?? 0);
    if (words < wordsPerChunk && pair + 1 < mainPairs) continue;
    add(firstPair, pair + 1);
    firstPair = pair + 1;
  }
  const pairs = pairStarts.length - 1;
  if (pairs > mainPairs) add(mainPairs, pairs);
  return chunks;
}
