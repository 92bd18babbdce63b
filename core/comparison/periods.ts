/**
 * Older and newer leads. What was drawn up or chosen on a history looks better on it than it is: the newer leads judge what was
 * chosen on the older ones (STATISTICS.md 4 and 5, evaluation).
 */
import { numberAt } from '../at.ts';
import { DAY_MS } from '../history/history.ts';
import { IMMATURE, isMeasured, UNOBSERVED } from '../measures/cell.ts';
import type { LeadFacts } from '../replay/replay-result.ts';

export interface SplitQuestion {
  /** Null: where two thirds of the leads with a known outcome lie before it. */
  readonly splitMs: number | null;
  /** How long a lead may take for its outcome. */
  readonly gapDays: number;
}

/** Where a history is parted. */
export interface Split {
  /** The newer leads are created from here on. */
  readonly splitMs: number;
  /** The older ones are created before it: by the split their outcomes were known. Leads in the gap are in neither. */
  readonly olderBeforeMs: number;
  readonly gapDays: number;
}

export interface Periods extends Split {
  /** The same facts, the older leads alone in the cohort. */
  readonly older: LeadFacts;
  readonly newer: LeadFacts;
}

const OLDER_SHARE = 2 / 3;

/** Null where the leads do not lie on both sides of the split: a history without dates, or one of a few days. */
export function periodsOf(
  createdAtMs: Float64Array,
  facts: LeadFacts,
  { splitMs: asked, gapDays }: SplitQuestion,
): Periods | null {
  const splitMs = asked ?? proposedSplit(createdAtMs, facts);
  const olderBeforeMs = splitMs - gapDays * DAY_MS;
  const older = among(facts, (lead) => numberAt(createdAtMs, lead) < olderBeforeMs);
  const newer = among(facts, (lead) => numberAt(createdAtMs, lead) >= splitMs);
  return older === null || newer === null ? null : { splitMs, olderBeforeMs, gapDays, older, newer };
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
