/** What is said of a threshold that older leads chose. */
import { describe, expect, it } from 'vitest';
import type { JudgedLine } from '../../api/compare-line.ts';
import { itemAt } from '../../core/at.ts';
import { isTold, judgedWords, rateWords } from '../../renderer/features/compare/line/judged/judged-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { lineFrom } from '../core/comparison/line/line-from.ts';

const messages = createMessages('en-GB', 'UTC');
const [older, newer, few] = lineFrom([
  { threshold: 48, converted: 60, notConverted: 40, p90PerWeek: 20 },
  { threshold: 48, converted: 30, notConverted: 70, p90PerWeek: 25 },
  { threshold: 48, converted: 9, notConverted: 40, p90PerWeek: 3 },
]);
if (older === undefined || newer === undefined || few === undefined) throw new Error('there are three');
const chosen = { threshold: 48, older, newer, all: newer };
const judged = {
  splitMs: Date.UTC(2025, 2, 25),
  olderBeforeMs: Date.UTC(2024, 11, 25),
  gapDays: 90,
  olderSqls: 60,
  best: { ...chosen, plateau: { from: 41, to: 64 } },
  pick: chosen,
  present: chosen,
} satisfies JudgedLine;

const said = (of: typeof judged | (Omit<typeof judged, 'pick'> & { pick: null }), leastRate: number | null): string =>
  judgedWords(of, 51, false, leastRate, messages).replaceAll('\u202f', ' ');

describe('a threshold that older leads chose', () => {
  it('is told with who chose it, who judges it, and what would come a week', () =>
    expect(said(judged, null)).toBe(
      'Leads before 25 Dec 2024 choose 48 (41–64 equally good), those from 25 Mar 2025 on judge it: since then 10 a week, in 9 of 10 weeks at most 25. All together choose 51 and judge their own choice.',
    ));

  it('is told with what becomes of the conversion that was asked for', () => {
    expect(said(judged, 0.5)).toContain(
      'At 50 % or more older leads pick 48, where newer ones convert 30 % (22–40), n 100.',
    );
    expect(said({ ...judged, pick: null }, 0.9)).toContain('No threshold gives 90 % or more on the older leads.');
  });

  it('is a rate only of enough SQLs among enough known outcomes', () => {
    expect([isTold(newer), isTold(few)]).toEqual([true, false]);
    expect(rateWords(itemAt([few], 0), messages)).toBe('9 of 49 known');
  });
});
