/** A signed agreement against what happened since: its promises, what has drifted, and what that comes to. */
import type { AgreementDocument } from '../agreement/agreement-document.ts';
import type { History } from '../history/history.ts';
import type { JudgedPromise } from '../promises/judged-promise.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import { type BandDrift, bandDrift } from './band-drift.ts';
import { type InputDrift, inputDrift } from './input-drift.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import { type RuleMeaning, ruleMeanings } from './rule-meaning.ts';
import { AFTER, BEFORE, periodOf, type TwoPeriods } from './two-periods.ts';

export interface ReviewFrom {
  readonly history: History;
  readonly compiled: CompiledReplay;
  readonly agreement: AgreementDocument;
  readonly periods: TwoPeriods;
  /** Of the agreement, judged in the later period. */
  readonly promises: readonly JudgedPromise[];
  /** Highest scores at the agreed level. */
  readonly peak: Float64Array;
  /** Attributes that say nothing of the leads themselves: kept out of rules. */
  readonly keptOut: readonly string[];
  readonly onLeads?: (read: number) => void;
}

export interface HistoryReview {
  readonly leads: { readonly before: number; readonly after: number };
  readonly promises: readonly JudgedPromise[];
  /** Farthest moved first. */
  readonly inputs: readonly InputDrift[];
  /** Null where the rule set has no agreed level. */
  readonly bands: BandDrift | null;
  readonly rules: readonly RuleMeaning[];
  readonly proposal: Proposal;
}

export function reviewHistory(from: ReviewFrom): HistoryReview {
  const { history, compiled, agreement, periods, promises, peak, keptOut, onLeads } = from;
  const { facts } = compiled;
  const { ruleSet } = agreement;
  const level = ruleSet.levels.find(({ id }) => id === agreement.level);
  const inputs = inputDrift(history, facts, periods).filter(({ attribute }) => !keptOut.includes(attribute));
  const bands = level === undefined ? null : bandDrift(history, facts, periods, peak, level.total);
  const rules = ruleMeanings(compiled, ruleSet, periods, onLeads);
  const leads = [0, 0];
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    const period = periodOf(history, facts, periods, lead);
    if (period !== -1) leads[period] = (leads[period] ?? 0) + 1;
  }
  return {
    leads: { before: leads[BEFORE] ?? 0, after: leads[AFTER] ?? 0 },
    promises,
    inputs,
    bands,
    rules,
    proposal: proposalOf({ promises, inputs, bands, rules }),
  };
}
