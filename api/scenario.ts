/** The scenario: the rule set on the table with its baseline, as every screen sees it. */
import * as z from 'zod/mini';
import type { Condition, RuleSet, Seat, View } from './core-types.ts';
import { ruleSetDocument } from './replay-question.ts';

const text = z.string().check(z.maxLength(1_000));
const moment = z.nullable(z.number().check(z.minimum(-8e15), z.maximum(8e15)));
const label = text;
const coalesce = z.optional(text);

export const SCENARIO_INPUTS = {
  /** The scenario on the table against its baseline. */
  'scenario.get': z.strictObject({}),
  /** Stores the edited rule set as one undoable step; steps with the same `coalesce` key in a row become one. */
  'scenario.edit': z.strictObject({ ruleSet: ruleSetDocument, label, coalesce }),
  /** Name, note and seat of a scenario (absent `id`: of the one on the table) as one undoable step; a name that another one has gets a number. */
  'scenario.describe': z.strictObject({
    id: z.optional(z.int()),
    name: z.optional(text.check(z.minLength(1))),
    note: z.optional(z.string().check(z.maxLength(10_000))),
    seat: z.optional(z.enum(['marketing', 'sales', 'both'])),
    label,
    coalesce,
  }),
  /** Takes back the newest step of the workshop: of any scenario, of the list, of the baseline or of the view. */
  'scenario.undo': z.strictObject({}),
  'scenario.redo': z.strictObject({}),
  /** Keeps the scenario's present rule set as an immutable version. */
  'scenario.saveVersion': z.strictObject({ name: text }),
  /** One undoable step. */
  'scenario.setBaseline': z.strictObject({ versionId: z.int().check(z.nonnegative()), label: z.optional(text) }),
  /** Which part of the history is looked at, and the capacity of sales, as one undoable step. `segment`: a condition on leads. */
  'view.set': z.strictObject({
    view: z.strictObject({
      fromMs: moment,
      toMs: moment,
      horizon: z.enum(['outcome', 'handover']),
      maturityDays: z.nullable(z.number().check(z.minimum(0), z.maximum(36_500))),
      segment: z.unknown(),
      capacityPerWeek: z.nullable(z.number().check(z.positive(), z.maximum(1_000_000))),
    }),
    label,
    coalesce,
  }),
} as const;

export interface ScenarioOutputs {
  readonly 'scenario.get': ScenarioState;
  readonly 'scenario.edit': ScenarioState;
  readonly 'scenario.describe': ScenarioState;
  readonly 'scenario.undo': ScenarioState;
  readonly 'scenario.redo': ScenarioState;
  readonly 'scenario.saveVersion': ScenarioState;
  readonly 'scenario.setBaseline': ScenarioState;
  readonly 'view.set': ScenarioState;
}

export interface ScenarioState {
  /** Counts the changes that the app has stored since it started. */
  readonly revision: number;
  /** Of the rule set on the table, in `ruleSets.list`. */
  readonly id: number;
  /** The rule set's own, or, where that is empty, the one given when it was made. */
  readonly name: string;
  readonly ruleSet: RuleSet;
  /** For which leads it is meant; null: for every lead. */
  readonly scope: Condition<'attribute'> | null;
  readonly note: string;
  /** Who proposes it. */
  readonly seat: Seat;
  /** Which part of the history every question looks at: of the workshop, whatever the scenario. */
  readonly view: View;
  readonly baseline: RuleSetVersion & { readonly ruleSet: RuleSet };
  readonly versions: readonly RuleSetVersion[];
  /** Words for the step of the workshop that undo would take back, of whatever kind; null when there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface RuleSetVersion {
  readonly id: number;
  readonly name: string;
  readonly savedAtMs: number;
}
