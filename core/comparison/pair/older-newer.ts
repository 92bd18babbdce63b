/**
 * The same comparison on the older and on the newer leads. Rules that were drawn up on a history look better on it than they are:
 * the newer leads judge what was chosen on the older ones (STATISTICS.md 5, evaluation).
 */
import { numberAt } from '../../at.ts';
import { DAY_MS, type History } from '../../history/history.ts';
import { IMMATURE, isMeasured, UNOBSERVED } from '../../measures/cell.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { ReachedLeads } from '../reached-leads.ts';
import { type Comparison, comparePair } from './comparison.ts';

export interface OlderAndNewer {
  /** The newer leads are created from here on. */
  readonly splitMs: number;
  /** The older ones are created before it: by the split their outcomes were known. Leads in the gap are in neither. */
  readonly olderBeforeMs: number;
  readonly gapDays: number;
  readonly older: Comparison;
  readonly newer: Comparison;
}

export interface SplitQuestion {
  readonly level: string;
  /** Null: where two thirds of the leads with a known outcome lie before it. */
  readonly splitMs: number | null;
  /** How long a lead may take for its outcome. */
  readonly gapDays: number;
}

const OLDER_SHARE = 2 / 3;

/** Null where the leads do not lie on both sides of the split: a history without dates, or one of a few days. */
export function olderAndNewer(
  history: History,
  facts: LeadFacts,
  a: ReachedLeads,
  b: ReachedLeads,
  { level, splitMs: asked, gapDays }: SplitQuestion,
): OlderAndNewer | null {
  const { createdAtMs } = history.leads;
  const splitMs = asked ?? proposedSplit(createdAtMs, facts);
  const olderBeforeMs = splitMs - gapDays * DAY_MS;
  const older = among(facts, (lead) => numberAt(createdAtMs, lead) < olderBeforeMs);
  const newer = among(facts, (lead) => numberAt(createdAtMs, lead) >= splitMs);
  if (older === null || newer === null) return null;
  return {
    splitMs,
    olderBeforeMs,
    gapDays,
    older: comparePair(older, a, b, level),
    newer: comparePair(newer, a, b, level),
  };
}

function proposedSplit(createdAtMs: Float64Array, facts: LeadFacts): number {
  const known = createdAtMs.filter((_, lead) => isKnown(facts, lead)).sort();
  return known[Math.floor(known.length * OLDER_SHARE)] ?? facts.asOfMs;
}

function isKnown(facts: LeadFacts, lead: number): boolean {
  const outcome = numberAt(facts.outcome, lead);
  return isMeasured(facts, lead) && outcome !== UNOBSERVED && outcome !== IMMATURE;
}

/** The same facts for a part of the cohort; null where no measured lead is in it. */
function among(facts: LeadFacts, isIn: (lead: number) => boolean): LeadFacts | null {
  const inCohort = facts.inCohort.map((was, lead) => (was === 1 && isIn(lead) ? 1 : 0));
  return inCohort.some((is, lead) => is === 1 && isMeasured(facts, lead)) ? { ...facts, inCohort } : null;
}
