import type { HeadlineFigures } from '../../../../api/compare-course.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { footOf, type MoreFigure } from './more-figure.ts';

type Costs = HeadlineFigures['costs'];

/** What a lead of the level and an SQL cost, and what came back; a reason in words where there is no figure. */
export function costFigures(
  now: Costs,
  was: Costs,
  currency: string | null,
  messages: Messages,
): readonly MoreFigure[] {
  const { t, format } = messages;
  const help =
    now === null
      ? t('what-if.more.costsHow')
      : t('what-if.more.costHelp', { without: now.leadsWithoutCost, count: format.count(now.leadsWithoutCost) });
  const money = (cents: number) => {
    const written = format.cents(cents, Math.abs(cents) < 100_000 ? 2 : 0);
    return currency === null ? written : `${written}\u00a0${currency}`;
  };
  const change = (cents: number, before: number | null) =>
    before === null ? null : signedMoney(cents - before, messages);
  const costOf = (key: 'costPerMqlCents' | 'costPerSqlCents', n: number, none: string) => {
    const cents = now?.[key] ?? null;
    if (cents === null) return { value: '–', foot: now === null ? t('what-if.more.noCosts') : none };
    return { value: money(cents), foot: footOf(change(cents, was?.[key] ?? null), n, messages) };
  };
  const returned = now?.returnOnSpend ?? null;
  const before = was?.returnOnSpend ?? null;
  return [
    {
      key: 'costPerMql',
      label: t('what-if.more.costPerMql'),
      ...costOf('costPerMqlCents', now?.reached ?? 0, t('what-if.more.costPerMqlNone')),
      help,
    },
    {
      key: 'costPerSql',
      label: t('what-if.more.costPerSql'),
      ...costOf('costPerSqlCents', now?.sqls ?? 0, t('what-if.more.costPerSqlNone')),
      help,
    },
    {
      key: 'return',
      label: t('what-if.more.return'),
      value: returned === null ? '–' : format.percent(returned),
      foot:
        returned === null
          ? t(now === null ? 'what-if.more.noCosts' : 'what-if.more.returnNone')
          : footOf(before === null ? null : format.signedPoints(returned - before), now?.won ?? 0, messages),
      help: t('what-if.more.returnHelp'),
    },
  ];
}

const signedMoney = (cents: number, { format }: Messages): string =>
  format.signed(cents / 100, Math.abs(cents) < 10_000 ? 2 : 0);
