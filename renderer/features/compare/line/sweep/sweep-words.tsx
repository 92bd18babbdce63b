import type { LinesSwept } from '../../../../../api/compare-line.ts';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { LineSide, Terms } from '../line-sides.ts';

/** What the line of the side that is told comes to, in a sentence each; nothing where nothing can be said. */
export const SweepWords = (props: { readonly side: LineSide; readonly swept: LinesSwept; readonly terms: Terms }) => {
  const { side, swept, terms } = props;
  const messages = useMessages();
  const sentences = [
    bestWords(side, messages),
    stabilityWords(side, messages),
    capacityWords(side, swept, messages),
    pickWords(side, swept, terms, messages),
    sameLeadsWords(side, messages),
  ];
  return (
    <ul className="line-words">
      {sentences.map((sentence) => sentence !== null && <li key={sentence}>{sentence}</li>)}
    </ul>
  );
};

const bestWords = ({ line }: LineSide, { t, format }: Messages): string | null => {
  const { best, threshold, isPresentAsGood } = line;
  if (best === null) return null;
  const { from, to } = best.plateau;
  const isOne = from === to;
  const isWithin = threshold >= from && threshold <= to;
  return t(`compare-line.best.${best.by}`, {
    best: format.points(best.threshold),
    from: format.points(from),
    to: format.points(to),
    at: format.points(threshold),
    isOne: isOne ? 'yes' : 'no',
    isWithin: isWithin ? (isOne ? 'alone' : 'yes') : isPresentAsGood ? 'beyond' : 'no',
  });
};

/** The best of many looks better on the leads that chose it than it is. */
const sameLeadsWords = ({ line }: LineSide, { t }: Messages): string | null =>
  line.best === null && line.pick === null
    ? null
    : t('compare-line.sameLeads', { isJudged: line.judged === null ? 'no' : 'yes' });

const stabilityWords = ({ line }: LineSide, { t, format }: Messages): string | null => {
  const { stability } = line;
  if (stability === null || stability.draws === 0) return null;
  return t(stability.isStable ? 'compare-line.stable' : 'compare-line.unstable', {
    at: format.points(line.threshold),
    share: format.percent(stability.share),
    draws: stability.draws,
    from: format.points(stability.range.from),
    to: format.points(stability.range.to),
    isOne: stability.range.from === stability.range.to ? 'yes' : 'no',
  });
};

const capacityWords = ({ line }: LineSide, { capacityPerWeek }: LinesSwept, { t, format }: Messages): string => {
  if (capacityPerWeek === null) return t('compare-line.noCapacity');
  const capacity = format.points(capacityPerWeek);
  const { capacityThreshold: lowest, capacityHoldsFrom: from, present } = line;
  if (lowest === null && from === null) return t('compare-line.neverWithin', { capacity });
  return t('compare-line.within', {
    capacity,
    // A higher threshold is reached by fewer, but in other weeks: it can break what a lower one keeps.
    holds: from === null ? 'once' : lowest !== null && lowest < from ? 'again' : 'from',
    from: from === null ? '' : format.points(from),
    lowest: lowest === null ? '' : format.points(lowest),
    at: format.points(line.threshold),
    over: present.weeksOverCapacity ?? 0,
  });
};

/** Asked for once sales has said which conversion it accepts. */
const pickWords = (
  { line }: LineSide,
  { capacityPerWeek }: LinesSwept,
  { leastRate }: Terms,
  { t, format }: Messages,
): string | null => {
  if (leastRate === null) return null;
  const within = { rate: format.percent(leastRate, 2), isCapped: capacityPerWeek === null ? 'no' : 'yes' };
  if (line.pick === null) return t('compare-line.noPick', within);
  const { threshold, converted, sqls } = line.pick;
  return t('compare-line.pick', {
    ...within,
    at: format.points(threshold),
    converted: format.count(converted),
    sqls: format.count(sqls),
  });
};
