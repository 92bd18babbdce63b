import { LEAST_KNOWN, LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import type { Messages } from '../../../../i18n/messages.tsx';
import type { LineSide } from '../line-sides.ts';

/** Why no rate is drawn at any threshold: too few SQLs, or SQLs enough among too few known outcomes. */
export function fewWords(sides: readonly Pick<LineSide, 'line'>[], { t }: Pick<Messages, 't'>): string {
  // At the lowest threshold a line has the most of both.
  const lowest = sides.flatMap(({ line }) => line.points.slice(0, 1));
  const most = lowest.toSorted((one, other) => other.converted - one.converted)[0];
  const count = most?.converted ?? 0;
  return most === undefined || count < LEAST_SQLS
    ? t('compare-line.reason.few', { least: LEAST_SQLS, count })
    : t('compare-line.reason.fewKnown', { least: LEAST_KNOWN, count: most.observed });
}
