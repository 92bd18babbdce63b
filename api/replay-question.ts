/** What every question to the replay says of the rule set and of the moment it stands at. */
import * as z from 'zod/mini';

/** Checked by `parseRuleSet` in the handler, which names the path of a fault. */
export const ruleSetDocument = z.unknown();

export const replayOptions = z.strictObject({
  asOfMs: z.optional(z.number()),
  fromMs: z.optional(z.number()),
  toMs: z.optional(z.number()),
  maturityDays: z.optional(z.number()),
  horizon: z.enum(['outcome', 'handover']),
  /** Which leads are counted: a condition of the rule-set format on leads, checked in the handler; absent: every lead. */
  scope: z.optional(z.unknown()),
});
