/** Several rule sets in one workshop, one of them on the table: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { Condition } from './core-types.ts';
import type { ScenarioState } from './scenario.ts';

const name = z.string().check(z.minLength(1), z.maxLength(1_000));
const id = z.int();

export const RULE_SETS_INPUTS = {
  'ruleSets.list': z.strictObject({}),
  /** Puts a new one on the table: a blank one, or a copy of the one that is there, under another name. */
  'ruleSets.add': z.strictObject({ from: z.enum(['blank', 'copy']), name }),
  'ruleSets.choose': z.strictObject({ id }),
  /** Takes one off the list, or puts it back; the one on the table is refused. */
  'ruleSets.setRemoved': z.strictObject({ id, isRemoved: z.boolean() }),
  /** For which leads the one on the table is meant: a condition of the rule-set format on leads, null for every lead. One step that can be undone. */
  'ruleSets.setScope': z.strictObject({ scope: z.unknown(), label: name }),
} as const;

export interface RuleSetsOutputs {
  readonly 'ruleSets.list': readonly RuleSetOnList[];
  readonly 'ruleSets.add': ScenarioState;
  readonly 'ruleSets.choose': ScenarioState;
  readonly 'ruleSets.setRemoved': readonly RuleSetOnList[];
  readonly 'ruleSets.setScope': ScenarioState;
}

/** In the order in which they were made. */
export interface RuleSetOnList {
  readonly id: number;
  readonly name: string;
  readonly rules: number;
  /** For which leads it is meant; null: for every lead. */
  readonly scope: Condition<'attribute'> | null;
  readonly isRemoved: boolean;
}
