import { describe, expect, it } from 'vitest';
import { nameFaults, textFaults } from '../../build/check/check-names.ts';

/** Put together from pieces, since this file is checked as well. */
const asText = (...pieces: readonly string[]): string => pieces.join('');

describe('names, lengths and words of files', () => {
  it.each(['core/utils.ts', 'core/date-helpers.ts', 'renderer/common/card.tsx', 'db/file-manager.ts', 'misc/a.ts'])(
    'given the name %s, then it is refused',
    (path) => expect(nameFaults(path)).toHaveLength(1),
  );

  it('given a name that says what is inside, then it is accepted', () => {
    expect(nameFaults('core/replay/decay.ts')).toEqual([]);
  });

  it.each([
    ['a path of somebody’s machine', asText("'/", "work/main'")],
    ['a home folder', asText('cd /', 'home/somebody')],
    ['a registry’s host', asText('https://registry.', 'npmjs.org/react')],
    ['an assertion that switches the types off', asText('x as unknown', ' as string')],
    ['a switched-off compiler', asText('// @ts', '-ignore')],
    ['a switched-off rule', asText('// biome', '-ignore lint: no')],
  ])('given %s in code, then its line is named', (_what, text) => {
    expect(textFaults('core/a.ts', `const a = 1;\n${text}\n`)).toEqual([
      expect.stringMatching(/^core\/a\.ts:2: contains/),
    ]);
  });

  it('given a file of 301 lines, then it is too long, and a test of that length is not', () => {
    const text = 'a\n'.repeat(300);
    expect(textFaults('core/a.ts', text)).toEqual([expect.stringContaining('301 lines')]);
    expect(textFaults('test/core/a.test.ts', text)).toEqual([]);
  });
});
