/** Leads of two scenarios, row by row: who has them and what became of them. */
import { numberAt } from '../../at.ts';
import { countLead, isMeasured, type OutcomeCounts, outcomeCounts } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { isReached, type ReachedLeads } from '../reached-leads.ts';

/** Two scenarios, `b` told against `a`. */
export interface ReachedPair {
  readonly a: ReachedLeads;
  readonly b: ReachedLeads;
}

/** The row in which each scenario has the lead; `NO_ROW`: in none. They differ where a row is about what a scenario did. */
export interface RowsOfLeads {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

export const NO_ROW = -1;

/** Leads that both have in the row, that only `a` has there, that only `b` has there: one set a row. */
export interface RowTallies {
  readonly both: OutcomeCounts;
  readonly onlyA: OutcomeCounts;
  readonly onlyB: OutcomeCounts;
}

export function tallyRows(facts: LeadFacts, pair: ReachedPair, rows: number, rowsOf: RowsOfLeads): RowTallies {
  const tallies = { both: outcomeCounts(rows), onlyA: outcomeCounts(rows), onlyB: outcomeCounts(rows) };
  for (let lead = 0; lead < facts.outcome.length; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    const outcome = numberAt(facts.outcome, lead);
    const rowOfA = isReached(pair.a, lead) ? numberAt(rowsOf.a, lead) : NO_ROW;
    const rowOfB = isReached(pair.b, lead) ? numberAt(rowsOf.b, lead) : NO_ROW;
    if (rowOfA !== NO_ROW) countLead(rowOfA === rowOfB ? tallies.both : tallies.onlyA, rowOfA, outcome);
    if (rowOfB !== NO_ROW && rowOfB !== rowOfA) countLead(tallies.onlyB, rowOfB, outcome);
  }
  return tallies;
}
