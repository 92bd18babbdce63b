import type { View } from '../../../../../api/core-types.ts';
import type { Messages } from '../../../../i18n/messages.tsx';
import { type Lever, scaleFor } from '../../../../levers/lever.ts';

/** What of the view is a number, as levers; they belong to no rule set, so they change none. */
export function numberLevers(view: View, standingDays: number, t: Messages['t']): readonly Lever[] {
  const common = { isDetail: false, whole: false, apply: (ruleSet: Parameters<Lever['apply']>[0]) => ruleSet };
  const days = view.maturityDays ?? standingDays;
  return [
    {
      ...common,
      id: 'view.maturityDays',
      label: t('view.maturity'),
      fullLabel: t('view.maturityFull'),
      value: days,
      baseline: standingDays,
      noneAt: null,
      least: 0,
      ...scaleFor([days, standingDays], 100),
    },
    {
      ...common,
      id: 'view.capacityPerWeek',
      label: t('view.capacity'),
      fullLabel: t('view.capacityFull'),
      value: view.capacityPerWeek,
      baseline: undefined,
      noneAt: 'low',
      least: 0.1,
      ...scaleFor([view.capacityPerWeek], 10),
      low: 1,
    },
  ];
}

/** No slider goes past ten years; the number field's bound is the same. */
export const MOST_DAYS = 36_500;
