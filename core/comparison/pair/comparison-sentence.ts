/** A comparison in one sentence, as the command line says it. */
import type { Interval } from '../../statistics/interval.ts';
import type { Comparison } from './comparison.ts';

/** A and B stand for the two, as `--rules` names them first and second. */
export function comparisonSentence(comparison: Comparison): string {
  const { a, b, finding, difference } = comparison;
  switch (finding.kind) {
    case 'sameLeads':
      return 'A and B reach the same leads: there is no difference.';
    case 'tooFewSqls':
      return `Too few SQLs to compare rates: A ${a.converted} of ${a.observed} leads with a known outcome, B ${b.converted} of ${b.observed}.`;
    case 'betterWhateverUnknown':
      return `${better(comparison, finding.better)} ${basis(comparison)}; ${
        difference.unobserved === 0 ? 'every outcome is known' : 'that holds whatever the unknown leads would have done'
      }.`;
    case 'betterUnlessSkipped':
      return `${better(comparison, finding.better)} ${basis(comparison)}; that holds unless sales skipped better leads than it took.`;
    case 'cannotSettle':
      return `${better(comparison, finding.better)} ${basis(comparison)}, but the data cannot settle it: ${difference.unobserved} leads have no known outcome, and with them the difference lies anywhere from ${pointsOf(difference.bounds)} points; ${
        finding.pilotLeads === null
          ? 'no pilot among them would tell'
          : `a pilot of ${finding.pilotLeads} of them would tell`
      }.`;
    case 'noDifference':
      return `The data show no difference between A and B: ${signed(difference.rate ?? 0)} points ${basis(comparison)}${
        finding.leadsNeeded === null
          ? ''
          : `; about ${finding.leadsNeeded} leads with a known outcome would tell, if the difference stayed so`
      }.`;
  }
}

function better({ difference }: Comparison, side: 'a' | 'b'): string {
  const other = side === 'a' ? 'B' : 'A';
  return `${side.toUpperCase()} converts ${points(Math.abs(difference.rate ?? 0))} points better than ${other}`;
}

const basis = ({ difference: { interval, observed } }: Comparison): string =>
  interval === null
    ? `among ${observed} leads with a known outcome`
    : `(B less A, 95 %: ${pointsOf(interval)} points, among ${observed} leads with a known outcome)`;

const pointsOf = (interval: Interval | null): string =>
  interval === null ? 'unknown' : `${signed(interval[0])} to ${signed(interval[1])}`;

const points = (share: number): string => (share * 100).toFixed(1);

const signed = (share: number): string => {
  const text = points(share);
  return Number(text) === 0 ? '0.0' : share > 0 ? `+${text}` : text.replace('-', '−');
};
