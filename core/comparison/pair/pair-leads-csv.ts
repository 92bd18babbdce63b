import { itemAt, numberAt } from '../../at.ts';
import { csvRow } from '../../csv-row.ts';
import type { History } from '../../history/history.ts';
import { isMeasured } from '../../measures/cell.ts';
import { type LeadFacts, OUTCOMES } from '../../replay/replay-result.ts';
import { instantText } from '../../time/instant.ts';
import { isReached, type ReachedLeads } from '../reached-leads.ts';

/**
 * The rows of `compare --leads`, heading first, each with its CRLF: as those of `simulate --leads` (REPLAY.md section 5), one a lead
 * created within the cohort's bounds, in the order of `history.leads`, at the level by A's rules and by B's. `list`: kept, lost or
 * gained; empty where neither reaches the lead, and for customers, who are in no list.
 */
export function* pairLeadsCsvRows(
  history: History,
  facts: LeadFacts,
  a: ReachedLeads,
  b: ReachedLeads,
): Generator<string, void, undefined> {
  yield csvRow(['lead', 'outcome', 'list', 'a:reachedAt', 'a:peak', 'b:reachedAt', 'b:peak']);
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (facts.inCohort[lead] !== 1) continue;
    yield csvRow([
      itemAt(history.leads.ids, lead),
      itemAt(OUTCOMES, numberAt(facts.outcome, lead)),
      isMeasured(facts, lead) ? listOf(isReached(a, lead), isReached(b, lead)) : '',
      ...cellsOf(a, lead),
      ...cellsOf(b, lead),
    ]);
  }
}

function listOf(isOfA: boolean, isOfB: boolean): string {
  if (isOfA) return isOfB ? 'kept' : 'lost';
  return isOfB ? 'gained' : '';
}

function cellsOf({ reachedAtMs, peak }: ReachedLeads, lead: number): readonly [string, string] {
  const atMs = numberAt(reachedAtMs, lead);
  const highest = numberAt(peak, lead);
  return [Number.isNaN(atMs) ? '' : instantText(atMs), Number.isNaN(highest) ? '' : String(highest)];
}
