/** What a rule decides by itself: the replay with it against the replay without it. */
import type { Cell } from '../measures/frame.ts';
import { swapAgainst } from '../measures/swap-set.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import { replay } from '../replay/replay.ts';
import { setRuleEnabled } from '../rule-set/edit-rules.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';

export interface RuleAlone {
  readonly ruleId: string;
  /** Leads that reach the level with the rule, and would not without it. */
  readonly brings: Cell;
  /** Leads that do not reach the level with the rule, and would without it. */
  readonly keepsBack: Cell;
}

/** What a replay of a rule set against the leads that the full one brings over tells; see `SwapCounts`. */
export type CompareWithout = (without: RuleSet) => { readonly gained: Cell; readonly lost: Cell };

/**
 * Switching a rule off moves a lever only: nothing is compiled anew. Rules that are off already, or that are not among
 * `ruleIds`, are left out. `onRule` hears how many of them are done.
 */
export function rulesAlone(
  ruleSet: RuleSet,
  ruleIds: readonly string[],
  compare: CompareWithout,
  onRule: (done: number, of: number) => void = () => {},
): readonly RuleAlone[] {
  const asked = ruleSet.rules.filter(({ id, enabled }) => enabled && ruleIds.includes(id));
  return asked.map(({ id }, done) => {
    onRule(done, asked.length);
    const { gained, lost } = compare(setRuleEnabled(ruleSet, id, false));
    return { ruleId: id, brings: lost, keepsBack: gained };
  });
}

/** By the plain kernel. `level`: an id of the rule set's; one that it lacks nobody reaches. */
export function comparePlainly(compiled: CompiledReplay, ruleSet: RuleSet, level: string): CompareWithout {
  const index = ruleSet.levels.findIndex(({ id }) => id === level);
  const reachedBy = (asked: RuleSet): Float64Array =>
    replay(compiled, asked, false).levels[index]?.reachedAtMs ??
    new Float64Array(compiled.history.leads.count).fill(Number.NaN);
  const full = Uint8Array.from(reachedBy(ruleSet), (atMs) => (Number.isNaN(atMs) ? 0 : 1));
  return (without) => swapAgainst(compiled.facts, reachedBy(without), full);
}
