import { describe, expect, it } from 'vitest';
import { isSurplusBlank } from '../../../services/table/sort-records.ts';
import { tooWide } from '../../../services/table/table-fault.ts';
import type { TableWarning } from '../../../services/table/table-warning.ts';
import { faultTextOnScreen, warningText, warningTextOnScreen } from '../../../services/table/warning-text.ts';

const WARNINGS: readonly TableWarning[] = [
  { kind: 'encodingByNulls', encoding: 'utf-16le' },
  { kind: 'encodingProposed', line: 3, byte: 0xe9 },
  { kind: 'markOverruled', mark: 'utf-8', encoding: 'windows-1252' },
  { kind: 'otherSheets', sheet: 'Leads', others: [{ name: 'Lists', isHidden: true }] },
  { kind: 'needlessChoice' },
  { kind: 'titleLines', lines: 2 },
  { kind: 'damagedHeading', line: 1, reason: 'column 1: it holds a NUL character' },
  { kind: 'generatedNames' },
  { kind: 'namelessColumns', names: ['column 2'] },
  { kind: 'repeatedNames', names: ['a (2)', 'a (3)'] },
  { kind: 'blankLines', lines: 1 },
  { kind: 'surplusCells', rows: 2 },
  { kind: 'lostCharacters', rows: 1, line: 7 },
  { kind: 'oddQuotes', rows: 3, line: 9 },
  { kind: 'noRows' },
  { kind: 'errorCells', cells: 2 },
  { kind: 'emptyFormulas', formulas: 1 },
];

describe('a warning', () => {
  it.each(WARNINGS)('is a sentence that names no option on screen: $kind', (warning) => {
    expect(warningTextOnScreen(warning)).toMatch(/^[A-Z0-9].*\.$/);
    expect(warningTextOnScreen(warning)).not.toMatch(/--|undefined/);
  });

  it('names the option that helps on the command line', () => {
    expect(WARNINGS.map(warningText).filter((text) => text.includes('--'))).toEqual([
      'Read as windows-1252: line 3 holds the byte 0xE9, which is not UTF-8. If letters look wrong, choose another with --encoding, such as windows-1250, windows-1251 or iso-8859-15.',
      'A workbook says itself how it is written; --encoding and --delimiter were not needed.',
      '2 lines above the heading were taken for a title or comment and left out; --header first takes the first line for the heading.',
      'The first row looks like data, so the columns are called "column 1" and so on; --header first takes it for the heading.',
    ]);
  });
});

it('a fault names no option on screen', () => {
  expect(faultTextOnScreen(tooWide('a.csv', 'line 2', 20_000))).toBe(
    'a.csv: line 2 has 20000 columns; a table has at most 16383. Keep only the columns that are needed; of a text file check the delimiter.',
  );
});

it.each([
  [['a', 'b', '', ' '], true],
  [['a', 'b', 'c'], false],
  [['a', 'b'], false],
])('cells beyond a heading of two columns are blank: %j, %s', (cells, isBlank) => {
  expect(isSurplusBlank(cells, 2)).toBe(isBlank);
});
