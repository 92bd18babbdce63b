import { useEffect } from 'react';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { levelOf } from '../../stores/scenario-store.ts';
import { useFrame, useScenario } from '../../stores/use-stores.tsx';

/** Asks for the frame of the rule set as the levers stand now; the store sees to it that only the newest is computed. */
export const useWantedFrame = (active: boolean): void => {
  const ruleSet = useScenario((state) => state.ruleSet);
  const level = useScenario(levelOf);
  const baselineId = useScenario((state) => state.stored?.baseline.id ?? null);
  const request = useFrame((state) => state.request);
  useEffect(() => {
    if (!active || ruleSet === null || level === null || baselineId === null) return;
    request({ ruleSet, level, options: DEFAULT_OPTIONS, baselineId });
  }, [active, ruleSet, level, baselineId, request]);
};
