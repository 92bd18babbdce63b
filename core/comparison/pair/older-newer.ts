/** The same comparison on the older and on the newer leads. */
import type { History } from '../../history/history.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { periodsOf, type Split, type SplitQuestion } from '../periods.ts';
import type { ReachedLeads } from '../reached-leads.ts';
import { type Comparison, comparePair } from './comparison.ts';

export interface OlderAndNewer extends Split {
  readonly older: Comparison;
  readonly newer: Comparison;
}

/** Null where the leads do not lie on both sides of the split. */
export function olderAndNewer(
  history: History,
  facts: LeadFacts,
  a: ReachedLeads,
  b: ReachedLeads,
  { level, ...asked }: SplitQuestion & { readonly level: string },
): OlderAndNewer | null {
  const periods = periodsOf(history.leads.createdAtMs, facts, asked);
  if (periods === null) return null;
  const { older, newer, ...split } = periods;
  return { ...split, older: comparePair(older, a, b, level), newer: comparePair(newer, a, b, level) };
}
