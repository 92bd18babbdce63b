/** What each rule does to the leads of a history, in the figures that a screen shows. */
import { cellOf, type OutcomeCounts } from '../measures/cell.ts';
import type { Cell } from '../measures/frame.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { type RateDifference, rateDifference } from '../statistics/newcombe.ts';
import type { RuleTouches, TouchesOfRule } from './rule-touches.ts';

export interface RuleEffect {
  readonly ruleId: string;
  /** Leads with at least one award of the rule before their horizon, by outcome, with the rate of the known ones. */
  readonly touched: Cell;
  /** All other leads of the cohort. */
  readonly untouched: Cell;
  /** Rate of the touched less that of the untouched, with Newcombe's interval; null where one of them has no known outcome. */
  readonly difference: RateDifference | null;
  readonly awards: number;
  /** The sum of all awards as given: before limits, before they fade, before a recycle clears them. */
  readonly points: number;
}

export interface Effects {
  /** All leads that the measures count. */
  readonly base: Cell;
  /** In the order of the rule set. */
  readonly rules: readonly RuleEffect[];
}

/** `touches` are those of this rule set. */
export function effectsOf(ruleSet: RuleSet, { all, byRule }: RuleTouches): Effects {
  return {
    base: cellOf(all, 0),
    rules: ruleSet.rules.flatMap((rule) => {
      const touches = byRule.get(rule.id);
      return touches === undefined ? [] : [effectOf(rule.id, touches, all)];
    }),
  };
}

function effectOf(ruleId: string, { counts, awards, points }: TouchesOfRule, all: OutcomeCounts): RuleEffect {
  const touched = cellOf(counts, 0);
  const untouched = cellOf(
    all.map((count, outcome) => count - (counts[outcome] ?? 0)),
    0,
  );
  return { ruleId, touched, untouched, difference: rateDifference(touched, untouched), awards, points };
}
