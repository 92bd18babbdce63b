import { useMessages } from '../../../i18n/messages.tsx';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { HeadlineCell } from './headline-cell.tsx';
import type { HeadlineProps } from './headline-props.ts';
import { Meter } from './meters.tsx';

/** Leads a week that reach the level, the busy week against what sales can follow up. */
export const WeeklyCell = (props: HeadlineProps) => (useHasDates() ? <ByWeek {...props} /> : <InAll {...props} />);

/** Without dates there are no weeks: only how many there are in all. */
const InAll = ({ view: { now, was, pair, levelName } }: HeadlineProps) => {
  const { t, format } = useMessages();
  return (
    <HeadlineCell
      label={t('what-if.inAll', { level: levelName })}
      was={was === null ? t('what-if.wasNone') : t('what-if.was', { value: format.count(was.reached) })}
      value={format.count(now.reached)}
      beside={<span className="hint">{t('what-if.n', { count: format.count(now.reached) })}</span>}
      bar={<Meter value={now.reached} most={pair.scenario.leads} baseline={was?.reached ?? null} />}
      foot={t('what-if.inAllFoot', { leads: format.count(pair.scenario.leads) })}
      help={t('what-if.inAllHelp')}
    />
  );
};

const ByWeek = ({ view, figures }: HeadlineProps) => {
  const { t, rich, format } = useMessages();
  const { now, was, capacity, pair } = view;
  const { mean, p90, weeks } = pair.scenario.weekly;
  const before = was === null ? null : pair.baseline.weekly.mean;
  const digits = mean < 10 ? 1 : 0;
  const most = Math.max(mean, p90, before ?? 0, capacity ?? 0) * 1.15;
  const load = figures.isLate ? null : (figures.now?.load.capacity ?? null);
  const busy = format.decimal(p90, p90 < 10 ? 1 : 0);
  return (
    <HeadlineCell
      label={t('what-if.perWeek', { level: view.levelName })}
      was={before === null ? t('what-if.wasNone') : t('what-if.was', { value: format.decimal(before, digits) })}
      value={format.decimal(mean, digits)}
      beside={
        <>
          {before !== null && format.signed(Number(mean.toFixed(digits)) - Number(before.toFixed(digits)), digits)}{' '}
          <span className="hint">{t('what-if.n', { count: format.count(now.reached) })}</span>
        </>
      }
      bar={<Meter value={mean} most={most} baseline={before} p90={p90} capacity={capacity} />}
      foot={
        capacity === null
          ? t('what-if.perWeekNoCapacity', { p90: busy })
          : rich('what-if.perWeekFoot', {
              p90: busy,
              sign: p90 > capacity ? '>' : '≤',
              hold: (
                <span className="sales-hue strong">
                  {t('what-if.perWeekHold', { capacity: format.points(capacity) })}
                </span>
              ),
            })
      }
      help={[
        t('what-if.perWeekHelp', { reached: format.count(now.reached), weeks }),
        ...(load === null
          ? []
          : [t('what-if.perWeekLoad', { over: load.weeksOver, queue: format.count(load.highestQueue) })]),
      ].join(' ')}
    />
  );
};
