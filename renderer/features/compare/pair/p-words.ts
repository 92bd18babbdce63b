import type { Messages } from '../../../i18n/messages.tsx';

/** Two decimals are all that one reads of it; less than they can say is never written as 0. */
const LEAST = 0.01;

/** "= 0.04" or "< 0.01". */
export const pWords = (p: number, { t, format }: Pick<Messages, 't' | 'format'>): string =>
  p < LEAST
    ? t('compare.pBelow', { least: format.decimal(LEAST, 2) })
    : t('compare.pEqual', { p: format.decimal(p, 2) });
