import type { Messages } from '../../../i18n/messages.tsx';

/** Less is never written as 0. */
const LEAST = 0.01;

/** A p as what it is, how often chance alone does as much: "4 %", "less than 1 %". */
export const chanceShare = (p: number, { t, format }: Pick<Messages, 't' | 'format'>): string =>
  p < LEAST ? t('compare.chanceBelow', { least: format.percent(LEAST) }) : format.percent(p);
