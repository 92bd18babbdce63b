import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import type { Formats } from '../../../i18n/formats.ts';

/** "+25"; of a rule with bands its least and its most: "−5 to +15" has no place in a sentence that speaks of one band. */
export const pointsOf = (rule: Rule, { signed }: Formats): string =>
  rule.kind === 'bands' ? rule.bands.map(({ points }) => signed(points, 2)).join(', ') : signed(rule.points, 2);
