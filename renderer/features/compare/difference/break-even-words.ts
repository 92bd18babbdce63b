import type { PairCompared } from '../../../../api/compare-pair.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { earlyOf } from '../pair/early-of.ts';

type BreakEven = NonNullable<PairCompared['difference']['breakEven']>;

/** Where A and B change places, as how often the unknown leads would have to convert. */
export function breakEvenWords(answer: PairCompared, focus: CompareFocus, messages: Messages): string | undefined {
  const { t, format } = messages;
  const { difference, a, b, finding } = answer;
  const { breakEven, unobserved } = difference;
  if (finding.kind === 'sameLeads' || finding.kind === 'tooFewSqls') return undefined;
  if (a.bounds === null || b.bounds === null) return undefined;
  if (unobserved === 0) return t('compare-difference.allKnown', { early: earlyOf(answer) });
  const unknown = format.count(unobserved);
  if (breakEven?.isPossible === true) return changeWords(breakEven, answer, focus, messages);
  const atWorst = b.bounds[0] - a.bounds[0];
  // Level with none of them converting, and nothing that sets the two apart when they do.
  if (atWorst === 0) return t('compare-difference.level', { a: focus.a.name, b: focus.b.name, unknown });
  return t('compare-difference.never', { ahead: focus[atWorst > 0 ? 'b' : 'a'].name, unknown });
}

/** Told of whom the known leads put ahead, as long as figures that can be read leave something to tell. */
function changeWords(breakEven: BreakEven, { difference }: PairCompared, focus: CompareFocus, messages: Messages) {
  const { t, format } = messages;
  const { aheadAbove } = breakEven;
  const aheadBelow = aheadAbove === 'a' ? 'b' : 'a';
  const digits = breakEven.multiple < 1 ? 2 : 1;
  // Rounded towards the side on which what is said is true.
  const [below, above, most] = [
    roundedDown(breakEven.multiple, digits),
    roundedUp(breakEven.multiple, digits),
    roundedDown(breakEven.most, 1),
  ];
  const unknown = format.count(difference.unobserved);
  const ahead = (difference.rate ?? 0) > 0 ? 'b' : 'a';
  return (ahead === aheadAbove || below === 0) && above < most
    ? t('compare-difference.aheadAbove', {
        ahead: focus[aheadAbove].name,
        unknown,
        multiple: format.decimal(above, digits),
        most: format.decimal(most),
      })
    : t('compare-difference.aheadBelow', {
        ahead: focus[aheadBelow].name,
        unknown,
        multiple: format.decimal(below, digits),
      });
}

/** What the dust of a sum leaves of a round figure. */
const DUST = 1e-9;

const roundedDown = (figure: number, digits: number): number => Math.floor(figure * 10 ** digits + DUST) / 10 ** digits;
const roundedUp = (figure: number, digits: number): number =>
  Math.max(0, Math.ceil(figure * 10 ** digits - DUST)) / 10 ** digits;
