import { numberAt } from '../at.ts';
import { DAY_MS, type History } from '../history/history.ts';
import { STAGE_NAMES, type StageName } from '../rule-set/rule-set.ts';
import { calendarDay, requireZone } from '../time/zone.ts';

/** What was recorded of each lead's hand-over; NaN for what did not happen by `asOf`. */
export interface HandOvers {
  /** The first `mql`; of a lead without one its first stage. */
  readonly handedMs: Float64Array;
  /**
   * The first stage but `mql` from then on: the first step of sales, which an `mql` is not, for it hands over. One of that day
   * without a time of day counts as at the hand-over.
   */
  readonly followedMs: Float64Array;
  /** The first stage but `mql` of all. */
  readonly firstOfSalesMs: Float64Array;
  /** 1: the lead has no `mql`, so that only sales' own first stage is known. */
  readonly isUnknown: Uint8Array;
}

export function handOvers({ leads, stages, timeZone }: History, asOfMs: number): HandOvers {
  const zone = requireZone(timeZone);
  const handedMs = new Float64Array(leads.count).fill(Number.NaN);
  const followedMs = new Float64Array(leads.count).fill(Number.NaN);
  const firstOfSalesMs = new Float64Array(leads.count).fill(Number.NaN);
  const isUnknown = new Uint8Array(leads.count);
  for (let lead = 0; lead < leads.count; lead += 1) {
    const [first, end] = stageRows({ stages }, lead, asOfMs);
    const ofSales = nextOfSales(stages.stage, first, end);
    if (ofSales < end) firstOfSalesMs[lead] = numberAt(stages.atMs, ofSales);
    let handed = first;
    while (handed < end && stages.stage[handed] !== MQL) handed += 1;
    if (handed === end) {
      isUnknown[lead] = 1;
      if (first < end) handedMs[lead] = numberAt(stages.atMs, first);
      continue;
    }
    const atMs = numberAt(stages.atMs, handed);
    handedMs[lead] = atMs;
    // Rows of one moment stand in the order of the file, and a date without a time of day before all others of the day: neither
    // says that sales came first.
    const dayMs = zone.instantOf(calendarDay(atMs, timeZone) * DAY_MS);
    let same = handed;
    while (same > first && (stages.atMs[same - 1] === atMs || stages.atMs[same - 1] === dayMs)) same -= 1;
    const followed = nextOfSales(stages.stage, same, end);
    if (followed < end) followedMs[lead] = Math.max(atMs, numberAt(stages.atMs, followed));
  }
  return { handedMs, followedMs, firstOfSalesMs, isUnknown };
}

/** From the row on; `end` where there is none. */
function nextOfSales(stage: Uint8Array, from: number, end: number): number {
  let row = from;
  while (row < end && stage[row] === MQL) row += 1;
  return row;
}

/** Rows of the lead's stages up to and with `untilMs`: from the first up to, not including, the second. */
export function stageRows(
  { stages }: Pick<History, 'stages'>,
  lead: number,
  untilMs: number,
): readonly [first: number, end: number] {
  const first = numberAt(stages.offsets, lead);
  let end = numberAt(stages.offsets, lead + 1);
  while (end > first && numberAt(stages.atMs, end - 1) > untilMs) end -= 1;
  return [first, end];
}

/** 1 for each of these stages, by the index in `STAGE_NAMES`. */
export const stageMask = (...names: readonly StageName[]): Uint8Array =>
  Uint8Array.from(STAGE_NAMES, (name) => (names.includes(name) ? 1 : 0));

const MQL = STAGE_NAMES.indexOf('mql');
