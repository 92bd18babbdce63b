/** Packs a compiled history (REPLAY.md section 3 up to each lead's horizon) for one way of numbering its cells. */
import type { AwardSource, LeadSignatures } from '../award-source.ts';
import type { SharedLeads } from '../compile.ts';
import type { LeadFacts } from '../replay-result.ts';
import { type ChosenSets, createSetCounter } from './cell-sets.ts';
import { type CellPlan, cellPlanKey } from './cells.ts';
import { createEntryPacker } from './entry-packer.ts';
import { CELL_MASK, NOT_MEASURED, RECORD_BYTES, SIGNATURE_BITS, SIGNATURE_MASK, WON_BIT } from './kernel-memory.ts';
import {
  NOBODY,
  type PackedChunk,
  type PackedColumns,
  type PackedSizes,
  type PackedStore,
  packedAddresses,
  packedColumns,
} from './packed-store.ts';
import { packLead, type StagedLeads, stageLeads } from './staged-leads.ts';

export interface PackInput {
  readonly source: AwardSource;
  readonly facts: LeadFacts;
  readonly leads: SharedLeads;
  readonly signatures: LeadSignatures;
  readonly cells: CellPlan;
  /** By slot: whether a recycle ends the rule's awards. */
  readonly isCleared: readonly boolean[];
  /** Room for levers, and for what is counted of a frame. */
  readonly room: Omit<PackedSizes, 'places' | 'words' | 'signatures' | 'cells' | 'longestGapHours'>;
  /** Leads that stand for all where only the range of the scores is wanted; they are replayed first. */
  readonly sample: readonly number[];
  /** Shared memory of at least so many bytes, all 0; null when there is not so much. */
  readonly allocate: (bytes: number) => SharedArrayBuffer | null;
}

/** Null where the history does not fit: too many signatures, or more memory than there is. */
export function packHistory(input: PackInput): PackedStore | null {
  const { signatures, cells, sample } = input;
  if (signatures.count > SIGNATURE_MASK) return null;
  const sets = chooseSets(input);
  const packer = createEntryPacker(cells, input.isCleared, sets);
  const staged = stageLeads(input, packer);
  const order = placesOf(staged.sizes, leadsBySignature(signatures), sample);
  const mainPlaces = order.length - evenCount(sample.length);
  const sizeOf = (place: number): number => staged.sizes[order[place] ?? NOBODY] ?? 0;
  let words = 0;
  for (let place = 0; place < order.length; place += 2) words += 2 * Math.max(sizeOf(place), sizeOf(place + 1));
  const sizes = {
    cells: cells.count + sets.members.length / 2,
    places: order.length,
    words,
    signatures: signatures.count,
    longestGapHours: staged.longestGapHours,
    ...input.room,
  };
  const addresses = packedAddresses(sizes);
  const memory = input.allocate(addresses.end);
  if (memory === null) return null;
  const columns = packedColumns({ memory, sizes, addresses });
  let word = 0;
  for (let place = 0; place < order.length; place += 2) {
    columns.pairStarts[place / 2] = word;
    for (const half of [0, 1]) {
      const lead = order[place + half] ?? NOBODY;
      if (lead !== NOBODY) staged.copy(lead, columns.words, columns.withinHourMs, word + half);
      describePlace(columns, input, staged, place + half, lead);
    }
    word += 2 * Math.max(sizeOf(place), sizeOf(place + 1));
  }
  columns.pairStarts[order.length / 2] = word;
  return {
    memory,
    sizes,
    addresses,
    cellsKey: cellPlanKey(cells),
    setMembers: sets.members,
    hasLater: packer.hasLater,
    chunks: chunksOf(columns.pairStarts, mainPlaces / 2, addresses.records),
    mainPlaces,
  };
}

const SETS_SAMPLE = 20_000;

/** The sets of cells that some of the leads have most. */
function chooseSets(input: PackInput): ChosenSets {
  const { source, cells, isCleared } = input;
  const counter = createSetCounter(cells.count);
  const packer = createEntryPacker(cells, isCleared, counter);
  const stride = Math.max(1, Math.floor(source.leadCount / SETS_SAMPLE));
  for (let lead = 0; lead < source.leadCount; lead += stride) packLead(input, packer, lead);
  return counter.chosen(CELL_MASK + 1);
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
  const order = new Int32Array(evenCount(count) + evenCount(sample.length)).fill(NOBODY);
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

function describePlace(
  columns: PackedColumns,
  { facts, signatures }: PackInput,
  staged: StagedLeads,
  place: number,
  lead: number,
): void {
  columns.leadOf[place] = lead;
  if (lead === NOBODY) {
    columns.leadInfo[place] = NOT_MEASURED * 2 ** SIGNATURE_BITS;
    return;
  }
  const outcome = facts.inCohort[lead] === 1 ? (facts.outcome[lead] ?? 0) : NOT_MEASURED;
  columns.leadInfo[place] =
    (signatures.ofLead[lead] ?? 0) + outcome * 2 ** SIGNATURE_BITS + (facts.won[lead] === 1 ? WON_BIT : 0);
  columns.baseHours[place] = staged.baseHours[lead] ?? 0;
  columns.sqlAtMs[place] = facts.sqlAtMs[lead] ?? Number.NaN;
  columns.wonAmount[place] = facts.wonAmount[lead] ?? 0;
}

/** So many that two threads end together, and that the records of one stay near the core until they are read. */
const WORDS_PER_CHUNK = 2 ** 15;

function chunksOf(pairStarts: Uint32Array, mainPairs: number, records: number): readonly PackedChunk[] {
  const chunks: PackedChunk[] = [];
  const add = (firstPair: number, endPair: number): void => {
    const words = (pairStarts[endPair] ?? 0) - (pairStarts[firstPair] ?? 0);
    const evenRecords = records + RECORD_BYTES * (pairStarts[firstPair] ?? 0);
    chunks.push({ firstPair, endPair, evenRecords, oddRecords: evenRecords + (RECORD_BYTES * words) / 2 });
  };
  let firstPair = 0;
  for (let pair = 0; pair < mainPairs; pair += 1) {
    const words = (pairStarts[pair + 1] ?? 0) - (pairStarts[firstPair] ?? 0);
    if (words < WORDS_PER_CHUNK && pair + 1 < mainPairs) continue;
    add(firstPair, pair + 1);
    firstPair = pair + 1;
  }
  const pairs = pairStarts.length - 1;
  if (pairs > mainPairs) add(mainPairs, pairs);
  return chunks;
}
