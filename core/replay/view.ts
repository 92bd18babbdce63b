import type { Condition } from '../rule-set/rule-set.ts';
import { DEFAULT_OPTIONS, type ReplayOptions } from './replay-result.ts';

/** Which part of the history a meeting looks at, whatever the rule set. */
export interface View {
  /** Leads created at or after; null: from the first. */
  readonly fromMs: number | null;
  /** Leads created before; null: up to the last. */
  readonly toMs: number | null;
  readonly horizon: ReplayOptions['horizon'];
  /** How long sales has before a lead without a result counts; null: as the workshop says. */
  readonly maturityDays: number | null;
  /** Leads for which it holds; null: every lead. */
  readonly segment: Condition<'attribute'> | null;
  /** Leads a week that sales can follow up; null: not said. */
  readonly capacityPerWeek: number | null;
}

/** The whole history. */
export const WHOLE_VIEW: View = {
  fromMs: null,
  toMs: null,
  horizon: 'outcome',
  maturityDays: null,
  segment: null,
  capacityPerWeek: null,
};

/** Capacity does not choose among leads, so it is no part of the question. */
export const isWhole = ({ fromMs, toMs, horizon, maturityDays, segment }: View): boolean =>
  fromMs === null && toMs === null && horizon === WHOLE_VIEW.horizon && maturityDays === null && segment === null;

/** What a question to the replay says, for a rule set that is meant for the leads in `scope` (null: for every lead). */
export function viewOptions(view: View, scope: Condition<'attribute'> | null): ReplayOptions {
  if (scope === null && isWhole(view)) return DEFAULT_OPTIONS;
  const { fromMs, toMs, horizon, maturityDays, segment } = view;
  const conditions = [scope, segment].filter((condition) => condition !== null);
  const [first, ...others] = conditions;
  return {
    horizon,
    ...(fromMs === null ? {} : { fromMs }),
    ...(toMs === null ? {} : { toMs }),
    ...(maturityDays === null ? {} : { maturityDays }),
    ...(first === undefined ? {} : { scope: others.length === 0 ? first : { all: conditions } }),
  };
}
