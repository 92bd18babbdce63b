import type { ActivityRule, BandsRule, CounterRule, InactivityRule, Rule, RuleSet } from '../rule-set/rule-set.ts';
import { foldedTextOf, holds, matches, numberOf } from './conditions.ts';
import { daysToMs } from './facts.ts';
import type { ActivityRow, LeadRow } from './lead-rows.ts';

/** How far a lead's activities, inactivity and recycles are read. */
export interface Extent {
  readonly untilMs: number;
  readonly inclusive: boolean;
}

export interface Award {
  readonly rule: Rule;
  readonly atMs: number;
  readonly points: number;
  /** The recycle from which on it no longer stands; null: none within the extent. */
  readonly clearedAtMs: number | null;
}

type Given = Pick<Award, 'atMs' | 'points'>;

const covers = (extent: Extent, atMs: number): boolean =>
  extent.inclusive ? atMs <= extent.untilMs : atMs < extent.untilMs;

/** REPLAY.md "Awards" and `recycle`: all awards of a lead, rule by rule, within the extent. */
export function awardsOf(lead: LeadRow, ruleSet: RuleSet, extent: Extent, timeZone: string): readonly Award[] {
  const activities = lead.activities
    .filter((activity) => covers(extent, activity.atMs))
    .filter((activity) => !ruleSet.ignore.some((entry) => matches(entry, activity, timeZone)));
  return ruleSet.rules
    .filter((rule) => rule.enabled && holds(rule.if, lead.attribute, timeZone))
    .flatMap((rule) => {
      const recycles = recyclesOf(lead, ruleSet, rule, extent);
      return givenBy(rule, lead, activities, recycles, extent, timeZone).map((given) => ({
        ...given,
        rule,
        clearedAtMs: recycles.find((recycleMs) => recycleMs > given.atMs) ?? null,
      }));
    });
}

/** The instants at which the rule is cleared, in order: none for the rules whose awards always stay. */
function recyclesOf(lead: LeadRow, ruleSet: RuleSet, rule: Rule, extent: Extent): readonly number[] {
  const { recycle } = ruleSet;
  const clearable = rule.kind === 'activity' || rule.kind === 'inactivity';
  if (recycle === undefined || !clearable || !recycle.clear.includes(rule.dimension)) return [];
  return lead.stages
    .filter((stage) => recycle.on.includes(stage.stage) && covers(extent, stage.atMs))
    .map((stage) => stage.atMs);
}

function givenBy(
  rule: Rule,
  lead: LeadRow,
  activities: readonly ActivityRow[],
  recycles: readonly number[],
  extent: Extent,
  timeZone: string,
): readonly Given[] {
  switch (rule.kind) {
    case 'attribute':
      return [{ atMs: lead.createdAtMs, points: rule.points }];
    case 'bands':
      return givenByBands(rule, lead);
    case 'counter':
      return givenByCounter(rule, lead);
    case 'activity':
      return givenByActivities(
        rule,
        activities.filter((activity) => matches(rule.on, activity, timeZone)),
        recycles,
      );
    case 'inactivity':
      return givenByInactivity(
        rule,
        lead.createdAtMs,
        activities.filter((activity) => matches(rule.on, activity, timeZone)),
        recycles,
        extent,
      );
  }
}

function givenByBands(rule: BandsRule, lead: LeadRow): readonly Given[] {
  const number = numberOf(lead.attribute(rule.attribute));
  if (number === null) return [];
  const band = rule.bands.find(
    ({ from, to }) => (from === undefined || from <= number) && (to === undefined || number < to),
  );
  return band === undefined ? [] : [{ atMs: lead.createdAtMs, points: band.points }];
}

function givenByCounter(rule: CounterRule, lead: LeadRow): readonly Given[] {
  const number = numberOf(lead.attribute(rule.attribute));
  if (number === null) return [];
  const counted = Math.min(rule.max ?? Number.POSITIVE_INFINITY, Math.max(0, number));
  return counted === 0 ? [] : [{ atMs: lead.createdAtMs, points: rule.points * counted }];
}

function givenByActivities(
  rule: ActivityRule,
  matching: readonly ActivityRow[],
  recycles: readonly number[],
): readonly Given[] {
  const given: Given[] = [];
  let collected: { readonly atMs: number; readonly value: string | null }[] = [];
  let met: (string | null)[] = [];
  let lastAwardMs: number | null = null;
  let awards = 0;
  let applied = 0;
  for (const activity of matching) {
    const due = recycles.filter((recycleMs) => recycleMs <= activity.atMs).length;
    if (due > applied) {
      applied = due;
      collected = [];
      met = [];
      lastAwardMs = null;
      awards = 0;
    }
    if (rule.withinDays !== undefined) {
      const oldestMs = activity.atMs - daysToMs(rule.withinDays);
      const forgotten = collected.filter((earlier) => earlier.atMs < oldestMs);
      collected = collected.filter((earlier) => earlier.atMs >= oldestMs);
      met = met.filter((value) => !forgotten.some((earlier) => earlier.value === value));
    }
    const value = rule.distinctBy === undefined ? null : foldedTextOf(activity.property(rule.distinctBy));
    if (rule.distinctBy !== undefined && met.includes(value)) continue;
    if (
      rule.cooldownDays !== undefined &&
      lastAwardMs !== null &&
      activity.atMs - lastAwardMs < daysToMs(rule.cooldownDays)
    )
      continue;
    collected.push({ atMs: activity.atMs, value });
    met.push(value);
    if (collected.length < rule.every) continue;
    collected = [];
    if (awards === (rule.max ?? Number.POSITIVE_INFINITY)) continue;
    given.push({ atMs: activity.atMs, points: rule.points });
    lastAwardMs = activity.atMs;
    awards += 1;
  }
  return given;
}

function givenByInactivity(
  rule: InactivityRule,
  createdAtMs: number,
  matching: readonly ActivityRow[],
  recycles: readonly number[],
  extent: Extent,
): readonly Given[] {
  const given: Given[] = [];
  const starts = [
    createdAtMs,
    ...matching.map((activity) => activity.atMs).filter((atMs) => atMs > createdAtMs),
    ...recycles.map((recycleMs) => Math.max(createdAtMs, recycleMs)),
  ].sort((left, right) => left - right);
  starts.forEach((startMs, index) => {
    const restartMs = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    for (let run = 1; run <= rule.max; run += 1) {
      const atMs = startMs + run * daysToMs(rule.afterDays);
      if (atMs >= restartMs || !covers(extent, atMs)) break;
      given.push({ atMs, points: rule.points });
    }
  });
  return given;
}
