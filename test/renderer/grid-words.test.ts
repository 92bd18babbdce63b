import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { cellOf, countLead, outcomeCounts } from '../../core/measures/cell.ts';
import type { Level } from '../../core/rule-set/rule-set.ts';
import { cellWords, levelWords } from '../../renderer/features/rules/grid/cell-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');
const plain = (words: string): string => words.replaceAll('\u202f', ' ');

/** Converted, not converted, too young, never worked. */
const cell = (...byOutcome: readonly number[]) => {
  const counts = outcomeCounts(1);
  byOutcome.forEach((leads, outcome) => {
    for (let lead = 0; lead < leads; lead += 1) countLead(counts, 0, outcome);
  });
  return cellOf(counts, 0);
};
const heard = (...byOutcome: readonly number[]): string =>
  plain(cellWords(messages, 'B3', cell(...byOutcome), { level: 'MQL', holding: 'whole' }));

describe('a cell in words', () => {
  it('says a rate with its interval and of how many it is', () => {
    expect(heard(5, 15, 2, 3)).toBe('B3: 25 leads. 25 % (11–47) of 20 known became SQLs. MQL holds it.');
  });

  it('says counts only below ten known outcomes, and nothing of an empty cell', () => {
    expect(heard(1, 8)).toBe('B3: 9 leads. 1 of 9 known became SQLs, too few for a rate. MQL holds it.');
    expect(heard(0, 0, 1)).toBe('B3: 1 lead. Of none is the outcome known. MQL holds it.');
    expect(heard()).toBe('B3: 0 leads. MQL holds it.');
  });

  it('says nothing of levels where it is a sum', () => {
    expect(cellWords(messages, 'All', cell(), null)).toBe('All: 0 leads.');
  });
});

describe('a level in words', () => {
  const words = (change: Partial<Level>): string =>
    plain(levelWords(messages, draftRuleSet(), { id: 'mql', name: 'MQL', total: 0, dimensions: {}, ...change }));

  it('names its minimums and its total', () => {
    expect(words({ total: 52, dimensions: { fit: 10, engagement: 15 } })).toBe(
      'MQL means: at least 10 in Profile, at least 15 in Behaviour and at least 52 in all.',
    );
    expect(words({ total: 52 })).toBe('MQL means: at least 52 in all.');
  });

  it('leaves out a total that the minimums make, or that every lead has', () => {
    expect(words({ total: 25, dimensions: { fit: 10, engagement: 15 } })).toBe(
      'MQL means: at least 10 in Profile and at least 15 in Behaviour.',
    );
    expect(words({ dimensions: { engagement: 15 } })).toBe('MQL means: at least 15 in Behaviour.');
    expect(words({})).toBe('MQL means: every lead.');
  });
});
