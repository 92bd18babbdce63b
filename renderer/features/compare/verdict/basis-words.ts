import type { Finding, PairCompared } from '../../../../api/compare-pair.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { type CompareFocus, isOneSide } from '../compare-focus.ts';
import { asSize } from '../pair/as-size.ts';
import { earlyOf } from '../pair/early-of.ts';
import { pointsRange, pointsWithInterval } from '../pair/points-words.ts';

/** Told with a sentence of their own; the others are better or worse, with more or less certainty. */
export const isCounted = (finding: Finding): finding is Extract<Finding, { kind: 'cannotSettle' | 'noDifference' }> =>
  finding.kind === 'cannotSettle' || finding.kind === 'noDifference';

/** One of the two hands nobody over: then there is nothing to compare. */
export const isNobody = ({ a, b }: PairCompared): boolean => a.reached === 0 || b.reached === 0;

/** The interval, the known and the unknown, what would settle it, and how it stands on the newer leads. */
export function basisWords(answer: PairCompared, focus: CompareFocus, messages: Messages, hasDates: boolean): string {
  const { t, format } = messages;
  const { finding, difference } = answer;
  const kept = { count: format.count(answer.swap.kept.leads) };
  if (isOneSide(focus)) return t('compare-verdict.basis.sameSide', kept);
  if (isNobody(answer)) return t('compare-verdict.basis.nobody');
  if (finding.kind === 'sameLeads') return t('compare-verdict.basis.sameLeads', kept);
  if (finding.kind === 'tooFewSqls') return t('compare-verdict.basis.tooFewSqls');
  const parts = [
    hasDates ? weeklyWords(answer, focus, messages) : '',
    difference.interval === null
      ? t('compare-verdict.basis.known', { n: format.count(difference.observed) })
      : t('compare-verdict.basis.interval', {
          range: pointsRange(format, difference.interval),
          n: format.count(difference.observed),
        }),
    boundsWords(answer, messages),
    settledWords(finding, messages),
    newerWords(answer, focus, messages),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function weeklyWords({ weekly }: PairCompared, { levelName }: CompareFocus, { t, format }: Messages): string {
  const digits = Math.abs(weekly.difference) < 10 ? 1 : 0;
  const leads = Number(Math.abs(weekly.difference).toFixed(digits));
  return t('compare-verdict.basis.weekly', {
    direction: leads === 0 ? 'same' : weekly.difference > 0 ? 'more' : 'fewer',
    leads: format.decimal(leads, digits),
    isOne: leads === 1 ? 'yes' : 'no',
    level: levelName,
  });
}

const boundsWords = (answer: PairCompared, { t, format }: Messages): string => {
  const { unobserved, bounds } = answer.difference;
  return unobserved === 0 || bounds === null
    ? t('compare-verdict.basis.allKnown', { early: earlyOf(answer) })
    : t('compare-verdict.basis.bounds', {
        unknown: format.count(unobserved),
        range: pointsRange(format, bounds),
      });
};

function settledWords(finding: Finding, { t, format }: Messages): string {
  switch (finding.kind) {
    case 'betterUnlessSkipped':
      return t('compare-verdict.basis.unlessSkipped');
    case 'cannotSettle':
      return finding.pilotLeads === null
        ? t('compare-verdict.basis.noPilot')
        : t('compare-verdict.basis.pilot', { leads: format.count(finding.pilotLeads) });
    case 'noDifference':
      return finding.leadsNeeded === null
        ? ''
        : t('compare-verdict.basis.needed', { leads: format.count(asSize(finding.leadsNeeded)) });
    case 'sameLeads':
    case 'tooFewSqls':
    case 'betterWhateverUnknown':
      return '';
  }
}

/** Rules that were drawn up on a history look better on it than they are: the newer leads judge them. */
function newerWords({ periods }: PairCompared, { b }: CompareFocus, { t, format }: Messages): string {
  if (b.side.kind === 'handover') return '';
  if (periods === null) return t('compare-verdict.basis.noNewer');
  const { newer } = periods;
  if (newer.finding.kind === 'sameLeads') return '';
  if (newer.finding.kind === 'tooFewSqls' || newer.difference.rate === null) return t('compare-verdict.basis.fewNewer');
  return t('compare-verdict.basis.newer', {
    difference: pointsWithInterval(format, newer.difference.rate, newer.difference.interval),
    n: format.count(newer.difference.observed),
  });
}
