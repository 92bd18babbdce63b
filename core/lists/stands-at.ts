/** At which levels leads stand with their scores now (REPLAY.md section 3: what holds a level, read at `asOf`). */
import { numberAt } from '../at.ts';
import { leastPeak } from '../measures/thresholds.ts';
import { RECYCLE } from '../replay/award-stream.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import { hourOf, lifetimeHours } from '../replay/decay.ts';
import { createRulePoints, isStatic } from '../replay/packed/rule-points.ts';
import type { ReplayResult } from '../replay/replay-result.ts';
import type { Level, RuleSet } from '../rule-set/rule-set.ts';

/** A rule set's scores of a history. */
export interface ScoredHistory {
  readonly compiled: CompiledReplay;
  /** With the scores now. */
  readonly result: ReplayResult;
}

export interface Shortfall {
  /** Of the total; 0 where it is enough. */
  readonly total: number;
  /** Of the dimensions that lack some. */
  readonly dimensions: readonly { readonly id: string; readonly name: string; readonly points: number }[];
}

/** What a lead's score now lacks of a level. */
export function shortfallOf(
  { now, nowByDimension }: ReplayResult,
  ruleSet: RuleSet,
  level: Level,
  lead: number,
): Shortfall {
  const lacks = (least: number, value: number): number => (value >= leastPeak(least) ? 0 : least - value);
  return {
    total: lacks(level.total, numberAt(now, lead)),
    dimensions: ruleSet.dimensions.flatMap(({ id, name }, index) => {
      const least = level.dimensions[id];
      const values = nowByDimension[index];
      const points = least === undefined || values === undefined ? 0 : lacks(least, numberAt(values, lead));
      return points > 0 ? [{ id, name, points }] : [];
    }),
  };
}

/** Whether it lacks nothing: `shortfallOf` without its words, since all leads are asked at every level. */
export function standsAt({ now, nowByDimension }: ReplayResult, ruleSet: RuleSet, level: Level, lead: number): boolean {
  if (!(numberAt(now, lead) >= leastPeak(level.total))) return false;
  for (let index = 0; index < ruleSet.dimensions.length; index += 1) {
    const least = level.dimensions[ruleSet.dimensions[index]?.id ?? ''];
    const values = nowByDimension[index];
    if (least !== undefined && values !== undefined && numberAt(values, lead) < leastPeak(least)) return false;
  }
  return true;
}

/** 1: a rule that disqualifies has a standing award at `asOf`, so that the lead is at no level. One entry a lead. */
export function disqualifiedNow(compiled: CompiledReplay, ruleSet: RuleSet): Uint8Array {
  const { signatures, history, slotByRule, facts } = compiled;
  const found = new Uint8Array(history.leads.count);
  const rules = ruleSet.rules.filter(({ enabled, disqualifies }) => enabled && disqualifies);
  const pointsOf = createRulePoints(signatures);
  for (const rule of rules) {
    if (!isStatic(rule)) continue;
    const { stands } = pointsOf(rule);
    for (let lead = 0; lead < found.length; lead += 1) if (stands[signatures.ofLead[lead] ?? 0] === 1) found[lead] = 1;
  }
  const timed = rules.flatMap((rule) =>
    isStatic(rule)
      ? []
      : [
          {
            slot: slotByRule.get(rule.id) ?? RECYCLE,
            most: rule.max ?? Number.POSITIVE_INFINITY,
            lifetime: lifetimeHours(rule.decay),
            isCleared: ruleSet.recycle?.clear.includes(rule.dimension) === true,
          },
        ],
  );
  if (timed.length === 0) return found;
  const source = compiled.openAwards();
  const asOfHour = hourOf(facts.asOfMs);
  for (let lead = 0; lead < found.length; lead += 1) {
    const count = source.read(lead);
    const { atMs, slot, ordinal } = source.entries;
    let recycled = -1;
    for (let entry = 0; entry < count; entry += 1) if (slot[entry] === RECYCLE) recycled = entry;
    for (let entry = 0; entry < count; entry += 1) {
      for (const rule of timed) {
        if (slot[entry] !== rule.slot || (ordinal[entry] ?? 0) >= rule.most) continue;
        if (rule.isCleared && entry < recycled) continue;
        if (asOfHour - hourOf(atMs[entry] ?? 0) < rule.lifetime) found[lead] = 1;
      }
    }
  }
  return found;
}
