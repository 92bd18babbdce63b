/** What each rule does: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { RuleAlone } from '../core/rule-effects/alone.ts';
import type { RuleConcern } from '../core/rule-effects/rule-concern.ts';
import type { Effects } from '../core/rule-effects/rule-effects.ts';
import { replayOptions, ruleSetDocument } from './replay-question.ts';

export type { RuleAlone } from '../core/rule-effects/alone.ts';
export type * from '../core/rule-effects/rule-concern.ts';
export type { RuleEffect } from '../core/rule-effects/rule-effects.ts';

const text = z.string().check(z.maxLength(1_000));

export const RULE_EFFECTS_INPUTS = {
  /**
   * Whom each rule touches and how they converted, and what speaks against it. Of several waiting for the same key only the
   * newest is answered, the others answer `superseded`.
   */
  'rules.effects': z.strictObject({ ruleSet: ruleSetDocument, options: replayOptions, key: text }),
  /**
   * The leads that each of these rules (by id) decides by itself: one replay a rule, so ask for the rules on screen first.
   * Keys as for `rules.effects`.
   */
  'rules.alone': z.strictObject({
    ruleSet: ruleSetDocument,
    level: text,
    rules: z.array(text).check(z.maxLength(1_000)),
    options: replayOptions,
    key: text,
  }),
} as const;

export interface RuleEffectsOutputs {
  readonly 'rules.effects': RuleEffects;
  /** In the order of the rule set; rules that are switched off are left out. */
  readonly 'rules.alone': { readonly alone: readonly RuleAlone[]; readonly computedInMs: number };
}

export interface RuleEffects extends Effects {
  readonly concerns: readonly RuleConcern[];
  readonly computedInMs: number;
}
