import type { Messages } from '../../../i18n/messages.tsx';

/** One of the figures in the second row: what it is, its value or a dash, and the change and n, or why there is none. */
export interface MoreFigure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly foot: string;
  readonly help: string;
}

/** "+3.1, n 812". */
export const footOf = (change: string | null, n: number, { t, format }: Messages): string =>
  [...(change === null ? [] : [change]), t('what-if.n', { count: format.count(n) })].join(', ');
