import { useEffect } from 'react';
import type { Dimension, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { optionsOf } from '../../../stores/scenario-store.ts';
import { useGrid, useScenario } from '../../../stores/use-stores.tsx';

/** The dimensions of the rows and of the columns: those chosen, as far as the rule set has them, or else the first two. */
export const dimensionsOf = (ruleSet: RuleSet, chosen: readonly string[] | null): readonly Dimension[] => {
  const found = (chosen ?? []).flatMap((id) => ruleSet.dimensions.filter((dimension) => dimension.id === id));
  return found.length === 2 ? found : ruleSet.dimensions.slice(0, 2);
};

/** Asks for the grid of the rules as they are stored, for as long as it is on screen. */
export const useGridQuestion = (): void => {
  const ruleSet = useScenario((state) => state.ruleSet);
  const options = useScenario(optionsOf);
  const { chosen, cutOffs, request } = useGrid((state) => state);
  useEffect(() => {
    if (ruleSet === null) return;
    const dimensions = dimensionsOf(ruleSet, chosen).map(({ id }) => id);
    request({ ruleSet, options, dimensions, cutOffs: dimensions.map((id) => cutOffs[id] ?? null) });
  }, [ruleSet, options, chosen, cutOffs, request]);
};
