/** What each rule does, as `accord effects` prints it. */
import type { Cell } from '../measures/frame.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { historyNames, ruleSetWarnings } from '../rule-set/rule-set-warnings.ts';
import type { RateDifference } from '../statistics/newcombe.ts';
import { instantText } from '../time/instant.ts';
import { comparePlainly, rulesAlone } from './alone.ts';
import { concernSentence } from './concern-sentence.ts';
import { leakLookup } from './leak-lookup.ts';
import { ruleConcerns } from './rule-concerns.ts';
import { effectsOf } from './rule-effects.ts';
import { ruleTouches } from './rule-touches.ts';

export interface EffectsDocument {
  readonly format: 'accord.effects/1';
  readonly asOf: string;
  /** An id of the rule set's; what `alone` speaks of. */
  readonly level: string;
  readonly base: Cell;
  readonly rules: readonly RuleDocument[];
  readonly warnings: readonly string[];
}

interface RuleDocument {
  readonly id: string;
  readonly name: string;
  readonly touched: Cell;
  readonly untouched: Cell;
  readonly difference: RateDifference | null;
  readonly awards: number;
  /** Before limits, and before they fade. */
  readonly points: number;
  /** What the rule decides by itself; null for one that is switched off. */
  readonly alone: { readonly brings: Cell; readonly keepsBack: Cell } | null;
}

/** `warnings`: what reading the history warned of; `keptOut`: attributes that its workshop keeps out of rules. */
export function effectsDocument(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  level: string,
  said: { readonly warnings: readonly string[]; readonly keptOut: readonly string[] },
): EffectsDocument {
  const { history, options, facts } = compiled;
  const { keptOut } = said;
  const touches = ruleTouches(compiled, ruleSet);
  const { base, rules } = effectsOf(ruleSet, touches);
  const ids = ruleSet.rules.map(({ id }) => id);
  const alone = rulesAlone(ruleSet, ids, comparePlainly(compiled, ruleSet, level));
  const names = historyNames(history);
  const known =
    history.leads.count === 0
      ? null
      : { compiled, names, touches, effects: rules, keptOut, leakOf: leakLookup(history, options) };
  return {
    format: 'accord.effects/1',
    asOf: instantText(facts.asOfMs),
    level,
    base,
    rules: rules.map(({ ruleId, ...effect }, index) => {
      const own = alone.find((one) => one.ruleId === ruleId);
      return {
        id: ruleId,
        name: ruleSet.rules[index]?.name ?? ruleId,
        ...effect,
        alone: own === undefined ? null : { brings: own.brings, keepsBack: own.keepsBack },
      };
    }),
    warnings: [
      ...said.warnings,
      ...ruleSetWarnings(ruleSet, names, keptOut),
      ...ruleConcerns(ruleSet, known)
        // These the warnings of the rule set have said.
        .filter(({ kind }) => kind !== 'unknownName' && kind !== 'keptOut')
        .map((concern) => concernSentence(ruleSet, concern)),
    ],
  };
}
