/** Replaying: from the compiled streams and the levers' numbers to when each lead reached each level (REPLAY.md section 3). */
import type { RuleSet } from '../rule-set/rule-set.ts';
import { RECYCLE } from './award-stream.ts';
import type { CompiledReplay } from './compile.ts';
import { hourOf } from './decay.ts';
import type { Look } from './ledger.ts';
import { OUTCOMES, type ReplayResult } from './replay-result.ts';
import { type LevelPlan, planScore } from './score-plan.ts';
import { createScorer, type Scorer } from './scorer.ts';

/** `ruleSet` may differ from the compiled one in levers only (`isCompiledFor`). */
export function replay(compiled: CompiledReplay, ruleSet: RuleSet): ReplayResult {
  const { facts, history } = compiled;
  const { count, createdAtMs } = history.leads;
  const plan = planScore(compiled, ruleSet);
  const scorer = createScorer(plan);
  const instants = (): Float64Array => new Float64Array(count).fill(Number.NaN);
  const levels = ruleSet.levels.map(() => ({ reachedAtMs: instants(), peak: instants() }));
  const now = instants();
  const nowByDimension = ruleSet.dimensions.map(instants);
  const asOfHour = hourOf(facts.asOfMs);
  for (let lead = 0; lead < count; lead += 1) {
    if (facts.exists[lead] === 0) continue;
    scorer.begin(lead);
    let entry = compiled.stream.offsets[lead] ?? 0;
    if (facts.outcome[lead] !== CUSTOMER) {
      entry = walkLooks(compiled, scorer, lead, createdAtMs[lead] ?? 0, (atMs, total, disqualified) => {
        if (disqualified) return;
        for (let index = 0; index < levels.length; index += 1) {
          const level = plan.levels[index];
          const reached = levels[index];
          if (level === undefined || reached === undefined || !holdsMinimums(level, scorer.dimensionValues)) continue;
          const peak = reached.peak[lead] ?? Number.NaN;
          if (Number.isNaN(peak) || total > peak) reached.peak[lead] = total;
          if (total >= level.total && Number.isNaN(reached.reachedAtMs[lead] ?? Number.NaN)) reached.reachedAtMs[lead] = atMs;
        }
      });
    }
    applyRest(compiled, scorer, lead, entry);
    now[lead] = scorer.total(asOfHour);
    for (let dimension = 0; dimension < nowByDimension.length; dimension += 1) {
      const values = nowByDimension[dimension];
      if (values !== undefined) values[lead] = scorer.dimensionValues[dimension] ?? 0;
    }
  }
  return { facts, now, nowByDimension, levels };
}

/** The looks at one lead, as the replay takes them; empty for a customer, who is not replayed. */
export function looksOf(compiled: CompiledReplay, ruleSet: RuleSet, lead: number): readonly Look[] {
  const { facts, history } = compiled;
  if (facts.exists[lead] === 0 || facts.outcome[lead] === CUSTOMER) return [];
  const scorer = createScorer(planScore(compiled, ruleSet));
  const looks: Look[] = [];
  scorer.begin(lead);
  walkLooks(compiled, scorer, lead, history.leads.createdAtMs[lead] ?? 0, (atMs, total, disqualified) => looks.push({ atMs, total, disqualified }));
  return looks;
}

const CUSTOMER = OUTCOMES.indexOf('customer');

const holdsMinimums = (level: LevelPlan, values: Float64Array): boolean => level.minimums.every(({ dimension, least }) => (values[dimension] ?? 0) >= least);

/**
 * Applies the stream up to the lead's horizon and looks at `created`, at each instant with an award, and at each where a
 * recycle ended an award that still had a weight. Returns the first entry that was not read.
 */
function walkLooks(compiled: CompiledReplay, scorer: Scorer, lead: number, createdAtMs: number, look: (atMs: number, total: number, disqualified: boolean) => void): number {
  const { offsets, horizonEnd, atMs, hour } = compiled.stream;
  const end = horizonEnd[lead] ?? 0;
  let entry = offsets[lead] ?? 0;
  while (entry < end && (atMs[entry] ?? 0) <= createdAtMs) entry = applyInstant(compiled, scorer, entry, end).next;
  const createdHour = hourOf(createdAtMs);
  look(createdAtMs, scorer.total(createdHour), scorer.disqualified(createdHour));
  while (entry < end) {
    const instantMs = atMs[entry] ?? 0;
    const atHour = hour[entry] ?? 0;
    const { next, happened } = applyInstant(compiled, scorer, entry, end);
    if (happened) look(instantMs, scorer.total(atHour), scorer.disqualified(atHour));
    entry = next;
  }
  return entry;
}

function applyRest(compiled: CompiledReplay, scorer: Scorer, lead: number, from: number): void {
  const end = compiled.stream.offsets[lead + 1] ?? 0;
  let entry = from;
  while (entry < end) entry = applyInstant(compiled, scorer, entry, end).next;
}

/** All that happens at the instant of `entry`: recycles stand first in the stream, then awards. */
function applyInstant(compiled: CompiledReplay, scorer: Scorer, entry: number, end: number): { readonly next: number; readonly happened: boolean } {
  const { atMs, hour, slot, ordinal } = compiled.stream;
  const instantMs = atMs[entry];
  let happened = false;
  let next = entry;
  while (next < end && atMs[next] === instantMs) {
    const atHour = hour[next] ?? 0;
    const which = slot[next] ?? RECYCLE;
    const did = which === RECYCLE ? scorer.recycle(atHour) : scorer.award(which, ordinal[next] ?? 0, atHour);
    happened ||= did;
    next += 1;
  }
  return { next, happened };
}
