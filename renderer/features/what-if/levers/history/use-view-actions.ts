import { useMemo } from 'react';
import type { View } from '../../../../../api/core-types.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { Lever } from '../../../../levers/lever.ts';
import { useStores } from '../../../../stores/use-stores.tsx';
import type { LeverActions } from '../lever-row.tsx';
import { MOST_DAYS } from './number-levers.ts';

/** Each movement of a number of the view becomes one undoable step. Same functions from one drawing to the next. */
export const useViewActions = (standingDays: number): LeverActions => {
  const { scenario } = useStores();
  const { t, format } = useMessages();
  return useMemo(() => {
    const changeOf = (lever: Lever, value: number | null): Partial<View> => {
      if (lever.id === 'view.capacityPerWeek') return { capacityPerWeek: value };
      return { maturityDays: value === null || value === standingDays ? null : Math.min(MOST_DAYS, value) };
    };
    const move = (lever: Lever, value: number | null, gesture?: string) => {
      const to = value === null ? t('levers.none') : format.points(value);
      const label = t('view.step.number', { lever: lever.fullLabel, to });
      scenario.getState().setView(changeOf(lever, value), label, gesture);
    };
    return {
      move,
      toggle: () => undefined,
      back: (lever) => move(lever, lever.baseline ?? null),
    };
  }, [scenario, standingDays, t, format]);
};
