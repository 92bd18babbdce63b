import { useEffect } from 'react';
import type { RuleAlone, RuleConcern, RuleEffect } from '../../../../api/rule-effects.ts';
import type { Cell } from '../../../../core/measures/frame.ts';
import { levelOf } from '../../../stores/scenario-store.ts';
import { useEffectsStore, useFrame, useHistory, useScenario } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { useSelection } from '../use-selection.ts';

/** Asks for the figures of the rules as they stand, for as long as the designer is on screen. */
export const useFollowEffects = (): void => {
  const ruleSet = useScenario((state) => state.ruleSet);
  const level = useScenario(levelOf);
  // The same as of the frame beside it: what a rule decides by itself must agree with what the levels reach.
  const options = useFrame((state) => state.wanted?.options ?? null);
  const request = useEffectsStore((state) => state.request);
  const selection = useSelection();
  const first = selection.kind === 'rule' ? selection.id : null;
  useEffect(() => {
    if (ruleSet === null || level === null || options === null) return;
    request({ ruleSet, level, options, first });
  }, [ruleSet, level, options, first, request]);
  useEffect(() => () => request(null), [request]);
};

export interface EffectOnScreen {
  readonly effect: RuleEffect;
  /** All leads that the measures count. */
  readonly base: Cell;
  readonly concerns: readonly RuleConcern[];
  /** The highest end of an interval among all rules: what their plots have room for. */
  readonly highest: number;
  /** The rules have changed since. */
  readonly isOlder: boolean;
}

/** Null until the app has answered, and for a rule that it has not seen yet. */
export const useRuleEffect = (ruleId: string): EffectOnScreen | null => {
  const shown = useEffectsStore((state) => state.shown);
  const { ruleSet } = useRuleEditing();
  const effect = shown?.effects.rules.find((one) => one.ruleId === ruleId);
  if (shown === null || effect === undefined) return null;
  return {
    effect,
    base: shown.effects.base,
    // What the workshop keeps out of rules has a notice of its own.
    concerns: shown.effects.concerns.filter((one) => one.ruleId === ruleId && one.kind !== 'keptOut'),
    highest: highestOf(shown.effects.rules),
    isOlder: shown.ruleSet !== ruleSet,
  };
};

export interface AloneOnScreen {
  readonly alone: RuleAlone;
  readonly isOlder: boolean;
}

/** What the rule decides by itself, for the level that the screens speak of; null until the app has answered. */
export const useRuleAlone = (ruleId: string): AloneOnScreen | null => {
  const held = useEffectsStore((state) => state.aloneByRule[ruleId]);
  const { ruleSet } = useRuleEditing();
  const level = useScenario(levelOf);
  if (held === undefined || held.level !== level) return null;
  return { alone: held.alone, isOlder: held.ruleSet !== ruleSet };
};

/** Where the scale of the plots ends, a share; null until there is anything to plot. */
export const useHighest = (): number | null => {
  const shown = useEffectsStore((state) => state.shown);
  return shown === null || shown.effects.base.leads === 0 ? null : highestOf(shown.effects.rules);
};

/** False until the history is known. */
export const useHasNoLeads = (): boolean => useHistory((state) => state.summary?.leads === 0);

const STEP = 0.1;

function highestOf(rules: readonly RuleEffect[]): number {
  const ends = rules.flatMap(({ touched, untouched }) => [touched.interval?.[1] ?? 0, untouched.interval?.[1] ?? 0]);
  const known = rules
    .filter(({ touched }) => touched.observed >= FEWEST_PLOTTED)
    .flatMap(({ touched, untouched }) => [touched.interval?.[1] ?? 0, untouched.interval?.[1] ?? 0]);
  const highest = Math.max(STEP, ...(known.length > 0 ? known : ends));
  return Math.min(1, Math.ceil(highest / STEP - 1e-9) * STEP);
}

/** The interval of a handful of leads would make all others small. */
const FEWEST_PLOTTED = 20;
