import type { PairCompared } from '../../../../api/compare-pair.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';

/** Where A and B change places, as how often the unknown leads would have to convert. */
export function breakEvenWords(answer: PairCompared, focus: CompareFocus, { t, format }: Messages): string | undefined {
  const { difference, a, b, finding } = answer;
  const { breakEven, unobserved } = difference;
  if (finding.kind === 'sameLeads' || finding.kind === 'tooFewSqls') return undefined;
  if (a.bounds === null || b.bounds === null) return undefined;
  if (unobserved === 0) return t('compare-difference.allKnown');
  const isBAheadAtWorst = b.bounds[0] > a.bounds[0];
  const aheadAtWorst = isBAheadAtWorst ? focus.b.name : focus.a.name;
  const unknown = format.count(unobserved);
  if (breakEven === null || !breakEven.isPossible)
    return t('compare-difference.never', { ahead: aheadAtWorst, unknown });
  const multiple = format.decimal(breakEven.multiple);
  // Told of whom the known leads put ahead: at worst it leads already, or it needs the unknown ones.
  const isBAheadNow = (difference.rate ?? 0) > 0;
  const ahead = isBAheadNow ? focus.b.name : focus.a.name;
  return t(isBAheadNow === isBAheadAtWorst ? 'compare-difference.aheadBelow' : 'compare-difference.aheadAbove', {
    ahead,
    unknown,
    multiple,
  });
}
