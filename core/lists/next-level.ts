/** How far leads are from the next level, and which acts would bring them there. */
import { numberAt } from '../at.ts';
import { compileReplay } from '../replay/compile.ts';
import { replay } from '../replay/replay.ts';
import type { Level, RuleSet } from '../rule-set/rule-set.ts';
import { type CommonAct, commonActs } from './frequent-acts.ts';
import { disqualifiedNow, type ScoredHistory, type Shortfall, shortfallOf, standsAt } from './stands-at.ts';
import { type AddedAct, withActs } from './with-acts.ts';

export interface NextLevel {
  readonly id: string;
  readonly name: string;
  readonly lacks: Shortfall;
  /** Done once, now. Those that bring the lead there, the most common first; where none does the one that brings it nearest. */
  readonly acts: readonly ActTowards[];
}

export interface ActTowards {
  readonly ruleId: string;
  readonly rule: string;
  /** What the score becomes more: every rule that counts the act, every limit and the fading included. */
  readonly points: number;
  readonly bringsThere: boolean;
}

/** So many leads are tried at once. */
const LEADS_AT_ONCE = 4_000;

/** By lead; null for one that stands at every level. The acts are really added to the history, and the leads replayed. */
export function nextLevels(
  scored: ScoredHistory,
  ruleSet: RuleSet,
  leads: readonly number[],
  onLeads: (done: number) => void = () => {},
): ReadonlyMap<number, NextLevel | null> {
  const { history, facts } = scored.compiled;
  const acts = commonActs(history, ruleSet, facts.asOfMs);
  const rising = ruleSet.levels.toSorted((left, right) => left.total - right.total);
  // The lowest level at which the lead does not stand.
  const nextOf = (lead: number): Level | undefined =>
    rising.find((level) => !standsAt(scored.result, ruleSet, level, lead));
  const found = new Map<number, NextLevel | null>();
  for (let first = 0; first < leads.length; first += LEADS_AT_ONCE) {
    const block = leads.slice(first, first + LEADS_AT_ONCE).flatMap((lead) => {
      const level = nextOf(lead);
      found.set(lead, null);
      return level === undefined ? [] : [{ lead, level }];
    });
    for (const { lead, level, towards } of tried(scored, ruleSet, block, acts))
      found.set(lead, {
        id: level.id,
        name: level.name,
        lacks: shortfallOf(scored.result, ruleSet, level, lead),
        acts: worthTelling(towards),
      });
    onLeads(Math.min(leads.length, first + LEADS_AT_ONCE));
  }
  return found;
}

interface Aimed {
  readonly lead: number;
  readonly level: Level;
}

function tried(scored: ScoredHistory, ruleSet: RuleSet, aimed: readonly Aimed[], acts: readonly CommonAct[]) {
  const { history, facts, options } = scored.compiled;
  const added = aimed.flatMap(({ lead }) => acts.map(({ row }): AddedAct => ({ lead, row })));
  const after = compileReplay(withActs(history, added, facts.asOfMs), ruleSet, { ...options, asOfMs: facts.asOfMs });
  const result = replay(after, ruleSet);
  const isDisqualified = disqualifiedNow(after, ruleSet);
  return aimed.map(({ lead, level }, place) => ({
    lead,
    level,
    towards: acts.map(({ rule }, index): ActTowards => {
      const copy = place * acts.length + index;
      return {
        ruleId: rule.id,
        rule: rule.name,
        points: numberAt(result.now, copy) - numberAt(scored.result.now, lead),
        bringsThere: isDisqualified[copy] !== 1 && standsAt(result, ruleSet, level, copy),
      };
    }),
  }));
}

function worthTelling(towards: readonly ActTowards[]): readonly ActTowards[] {
  const there = towards.filter(({ bringsThere }) => bringsThere);
  if (there.length > 0) return there.slice(0, MOST_TOLD);
  const nearest = towards.filter(({ points }) => points > 0).sort((left, right) => right.points - left.points);
  return nearest.slice(0, 1);
}

const MOST_TOLD = 3;
