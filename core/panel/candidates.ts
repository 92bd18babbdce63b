/** Who can be drawn for a panel, and the moment at which each is shown. */
import { numberAt } from '../at.ts';
import type { History } from '../history/history.ts';
import { isMeasured } from '../measures/cell.ts';
import type { Climbs } from '../replay/climbs.ts';
import type { LeadFacts } from '../replay/replay-result.ts';
import { STAGE_NAMES } from '../rule-set/rule-set.ts';
import type { Candidate } from './draw-sample.ts';

/** A moment up to which a lead is known. */
export interface CardMoment {
  readonly atMs: number;
  /** What is dated at the moment itself belongs to it: false at a hand-over, of which it may be a consequence. */
  readonly isIncluded: boolean;
}

export interface DatedCandidate extends Candidate {
  readonly moment: CardMoment;
}

/**
 * The leads of the cohort, customers left out. Of one that was handed over the moment is its hand-over, of another that of its
 * highest score, or `asOf` where it has none. `facts` and `climbs`: with the horizon at the hand-over.
 */
export function panelCandidates(history: History, facts: LeadFacts, climbs: Climbs): readonly DatedCandidate[] {
  const lastClimb = new Map<number, number>();
  for (const [climb, lead] of climbs.leads.entries()) lastClimb.set(lead, climb);
  const candidates: DatedCandidate[] = [];
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    const climb = lastClimb.get(lead);
    const horizonMs = numberAt(facts.horizonMs, lead);
    const highestAtMs = climb === undefined ? facts.asOfMs : numberAt(climbs.atMs, climb);
    candidates.push({
      lead,
      score: climb === undefined ? null : numberAt(climbs.totals, climb),
      wasWorked: !Number.isNaN(numberAt(facts.workedAtMs, lead)),
      wasRejected: isRejected(history, lead, facts.asOfMs),
      moment: Number.isNaN(horizonMs)
        ? { atMs: highestAtMs, isIncluded: true }
        : { atMs: horizonMs, isIncluded: false },
    });
  }
  return candidates;
}

const REJECTED = STAGE_NAMES.indexOf('rejected');

function isRejected({ stages }: History, lead: number, asOfMs: number): boolean {
  const end = numberAt(stages.offsets, lead + 1);
  for (let row = numberAt(stages.offsets, lead); row < end; row += 1) {
    if (numberAt(stages.atMs, row) > asOfMs) return false;
    if (numberAt(stages.stage, row) === REJECTED) return true;
  }
  return false;
}
