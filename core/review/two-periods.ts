/** The leads of a history before and after a moment, by when they were created. */
import { numberAt } from '../at.ts';
import type { History } from '../history/history.ts';
import { isMeasured } from '../measures/cell.ts';
import type { LeadFacts } from '../replay/replay-result.ts';

/** `after` is what is looked at, `before` all that was created earlier; `toMs` is not in it. */
export interface TwoPeriods {
  readonly fromMs: number;
  readonly toMs: number;
}

export const BEFORE = 0;
export const AFTER = 1;
export type Period = typeof BEFORE | typeof AFTER;

/** −1 for a lead that is in neither, or that the measures do not count. */
export function periodOf(
  { leads }: Pick<History, 'leads'>,
  facts: LeadFacts,
  { fromMs, toMs }: TwoPeriods,
  lead: number,
): Period | -1 {
  if (!isMeasured(facts, lead)) return -1;
  const createdAtMs = numberAt(leads.createdAtMs, lead);
  if (createdAtMs < fromMs) return BEFORE;
  return createdAtMs < toMs ? AFTER : -1;
}
