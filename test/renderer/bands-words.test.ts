/** Whether higher scores are said to convert better. */
import { describe, expect, it } from 'vitest';
import type { RankedSide } from '../../api/compare-line.ts';
import { scoreReport } from '../../core/comparison/line/ranked-scores.ts';
import type { Outcome } from '../../core/replay/replay-result.ts';
import { bandsWords } from '../../renderer/features/compare/line/bands/bands-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { replayOf } from '../core/measures/replay-of.ts';

const messages = createMessages('en-GB', 'UTC');

/** 40 leads at each score. */
const ranked = (outcomeOf: (score: number, index: number) => Outcome): RankedSide => {
  const leads = [10, 30, 50, 70, 90].flatMap((peak) =>
    Array.from({ length: 40 }, (_, index) => ({ outcome: outcomeOf(peak, index), peak, reached: 1 })),
  );
  const { facts, levels } = replayOf(leads);
  const [reached] = levels;
  if (reached === undefined) throw new Error('there is a level');
  return { threshold: 50, ...scoreReport(facts, new Float64Array(leads.length), reached, 50) };
};

describe('what bands of scores say', () => {
  it('is that higher ones convert better where they do', () =>
    expect(
      bandsWords(
        ranked((score, index) => (index < score / 3 ? 'converted' : 'not converted')),
        messages,
      ),
    ).toBe('Higher scores convert better.'));

  it('is nothing where every known lead converts, however many are known', () =>
    expect(
      bandsWords(
        ranked(() => 'converted'),
        messages,
      ),
    ).toMatch(/^Every lead with a known outcome became an SQL/u));

  it('is that too little is known where hardly any outcome is', () =>
    expect(
      bandsWords(
        ranked((score, index) => (score === 50 && index < 12 ? 'not converted' : 'unobserved')),
        messages,
      ),
    ).toMatch(/^Too few outcomes are known/u));
});
