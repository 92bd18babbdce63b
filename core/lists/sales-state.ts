/** Where a lead stands with sales, as its recorded stages say. */
import { numberAt } from '../at.ts';
import type { History } from '../history/history.ts';
import { STAGE_NAMES, type StageName } from '../rule-set/rule-set.ts';

/**
 * `open`: sales has not taken it up, or it was handed over anew. `withSales`: sales works it. `closed`: won or lost. `givenBack`:
 * rejected or recycled.
 */
export type SalesState = 'open' | 'withSales' | 'closed' | 'givenBack';

export interface StandingWithSales {
  readonly state: SalesState;
  /** The newest recorded hand-over (`mql`); NaN: none. */
  readonly handedMs: number;
}

/** Up to and with `asOfMs`. */
export function standingWithSales(
  { stages }: Pick<History, 'stages'>,
  lead: number,
  asOfMs: number,
): StandingWithSales {
  const end = numberAt(stages.offsets, lead + 1);
  let state: SalesState = 'open';
  let sinceMs = Number.NEGATIVE_INFINITY;
  let handedMs = Number.NaN;
  for (let row = numberAt(stages.offsets, lead); row < end; row += 1) {
    const atMs = numberAt(stages.atMs, row);
    if (atMs > asOfMs) break;
    const next = STATE_BY_STAGE[STAGE_NAMES[numberAt(stages.stage, row)] ?? 'mql'];
    // Whom sales works already is not handed over by a record of it, nor whom it answered in that very moment (REPLAY.md, `closedAt`).
    if (next === 'open' && (state === 'withSales' || (state !== 'open' && atMs === sinceMs))) continue;
    if (next === 'open') handedMs = atMs;
    state = next;
    sinceMs = atMs;
  }
  return { state, handedMs };
}

const STATE_BY_STAGE: Readonly<Record<StageName, SalesState>> = {
  mql: 'open',
  sal: 'withSales',
  sql: 'withSales',
  opportunity: 'withSales',
  won: 'closed',
  lost: 'closed',
  rejected: 'givenBack',
  recycled: 'givenBack',
};
