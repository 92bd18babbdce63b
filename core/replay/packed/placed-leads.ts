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
  /** By place. */
  readonly order: Int32Array;
  readonly memory: SharedArrayBuffer;
  readonly sizes: PackedSizes;
  readonly addresses: PackedAddresses;
  readonly facts: Pick<LeadFacts, 'inCohort' | 'outcome' | 'won' | 'wonAmount' | 'sqlAtMs'>;
  readonly signatureOf: Int32Array;
  /** Even. */
  readonly placesPerBlock: number;
  /** The next block of places nobody has taken. */
  readonly next: Int32Array;
}

export const placeTask = (task: Omit<PlaceTask, 'next'>): PlaceTask => ({ ...task, next: sharedInt32(1) });

/** Takes block after block until none is left; where the pairs start is known already. */
export function placeLeads(task: PlaceTask): void {
  const { order, placesPerBlock, next } = task;
  const takeBlock = (): number => Atomics.add(next, 0, 1) * placesPerBlock;
  const columns = packedColumns(task);
  const reader = createStagedReader(task.parts, task.staged);
  for (let from = takeBlock(); from < order.length; from = takeBlock()) {
    const to = Math.min(order.length, from + placesPerBlock);
    for (let place = from; place < to; place += 1) {
      const lead = order[place] ?? NOBODY;
      describePlace(columns, task, place, lead);
      const { words, withinHourMs, pairStarts } = columns;
      const pair = place >> 1;
      const endWord = pairStarts[pair + 1] ?? 0;
      let word = (pairStarts[pair] ?? 0) + (place & 1);
      const piece = lead === NOBODY ? undefined : reader.pieceOf(lead);
      if (piece !== undefined) {
        const { words: fromWords, withinHourMs: fromWithinHourMs } = piece;
        const size = task.staged.sizes[lead] ?? 0;
        for (let entry = reader.firstOf(lead), end = entry + size; entry < end; entry += 1, word += 2) {
          words[word] = fromWords[entry] ?? 0;
          withinHourMs[word] = fromWithinHourMs[entry] ?? 0;
        }
      }
      // The shorter lead of a pair waits for the other.
      for (; word < endWord; word += 2) words[word] = UNLOOKED;
    }
  }
}

function describePlace(
  columns: PackedColumns,
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
