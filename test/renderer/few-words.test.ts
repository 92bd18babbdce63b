/** Why a line is drawn without rates. */
import { describe, expect, it } from 'vitest';
import type { SweptLine } from '../../api/compare-line.ts';
import { fewWords } from '../../renderer/features/compare/line/sweep/few-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { lineFrom } from '../core/comparison/line/line-from.ts';

const messages = createMessages('en-GB', 'UTC');

const side = (converted: number, notConverted: number): { readonly line: SweptLine } => {
  const points = lineFrom([
    { threshold: 10, converted, notConverted },
    { threshold: 90, converted: 0, notConverted: 0 },
  ]);
  const [present] = points;
  if (present === undefined) throw new Error('there are two');
  const nothing = { plateau: null, best: null, capacityThreshold: null, capacityHoldsFrom: null, pick: null };
  return {
    line: { threshold: 10, points, present, ...nothing, isPresentAsGood: false, stability: null, judged: null },
  };
};

describe('a line without rates', () => {
  it('has too few SQLs', () =>
    expect(fewWords([side(3, 400), side(2, 10)], messages)).toBe(
      'Only 3 SQLs at any threshold, fewer than 10: too few for rates, so leads alone.',
    ));

  it('or SQLs enough, but too few known outcomes, whatever the other side has', () =>
    expect(fewWords([side(3, 400), side(15, 3)], messages)).toBe(
      'Only 18 known outcomes at any threshold, fewer than 20: too few for rates, so leads alone.',
    ));
});
