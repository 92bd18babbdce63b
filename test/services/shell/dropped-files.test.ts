import { describe, expect, it } from 'vitest';
import { createFileTokens } from '../../../services/file-tokens.ts';
import { takeDroppedFiles } from '../../../services/shell/dropped-files.ts';

describe('files that were dropped', () => {
  it('are known by tokens, in their order', () => {
    const tokens = createFileTokens();
    const taken = takeDroppedFiles(tokens)(['/data/b.csv', '/data/a.csv']);
    const picked = taken.ok ? taken.value : [];
    expect(picked.map(({ name }) => name)).toEqual(['b.csv', 'a.csv']);
    expect(picked.map(({ token }) => tokens.pathOf(token))).toEqual(['/data/b.csv', '/data/a.csv']);
  });

  it.each([
    ['nothing', []],
    ['no list', '/data/leads.csv'],
    ['what has no path', ['']],
    ['a path that is not whole', ['leads.csv']],
    ['one that is no text', ['/data/a.csv', 7]],
    ['too many', Array.from({ length: 51 }, (_, index) => `/data/${index}.csv`)],
  ])('are refused whole where they are %s', (_, paths) => {
    expect(takeDroppedFiles(createFileTokens())(paths)).toMatchObject({ ok: false, error: { kind: 'badSource' } });
  });
});
