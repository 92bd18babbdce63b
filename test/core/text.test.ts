import { describe, expect, it } from 'vitest';
import { foldText, holdsWords, wordsOf } from '../../core/text.ts';

describe('folded text', () => {
  it.each([
    ['  Director ', 'director'],
    ['ΟΔΌΣ', 'οδόσ'],
    ['οδός', 'οδόσ'],
    ['Ｓtraße', 'ｓtraße'],
    ['İstanbul', 'i\u0307stanbul'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['\u00a0\ufeffOwner\u2028', 'owner'],
  ])('compares %j as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same when folded twice', () => {
    for (const text of ['ΣΊΣΥΦΟΣ', 'Ünïcode', 'ǅungla', 'ﬁ']) expect(foldText(foldText(text))).toBe(foldText(text));
  });
});

describe('words', () => {
  it('are unbroken runs of letters, marks and numbers', () => {
    expect(wordsOf('co-owner & CTO, 2nd (नमस्ते)')).toEqual(['co', 'owner', 'CTO', '2nd', 'नमस्ते']);
  });

  it('stand whole and consecutive, or not at all', () => {
    expect(holdsWords(wordsOf('vice president sales'), ['president', 'sales'])).toBe(true);
    expect(holdsWords(wordsOf('vice president of sales'), ['president', 'sales'])).toBe(false);
    expect(holdsWords(wordsOf('director'), ['cto'])).toBe(false);
  });

  it('never hold when none is asked for', () => {
    expect(holdsWords(['a'], [])).toBe(false);
  });
});
