import { useEffect } from 'react';
import { levelOf, optionsOf } from '../../stores/scenario-store.ts';
import { useStores } from '../../stores/use-stores.tsx';

/**
 * Asks for the frame of the rule set as the levers stand now; the store sees to it that only the newest is computed. It
 * listens to the store itself: the question is on its way before anything is drawn, and before the edit is stored.
 */
export const useWantedFrame = (active: boolean): void => {
  const { scenario, frame } = useStores();
  useEffect(() => {
    if (!active) return;
    const ask = () => {
      const state = scenario.getState();
      const level = levelOf(state);
      const { ruleSet, stored } = state;
      if (ruleSet === null || ruleSet.rules.length === 0 || stored === null || level === null) return;
      frame.getState().request({ ruleSet, level, options: optionsOf(state), baselineId: stored.baseline.id });
    };
    ask();
    return scenario.subscribe(ask);
  }, [active, scenario, frame]);
};
