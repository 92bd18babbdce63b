import type { CSSProperties } from 'react';
import { ChoiceField } from '../../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { useHistory, useScenario, useWorkshop } from '../../../../stores/use-stores.tsx';
import { PERIOD_NAMES, type Period, periodNameOf, periodOf } from '../../../../view/periods.ts';
import { periodWords } from '../../../../view/view-words.ts';
import { DayInput } from './day-input.tsx';
import { ViewRow } from './view-row.tsx';

/** When the leads that are looked at were created: a named period, or two days. */
export const PeriodLever = () => {
  const messages = useMessages();
  const { t } = messages;
  const { fromMs, toMs } = useScenario((state) => state.view);
  const setView = useScenario((state) => state.setView);
  const summary = useHistory((state) => state.summary);
  const timeZone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const [earliestMs, latestMs] = [summary?.earliestMs ?? null, summary?.latestMs ?? null];
  if (earliestMs === null || latestMs === null) return null;
  const set = (period: Period) => setView(period, t('view.step.period', { period: periodWords(messages, period) }));
  const named = periodNameOf({ fromMs, toMs }, latestMs, timeZone);
  const choose = (name: string) => {
    const next = PERIOD_NAMES.find((one) => one === name);
    if (next !== undefined && next !== named) set(periodOf(next, latestMs, timeZone));
  };
  return (
    <ViewRow
      name={t('view.period')}
      isChanged={fromMs !== null || toMs !== null}
      was={t('view.all')}
      onBack={() => set({ fromMs: null, toMs: null })}
    >
      <ChoiceField
        label={t('view.periodChoice')}
        value={named ?? 'dates'}
        choices={[
          ...PERIOD_NAMES.map((value) => ({ value: value as string, label: t(`view.period.name.${value}`) })),
          ...(named === null ? [{ value: 'dates', label: t('view.period.name.dates') }] : []),
        ]}
        onChange={choose}
      />
      <div className="view-days">
        <DayInput
          label={t('view.period.firstDay')}
          value={fromMs}
          openMs={earliestMs}
          before={toMs}
          onChange={(next) => set({ fromMs: next, toMs })}
        />
        –
        <DayInput
          label={t('view.period.lastDay')}
          value={toMs}
          isEnd
          openMs={latestMs}
          after={fromMs}
          onChange={(next) => set({ fromMs, toMs: next })}
        />
      </div>
      <PeriodTrack earliestMs={earliestMs} latestMs={latestMs} fromMs={fromMs} toMs={toMs} />
    </ViewRow>
  );
};

/** The history's length, and of it the period: grey dashes where all of it begins and ends. */
const PeriodTrack = (props: Period & { readonly earliestMs: number; readonly latestMs: number }) => {
  const { earliestMs, latestMs, fromMs, toMs } = props;
  const share = (atMs: number) =>
    latestMs === earliestMs ? 0 : Math.min(1, Math.max(0, (atMs - earliestMs) / (latestMs - earliestMs)));
  const style: CSSProperties & Record<`--${string}`, number> = {
    '--fill-from': share(fromMs ?? earliestMs),
    '--fill-to': share(toMs ?? latestMs),
  };
  const isPart = fromMs !== null || toMs !== null;
  return <span className={`view-track${isPart ? ' moved' : ''}`} style={style} />;
};
