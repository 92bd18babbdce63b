/** The ranked list of leads: searched, sorted and cut to a page. */
import type { LeadRow, Page } from '../../api/contract.ts';
import type { History } from '../../core/history/history.ts';
import type { LeadNaming } from '../../core/history/naming.ts';
import { OUTCOMES, type ReplayResult } from '../../core/replay/replay-result.ts';
import { foldText } from '../../core/text.ts';
import { numberOrNull } from './or-null.ts';

export interface LeadQuery {
  readonly search: string;
  readonly sort: 'score' | 'id' | 'created' | 'reached' | 'outcome';
  readonly descending: boolean;
  readonly level: string;
  readonly offset: number;
  readonly limit: number;
}

export function listLeads(
  history: History,
  naming: LeadNaming,
  result: ReplayResult,
  levelIndex: number,
  query: LeadQuery,
): Page<LeadRow> {
  const found = search(history, naming, result, query.search);
  found.sort(order(history, result, levelIndex, query));
  const reached = result.levels[levelIndex]?.reachedAtMs;
  const rows = found.slice(query.offset, query.offset + query.limit).map(
    (lead): LeadRow => ({
      lead: history.leads.ids[lead] ?? '',
      name: naming.nameOf(lead),
      createdAtMs: history.leads.createdAtMs[lead] ?? 0,
      score: result.now[lead] ?? 0,
      outcome: OUTCOMES[result.facts.outcome[lead] ?? 0] ?? 'unobserved',
      reachedAtMs: numberOrNull(reached?.[lead]),
    }),
  );
  return { total: found.length, offset: query.offset, rows };
}

/** Leads whose id, name, company or e-mail address holds every word of the search. */
function search(history: History, naming: LeadNaming, result: ReplayResult, text: string): number[] {
  const words = foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: number[] = [];
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (result.facts.exists[lead] === 0) continue;
    if (words.length > 0) {
      const searched = foldText(naming.searchTextOf(lead));
      if (!words.every((word) => searched.includes(word))) continue;
    }
    found.push(lead);
  }
  return found;
}

/** What is missing stands last in either direction; ties in the order of the file. */
function order(
  history: History,
  result: ReplayResult,
  levelIndex: number,
  query: LeadQuery,
): (left: number, right: number) => number {
  const sign = query.descending ? -1 : 1;
  if (query.sort === 'id') {
    const { ids } = history.leads;
    return (left, right) => sign * compareText(ids[left] ?? '', ids[right] ?? '');
  }
  const values = sortedBy(history, result, levelIndex, query.sort);
  return (left, right) => {
    const leftValue = values?.[left] ?? Number.NaN;
    const rightValue = values?.[right] ?? Number.NaN;
    if (Number.isNaN(leftValue) || Number.isNaN(rightValue))
      return Number(Number.isNaN(leftValue)) - Number(Number.isNaN(rightValue)) || left - right;
    return sign * (leftValue - rightValue) || left - right;
  };
}

function sortedBy(
  history: History,
  result: ReplayResult,
  levelIndex: number,
  sort: Exclude<LeadQuery['sort'], 'id'>,
): Float64Array | Uint8Array | undefined {
  switch (sort) {
    case 'score':
      return result.now;
    case 'created':
      return history.leads.createdAtMs;
    case 'reached':
      return result.levels[levelIndex]?.reachedAtMs;
    case 'outcome':
      return result.facts.outcome;
  }
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
