import { useMemo } from 'react';
import { Segments } from '../../../../components/fields/segments.tsx';
import { scrollRegion } from '../../../../components/scroll-region.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { useHasDates } from '../../../../stores/use-has-dates.ts';
import { useScenario, useWorkshop } from '../../../../stores/use-stores.tsx';
import { LeverRow } from '../lever-row.tsx';
import { numberLevers } from './number-levers.ts';
import { PeriodLever } from './period-lever.tsx';
import { SegmentLever } from './segment-lever.tsx';
import { useViewActions } from './use-view-actions.ts';
import { ViewRow } from './view-row.tsx';

/** Which leads are looked at and how far they are read: of the meeting, whatever the scenario. */
export const HistoryLevers = () => {
  const { t } = useMessages();
  const view = useScenario((state) => state.view);
  const setView = useScenario((state) => state.setView);
  const standing = useWorkshop((state) => state.workshop?.open?.maturityDays ?? null);
  const hasDates = useHasDates();
  const standingDays = standing ?? (hasDates ? DEFAULT_DAYS : 0);
  const actions = useViewActions(standingDays);
  const levers = useMemo(() => numberLevers(view, standingDays, t), [view, standingDays, t]);
  return (
    <div className="view-levers scroll" {...scrollRegion(t('view.title'))}>
      <PeriodLever />
      <SegmentLever />
      <ViewRow
        name={t('view.horizon')}
        isChanged={view.horizon !== 'outcome'}
        was={t('view.horizon.outcome')}
        onBack={() => setView({ horizon: 'outcome' }, t('view.step.horizon', { to: t('view.horizon.outcome') }))}
      >
        <Segments
          label={t('view.horizon')}
          value={view.horizon}
          choices={(['outcome', 'handover'] as const).map((value) => ({ value, label: t(`view.horizon.${value}`) }))}
          onChange={(horizon) => {
            if (horizon !== view.horizon)
              setView({ horizon }, t('view.step.horizon', { to: t(`view.horizon.${horizon}`) }));
          }}
        />
      </ViewRow>
      {levers.map((lever) => (
        <LeverRow key={lever.id} lever={lever} actions={actions} />
      ))}
    </div>
  );
};

/** REPLAY.md's, where the workshop says nothing. */
const DEFAULT_DAYS = 90;
