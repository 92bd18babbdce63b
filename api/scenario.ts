/** The scenario: the rule set on the table with its baseline, as every screen sees it. */
import type { Condition, RuleSet } from './core-types.ts';

export interface ScenarioState {
  /** Counts the changes that the app has stored since it started. */
  readonly revision: number;
  /** Of the rule set on the table, in `ruleSets.list`. */
  readonly id: number;
  readonly name: string;
  readonly ruleSet: RuleSet;
  /** For which leads it is meant; null: for every lead. */
  readonly scope: Condition<'attribute'> | null;
  readonly baseline: RuleSetVersion & { readonly ruleSet: RuleSet };
  readonly versions: readonly RuleSetVersion[];
  /** Words for the step that undo would take back; null when there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface RuleSetVersion {
  readonly id: number;
  readonly name: string;
  readonly savedAtMs: number;
}
