import type { PairCompared } from '../../../../api/compare-pair.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { pointsWithInterval } from '../pair/points-words.ts';

/** How many SQLs either side catches; shares and their difference only where there are SQLs enough. */
export function caughtWords(
  { a, b, recall }: Pick<PairCompared, 'a' | 'b' | 'recall'>,
  focus: CompareFocus,
  { t, format }: Messages,
): string {
  const counts = {
    a: focus.a.name,
    b: focus.b.name,
    caughtA: format.count(a.converted),
    caughtB: format.count(b.converted),
    sqls: format.count(recall.sqls),
  };
  if (recall.sqls < LEAST_SQLS || recall.difference === null || a.recall === null || b.recall === null)
    return t('compare-difference.caught.counts', counts);
  return t('compare-difference.caught.words', {
    ...counts,
    shareA: format.percent(a.recall),
    shareB: format.percent(b.recall),
    difference: pointsWithInterval(format, recall.difference, recall.interval),
  });
}
