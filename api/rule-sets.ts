/** Several scenarios in one workshop, one of them on the table: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { Condition, Seat } from './core-types.ts';
import type { ScenarioState } from './scenario.ts';

const name = z.string().check(z.minLength(1), z.maxLength(1_000));
const id = z.int();
/** Words for the step; absent: the scenario's name. */
const label = z.optional(z.string().check(z.maxLength(1_000)));

export const RULE_SETS_INPUTS = {
  'ruleSets.list': z.strictObject({}),
  /**
   * Puts a new one on the table: a blank one, or a copy of the one that is there, of any other, or of a version. A name that
   * another one has gets a number. One step that can be undone.
   */
  'ruleSets.add': z.strictObject({
    from: z.union([z.enum(['blank', 'copy']), z.strictObject({ scenarioId: id }), z.strictObject({ versionId: id })]),
    name,
    label,
  }),
  /** One step that can be undone; a run of choices becomes one. */
  'ruleSets.choose': z.strictObject({ id, label }),
  /** Takes one off the list, or puts it back, as one step that can be undone; the one on the table is refused. */
  'ruleSets.setRemoved': z.strictObject({ id, isRemoved: z.boolean(), label }),
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

/** A scenario. In the order in which they were made. */
export interface RuleSetOnList {
  readonly id: number;
  readonly name: string;
  readonly rules: number;
  /** For which leads it is meant; null: for every lead. */
  readonly scope: Condition<'attribute'> | null;
  readonly note: string;
  /** Who proposes it. */
  readonly seat: Seat;
  readonly isRemoved: boolean;
}
