import { useMessages } from '../../../i18n/messages.tsx';
import type { FrameView } from '../view.ts';
import { ConversionCell } from './conversion-cell.tsx';
import { HeadlineCell } from './headline-cell.tsx';
import type { HeadlineProps } from './headline-props.ts';
import { Meter } from './meters.tsx';
import { WeeklyCell } from './weekly-cell.tsx';
import './headline.css';

/** Five figures of the level, each with its n, its baseline and the difference. */
export const Headline = ({ view, figures }: HeadlineProps) => (
  <div className="headline">
    <WeeklyCell view={view} figures={figures} />
    <ConversionCell view={view} />
    <CaughtCell view={view} />
    <AmountCell view={view} figures={figures} />
    <LeadTimeCell view={view} />
  </div>
);

const CaughtCell = ({ view: { now, was } }: { readonly view: FrameView }) => {
  const { t, format } = useMessages();
  return (
    <HeadlineCell
      label={t('what-if.caught')}
      was={was === null ? t('what-if.wasNone') : t('what-if.was', { value: format.count(was.converted) })}
      value={format.count(now.converted)}
      beside={was === null ? null : format.signed(now.converted - was.converted, 0)}
      bar={<Meter value={now.converted} most={now.sqls} baseline={was?.converted ?? null} />}
      foot={
        now.sqls === 0
          ? t('what-if.caughtNone')
          : t('what-if.caughtFoot', { sqls: format.count(now.sqls), missed: format.count(now.sqls - now.converted) })
      }
      help={t('what-if.caughtHelp')}
    />
  );
};

const AmountCell = ({ view: { now, was }, figures }: HeadlineProps) => {
  const { t, format } = useMessages();
  const average = figures.isLate ? null : (figures.now?.deal.average ?? null);
  const most = Math.max(now.amount, was?.amount ?? 0) * 1.1;
  return (
    <HeadlineCell
      label={t('what-if.amount')}
      was={was === null ? t('what-if.wasNone') : t('what-if.was', { value: format.amount(was.amount) })}
      value={format.amount(now.amount)}
      beside={was === null ? null : format.signedAmount(now.amount - was.amount)}
      bar={<Meter value={now.amount} most={most} baseline={was?.amount ?? null} />}
      foot={
        now.won === 0
          ? t('what-if.amountNone')
          : average === null
            ? t('what-if.amountFoot', { won: now.won })
            : t('what-if.amountFootMean', { won: now.won, mean: format.amount(average) })
      }
      help={t('what-if.amountHelp')}
    />
  );
};

const LeadTimeCell = ({ view: { now, was } }: { readonly view: FrameView }) => {
  const { t, format } = useMessages();
  const days = (value: number) => t('what-if.days', { days: format.decimal(value, value < 10 ? 1 : 0) });
  const nowDays = now.leadTimeDays;
  const wasDays = was?.leadTimeDays ?? null;
  return (
    <HeadlineCell
      label={t('what-if.leadTime')}
      was={wasDays === null ? t('what-if.wasNone') : t('what-if.was', { value: days(wasDays) })}
      value={nowDays === null ? '–' : days(nowDays)}
      beside={nowDays === null || wasDays === null ? null : format.signed(nowDays - wasDays, nowDays < 10 ? 1 : 0)}
      bar={<Meter value={nowDays ?? 0} most={Math.max(nowDays ?? 0, wasDays ?? 0) * 1.5} baseline={wasDays} />}
      foot={
        nowDays === null ? t('what-if.leadTimeNone') : t('what-if.leadTimeFoot', { n: format.count(now.converted) })
      }
    />
  );
};
