/**
 * Whom each rule of a compiled history gives an award, how many, and how many points: read off the same awards and the same
 * signatures as the replay. Leads outside the cohort and customers are left out, as in all measures; awards of activity and
 * inactivity rules count up to each lead's horizon, those of attributes, bands and counters always (REPLAY.md section 1).
 */
import { countLead, isMeasured, type OutcomeCounts, outcomeCounts } from '../measures/cell.ts';
import { RECYCLE } from '../replay/award-stream.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import type { TimedRule } from '../replay/packed/kernel-shape.ts';
import { createRulePoints, isStatic, type StaticRule } from '../replay/packed/rule-points.ts';
import { OUTCOMES } from '../replay/replay-result.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { addLead, emptyLeadSet, type LeadSet } from './lead-set.ts';

export interface RuleTouches {
  /** All leads that the measures count, by outcome. */
  readonly all: OutcomeCounts;
  readonly byRule: ReadonlyMap<string, TouchesOfRule>;
  /** What the awards were read for: they hold for another rule set that equals this one but for its points. */
  readonly timed: TimedAwards;
}

interface TimedAwards {
  readonly compiled: CompiledReplay;
  readonly key: string;
  readonly byRule: ReadonlyMap<string, Omit<TouchesOfRule, 'points'>>;
}

export interface TouchesOfRule {
  /** The leads with at least one award, by their index in the history. */
  readonly set: LeadSet;
  /** The same by outcome. */
  readonly counts: OutcomeCounts;
  readonly awards: number;
  /** As awarded: before limits, before they fade, and whether a recycle clears them or not. */
  readonly points: number;
}

/**
 * `onLeads` hears now and then how many leads have been read; `before`: touches that were worked out earlier, whose awards are
 * taken over where nothing but points has changed. A rule that is switched off gives nothing and touches nobody.
 */
export function ruleTouches(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  onLeads: (read: number) => void = () => {},
  before?: RuleTouches,
): RuleTouches {
  const all = outcomeCounts(1);
  const { facts } = compiled;
  for (let lead = 0; lead < facts.outcome.length; lead += 1)
    if (isMeasured(facts, lead)) countLead(all, 0, facts.outcome[lead] ?? 0);
  const timedRules = ruleSet.rules.filter((rule) => !isStatic(rule));
  const key = JSON.stringify(timedRules.map(({ id, enabled, max }) => [id, enabled, max]));
  const isSame = before?.timed.compiled === compiled && before.timed.key === key;
  const byRule = isSame ? before.timed.byRule : new Map(ofTimed(compiled, timedRules, onLeads));
  const withPoints = timedRules.flatMap(({ id, points }) => {
    const given = byRule.get(id);
    // Not −0 where a penalty was never given.
    const sum = given === undefined || given.awards === 0 ? 0 : given.awards * points;
    return given === undefined ? [] : [[id, { ...given, points: sum }] as const];
  });
  return {
    all,
    byRule: new Map([...ofStatics(compiled, ruleSet.rules), ...withPoints]),
    timed: { compiled, key, byRule },
  };
}

type Touches = readonly (readonly [string, TouchesOfRule])[];

function ofStatics({ facts, signatures }: CompiledReplay, rules: readonly Rule[]): Touches {
  const statics = rules.filter(isStatic);
  if (statics.length === 0) return [];
  const { ofLead } = signatures;
  const bySignature = outcomeCounts(signatures.count);
  for (let lead = 0; lead < ofLead.length; lead += 1)
    if (isMeasured(facts, lead)) countLead(bySignature, ofLead[lead] ?? 0, facts.outcome[lead] ?? 0);
  const pointsOf = createRulePoints(signatures);
  const touchesOf = (rule: StaticRule): TouchesOfRule => {
    const counts = outcomeCounts(1);
    const set = emptyLeadSet(ofLead.length);
    if (!rule.enabled) return { set, counts, awards: 0, points: 0 };
    const given = pointsOf(rule);
    let awards = 0;
    let points = 0;
    for (let signature = 0; signature < signatures.count; signature += 1) {
      if (given.stands[signature] !== 1) continue;
      let leads = 0;
      for (let outcome = 0; outcome < OUTCOMES.length; outcome += 1) {
        const found = bySignature[signature * OUTCOMES.length + outcome] ?? 0;
        counts[outcome] = (counts[outcome] ?? 0) + found;
        leads += found;
      }
      awards += leads;
      points += leads * (given.points[signature] ?? 0);
    }
    for (let lead = 0; lead < ofLead.length; lead += 1)
      if (given.stands[ofLead[lead] ?? 0] === 1 && isMeasured(facts, lead)) addLead(set, lead);
    return { set, counts, awards, points };
  };
  return statics.map((rule) => [rule.id, touchesOf(rule)]);
}

function ofTimed(
  compiled: CompiledReplay,
  timed: readonly TimedRule[],
  onLeads: (read: number) => void,
): readonly (readonly [string, Omit<TouchesOfRule, 'points'>])[] {
  if (timed.length === 0) return [];
  const { facts } = compiled;
  const leadCount = facts.outcome.length;
  const sets = timed.map(() => emptyLeadSet(leadCount));
  const counts = timed.map(() => outcomeCounts(1));
  const slotOf = timed.map((rule) => compiled.slotByRule.get(rule.id) ?? RECYCLE);
  const most = new Float64Array(timed.length);
  timed.forEach((rule, index) => {
    // One without a `max` gives without end, one that is switched off nothing.
    most[slotOf[index] ?? 0] = rule.enabled ? (rule.max ?? Number.POSITIVE_INFINITY) : 0;
  });
  const awards = new Float64Array(timed.length);
  /** By slot: the lead that it gave the last award. */
  const lastLead = new Int32Array(timed.length).fill(-1);
  const setOfSlot = bySlot(sets, slotOf);
  const countsOfSlot = bySlot(counts, slotOf);
  const source = compiled.openAwards();
  for (let lead = 0; lead < leadCount; lead += 1) {
    if (lead % LEADS_A_REPORT === 0) onLeads(lead);
    if (!isMeasured(facts, lead)) continue;
    const horizonMs = facts.horizonMs[lead] ?? Number.NaN;
    const outcome = facts.outcome[lead] ?? 0;
    const found = source.read(lead);
    const { atMs, slot: slots, ordinal } = source.entries;
    for (let entry = 0; entry < found; entry += 1) {
      // Without a horizon (NaN) nothing lies beyond it.
      if ((atMs[entry] ?? 0) >= horizonMs) break;
      const slot = slots[entry] ?? RECYCLE;
      if (slot === RECYCLE || (ordinal[entry] ?? 0) >= (most[slot] ?? 0)) continue;
      awards[slot] = (awards[slot] ?? 0) + 1;
      if (lastLead[slot] === lead) continue;
      lastLead[slot] = lead;
      addLead(setOfSlot[slot] ?? NO_SET, lead);
      countLead(countsOfSlot[slot] ?? NO_COUNTS, 0, outcome);
    }
  }
  return timed.map((rule, index) => [
    rule.id,
    {
      set: sets[index] ?? NO_SET,
      counts: counts[index] ?? NO_COUNTS,
      awards: awards[slotOf[index] ?? 0] ?? 0,
    },
  ]);
}

const LEADS_A_REPORT = 4096;
const NO_SET = emptyLeadSet(0);
const NO_COUNTS = outcomeCounts(1);

function bySlot<T>(values: readonly T[], slotOf: readonly number[]): readonly T[] {
  const placed: T[] = [];
  values.forEach((value, index) => {
    placed[slotOf[index] ?? 0] = value;
  });
  return placed;
}
