import type { Finding } from '../../../../core/comparison/pair/finding.ts';
import { pointDigits } from '../../../../core/comparison/pair/point-digits.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { asSize } from '../../compare/pair/as-size.ts';
import type { ToldDifference } from './told-difference.ts';

interface Known {
  readonly observed: number;
  readonly converted: number;
}

interface Sides {
  readonly now: Known;
  /** Null when the baseline lacks the level. */
  readonly was: Known | null;
}

/** How the conversion of the scenario differs from its baseline's, as far as the history can tell. */
export function differenceWords(told: ToldDifference, { now, was }: Sides, messages: Messages): string {
  const { t, format } = messages;
  const { rate, finding } = told;
  if (now.observed === 0) return t('what-if.verdict.unknownNow');
  if (rate === null || was === null) return t('what-if.verdict.unknownWas', counted(now, messages));
  if (finding?.kind === 'tooFewSqls') {
    return t('what-if.verdict.fewSqls', { now: countsOf(now, messages), was: countsOf(was, messages) });
  }
  const { difference, interval } = rate;
  if (interval === null) {
    return t('what-if.verdict.alike', { now: countsOf(now, messages), was: countsOf(was, messages) });
  }
  if (finding?.kind === 'noDifference') {
    const range = { low: format.signedPoints(interval[0]), high: format.signedPoints(interval[1]) };
    const unsure = t('what-if.verdict.noDifference', { points: format.signedPoints(difference), ...range });
    return `${unsure}${needed(finding, messages)}`;
  }
  const isHigher = difference > 0;
  const [low, high] = interval;
  const pointsOf = (share: number): string => format.decimal(share * 100, pointDigits(interval));
  return t('what-if.verdict.rate', {
    direction: isHigher ? 'higher' : 'lower',
    points: pointsOf(Math.abs(difference)),
    low: pointsOf(isHigher ? low : -high),
    high: pointsOf(isHigher ? high : -low),
    holds: holds(finding, told.unobserved, messages),
  });
}

/** What the unknown leads can do to it; nothing while that is still being looked at. */
function holds(finding: Finding | null, unobserved: number, { t, format }: Messages): string {
  switch (finding?.kind) {
    case 'betterWhateverUnknown':
      return unobserved === 0 ? '' : t('what-if.verdict.whatever');
    case 'betterUnlessSkipped':
      return t('what-if.verdict.unlessSkipped');
    case 'cannotSettle':
      return finding.pilotLeads === null
        ? t('what-if.verdict.noPilot', { unknown: format.count(unobserved) })
        : t('what-if.verdict.pilot', { unknown: format.count(unobserved), pilot: format.count(finding.pilotLeads) });
    default:
      return '';
  }
}

const needed = ({ leadsNeeded }: Extract<Finding, { kind: 'noDifference' }>, { t, format }: Messages): string =>
  leadsNeeded === null ? '' : ` ${t('what-if.verdict.needed', { leads: format.count(asSize(leadsNeeded)) })}`;

const counted = ({ observed, converted }: Known, { format }: Messages) => ({
  converted: format.count(converted),
  observed: format.count(observed),
});

const countsOf = (known: Known, messages: Messages): string =>
  messages.t('what-if.verdict.counts', counted(known, messages));
