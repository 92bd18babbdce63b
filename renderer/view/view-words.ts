import type { ReactNode } from 'react';
import type { View } from '../../api/core-types.ts';
import { conditionWords } from '../features/rules/words/condition-words.tsx';
import type { Messages } from '../i18n/messages.tsx';
import type { Period } from './periods.ts';

/** "created 1 Jan 2026 – 31 Mar 2026": the days at both ends are within it. */
export const periodWords = ({ t, format }: Messages, { fromMs, toMs }: Period): string => {
  if (fromMs === null && toMs === null) return t('view.period.all');
  const from = fromMs === null ? '' : format.date(fromMs);
  const to = toMs === null ? '' : format.date(toMs - 1);
  if (toMs === null) return t('view.period.from', { from });
  return fromMs === null ? t('view.period.until', { to }) : t('view.period.between', { from, to });
};

/** What is looked at, where that is not the whole history: "leads created …, segment country is Italy". */
export const viewWords = (messages: Messages, view: View): ReactNode => {
  const { t, rich, format } = messages;
  const parts: readonly ReactNode[] = [
    periodWords(messages, view),
    ...(view.segment === null ? [] : [rich('view.say.segment', { condition: conditionWords(messages, view.segment) })]),
    ...(view.horizon === 'handover' ? [t('view.say.handover')] : []),
    ...(view.maturityDays === null ? [] : [t('view.say.maturity', { days: format.decimal(view.maturityDays, 2) })]),
  ];
  return parts.reduce((left, right) => rich('rules.say.comma', { left, right }));
};
