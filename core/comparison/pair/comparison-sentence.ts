/** A comparison in one sentence, as the command line says it. */
import type { Interval } from '../../statistics/interval.ts';
import type { Comparison } from './comparison.ts';
import { pointDigits } from './point-digits.ts';

/** A and B stand for the two, as `--rules` names them first and second. */
export function comparisonSentence(comparison: Comparison): string {
  const { a, b, finding, difference } = comparison;
  switch (finding.kind) {
    case 'sameLeads':
      return a.reached === 0
        ? 'Neither A nor B reaches a lead.'
        : 'A and B reach the same leads, so they convert alike.';
    case 'tooFewSqls':
      return `Too few SQLs to compare rates: A ${a.converted} of ${a.observed} leads with a known outcome, B ${b.converted} of ${b.observed}.`;
    case 'betterWhateverUnknown':
      return `${better(comparison, finding.better)} ${basis(comparison)}; ${
        difference.unobserved === 0 ? known(comparison) : 'that holds whatever the unknown leads would have done'
      }.`;
    case 'betterUnlessSkipped':
      return `${better(comparison, finding.better)} ${basis(comparison)}; that holds unless sales skipped better leads than it took${noBreakEven(comparison)}.`;
    case 'cannotSettle':
      return `${better(comparison, finding.better)} ${basis(comparison)}, but the data cannot settle it: ${difference.unobserved} leads have no known outcome, and with them the difference lies anywhere from ${pointsOf(difference.bounds)} points; ${
        finding.pilotLeads === null
          ? 'if they convert like the known ones that score alike, no pilot among them would tell'
          : `if they convert like the known ones that score alike, a pilot of ${finding.pilotLeads} of them would tell`
      }${noBreakEven(comparison)}.`;
    case 'noDifference':
      return `The data cannot tell the conversion of A and B apart: ${signed(difference.rate ?? 0, 1)} points ${basis(comparison)}${
        finding.leadsNeeded === null
          ? ''
          : `; about ${finding.leadsNeeded} leads with a known outcome would tell, if the difference stayed so`
      }.`;
  }
}

function better({ difference }: Comparison, side: 'a' | 'b'): string {
  const other = side === 'a' ? 'B' : 'A';
  return `${side.toUpperCase()} converts ${points(Math.abs(difference.rate ?? 0), pointDigits(difference.interval))} points better than ${other}`;
}

/** Leads too young for an outcome are no unknown ones: they will have one. */
function known({ swap: { kept, lost, gained } }: Comparison): string {
  const early = kept.immature + lost.immature + gained.immature;
  return early === 0
    ? 'every outcome is known'
    : `every lead that is old enough has an outcome, ${early} ${early === 1 ? 'is' : 'are'} too young`;
}

/** Why no multiple is printed at which the two change places, though the formula has one. */
const noBreakEven = ({ difference: { breakEven } }: Comparison): string =>
  breakEven === null || breakEven.isPossible
    ? ''
    : '; for A and B to change places unknown leads would have to convert more often than always';

const basis = ({ difference: { interval, observed } }: Comparison): string =>
  interval === null
    ? `among ${observed} leads with a known outcome`
    : `(B less A, 95 %: ${pointsOf(interval)} points, among ${observed} leads with a known outcome)`;

const pointsOf = (interval: Interval | null): string =>
  interval === null
    ? 'unknown'
    : `${signed(interval[0], pointDigits(interval))} to ${signed(interval[1], pointDigits(interval))}`;

const points = (share: number, digits: 1 | 2): string => (share * 100).toFixed(digits);

const signed = (share: number, digits: 1 | 2): string => {
  const text = points(share, digits);
  return Number(text) === 0 ? text.replace('-', '') : share > 0 ? `+${text}` : text.replace('-', '−');
};
