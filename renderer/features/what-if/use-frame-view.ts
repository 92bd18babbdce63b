import { useMemo } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { changesOf } from '../../levers/changes-of.ts';
import { useFrame, useScenario } from '../../stores/use-stores.tsx';
import type { FrameView } from './view.ts';

/** The newest frame with the names it is told in, and whether scenario and baseline are the same rules. */
export const useFrameView = (): { readonly view: FrameView | null; readonly isSame: boolean } => {
  const messages = useMessages();
  const shown = useFrame((state) => state.shown);
  const name = useScenario((state) => state.stored?.name ?? null);
  const baseline = useScenario((state) => state.stored?.baseline ?? null);
  const capacity = useScenario((state) => state.view.capacityPerWeek);
  return useMemo(() => {
    if (shown === null || name === null || baseline === null) return { view: null, isSame: false };
    const { pair, request } = shown;
    const { level, levels } = pair.scenario;
    const now = levels.find((measures) => measures.id === level);
    if (now === undefined) return { view: null, isSame: false };
    const view: FrameView = {
      pair,
      level,
      levelName: request.ruleSet.levels.find((other) => other.id === level)?.name ?? level,
      scenarioName: name,
      baselineName: baseline.name,
      capacity,
      now,
      was:
        pair.baseline.level === level ? (pair.baseline.levels.find((measures) => measures.id === level) ?? null) : null,
    };
    return { view, isSame: changesOf(request.ruleSet, baseline.ruleSet, messages).length === 0 };
  }, [shown, name, baseline, capacity, messages]);
};
