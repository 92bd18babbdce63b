/** The staged leads put into their places, with what the kernel and the counting read of each; several threads can do it. */
import type { LeadFacts } from '../replay-result.ts';
import { sharedInt32 } from '../shared-columns.ts';
import { NOT_MEASURED, SIGNATURE_BITS, UNLOOKED, WON_BIT } from './kernel-memory.ts';
import { NOBODY, type PackedAddresses, type PackedColumns, type PackedSizes, packedColumns } from './packed-store.ts';
import { createStagedReader, type StagedPart, type StageTask } from './staged-leads.ts';

/** Plain data over shared memory. */
export interface PlaceTask {
  readonly parts: readonly StagedPart[];
  readonly staged: Pick<StageTask, 'sizes' | 'baseHours' | 'starts'>;
  /** By place; from `mainPlaces` on come leads that have a place already. */
  readonly order: Int32Array;
  readonly mainPlaces: number;
  /** By lead: its place; `NOBODY` for one that has none. */
  readonly placeOf: Int32Array;
  readonly memory: SharedArrayBuffer;
  readonly sizes: PackedSizes;
  readonly addresses: PackedAddresses;
  readonly facts: Pick<LeadFacts, 'inCohort' | 'outcome' | 'won' | 'wonAmount' | 'sqlAtMs'>;
  readonly signatureOf: Int32Array;
  readonly leadsPerBlock: number;
  /** The next block of leads nobody has taken. */
  readonly next: Int32Array;
}

export function placeTask(task: Omit<PlaceTask, 'placeOf' | 'next'>): PlaceTask {
  const placeOf = sharedInt32(task.signatureOf.length).fill(NOBODY);
  for (let place = 0; place < task.mainPlaces; place += 1) {
    const lead = task.order[place] ?? NOBODY;
    if (lead !== NOBODY) placeOf[lead] = place;
  }
  return { ...task, placeOf, next: sharedInt32(1) };
}

/**
 * Takes block after block until none is left; where the pairs start is known already. Leads are taken in the order of the
 * history, in which all that is known of them lies: a machine waits for what it reads here and there, and hardly for what
 * it writes so.
 */
export function placeLeads(task: PlaceTask): void {
  const { placeOf, leadsPerBlock, next } = task;
  const place = createPlacer(task);
  const takeBlock = (): number => Atomics.add(next, 0, 1) * leadsPerBlock;
  for (let from = takeBlock(); from < placeOf.length; from = takeBlock()) {
    const to = Math.min(placeOf.length, from + leadsPerBlock);
    for (let lead = from; lead < to; lead += 1) {
      const found = placeOf[lead] ?? NOBODY;
      if (found !== NOBODY) place(found, lead);
    }
  }
}

/** The places that no lead of the history leads to: those of the sample, and those of nobody. */
export function placeOthers(task: PlaceTask): void {
  const { order, mainPlaces } = task;
  const place = createPlacer(task);
  for (let other = mainPlaces; other < order.length; other += 1) place(other, order[other] ?? NOBODY);
  if (mainPlaces > 0 && order[mainPlaces - 1] === NOBODY) place(mainPlaces - 1, NOBODY);
}

function createPlacer(task: PlaceTask): (place: number, lead: number) => void {
  const { words, withinHour, instantUnitMs, pairStarts, ...columns } = packedColumns(task);
  const { sizes } = task.staged;
  const reader = createStagedReader(task.parts, task.staged);
  return (place, lead) => {
    describePlace(columns, task, place, lead);
    const pair = place >> 1;
    const endWord = pairStarts[pair + 1] ?? 0;
    let word = (pairStarts[pair] ?? 0) + (place & 1);
    const piece = lead === NOBODY ? undefined : reader.pieceOf(lead);
    if (piece !== undefined) {
      const { words: fromWords, withinHourMs: fromWithinHourMs } = piece;
      const size = sizes[lead] ?? 0;
      for (let entry = reader.firstOf(lead), end = entry + size; entry < end; entry += 1, word += 2) {
        words[word] = fromWords[entry] ?? 0;
        withinHour[word] = (fromWithinHourMs[entry] ?? 0) / instantUnitMs;
      }
    }
    // The shorter lead of a pair waits for the other.
    for (; word < endWord; word += 2) words[word] = UNLOOKED;
  };
}

function describePlace(
  columns: Pick<PackedColumns, 'leadOf' | 'leadInfo' | 'baseHours' | 'sqlAtMs' | 'wonAmount'>,
  { facts, staged, signatureOf }: PlaceTask,
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
    (signatureOf[lead] ?? 0) + outcome * 2 ** SIGNATURE_BITS + (facts.won[lead] === 1 ? WON_BIT : 0);
  columns.baseHours[place] = staged.baseHours[lead] ?? 0;
  columns.sqlAtMs[place] = facts.sqlAtMs[lead] ?? Number.NaN;
  columns.wonAmount[place] = facts.wonAmount[lead] ?? 0;
}
