import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, encodingNamed } from '../../../services/table/encoding-names.ts';
import { faultFrom, tableFrom } from '../../support/table-from.ts';

const TEXT = 'jm\u00e9no,m\u011bsto\nJos\u00e9,\u20ac\u{1f600}\n';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('the encoding is found', () => {
  it.each([
    ['by the mark of UTF-8', Buffer.from(`\ufeff${TEXT}`), 'utf-8', 0],
    ['by the mark of UTF-16LE', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', 0],
    ['by the mark of UTF-16BE', utf16be(`\ufeff${TEXT}`), 'utf-16be', 0],
    ['as UTF-8, every byte fitting', Buffer.from(TEXT), 'utf-8', 0],
    ['by the zeros of UTF-16LE', Buffer.from(TEXT, 'utf16le'), 'utf-16le', 1],
    ['by the zeros of UTF-16BE', utf16be(TEXT), 'utf-16be', 1],
  ])('%s', async (_, bytes, encoding, warnings) => {
    const { document, cells } = await tableFrom(bytes);
    expect([document.encoding, document.header, cells]).toEqual([
      encoding,
      ['jm\u00e9no', 'm\u011bsto'],
      [['Jos\u00e9', '\u20ac\u{1f600}']],
    ]);
    expect(document.warnings).toHaveLength(warnings);
  });

  it('else windows-1252 is proposed, with the byte, its line and how to choose', async () => {
    const bytes = Buffer.from('a,b\r\nx,y\r\nJos\u00e9,z\r\n', 'latin1');
    const { document, cells } = await tableFrom(bytes);
    expect([document.encoding, cells[1]]).toEqual(['windows-1252', ['Jos\u00e9', 'z']]);
    expect(document.warnings).toEqual([
      expect.stringMatching(/^Read as windows-1252: line 3 holds the byte 0xE9, which is not UTF-8\..*--encoding/),
    ]);
  });

  it('a bad byte far into the file is found as well, also across pieces', async () => {
    const before = 'a,b\n'.repeat(262_144).slice(0, (1 << 20) - 1);
    const { document } = await tableFrom(
      Buffer.concat([Buffer.from(before), Buffer.from([0x0a, 0xc3]), Buffer.from('x,1\n')]),
    );
    expect([document.encoding, document.warnings[0]]).toEqual([
      'windows-1252',
      expect.stringContaining('line 262145 holds the byte 0xC3'),
    ]);
  });

  it.each([
    ['LE', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ['BE', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])],
  ])('UTF-32%s is refused by name', async (_, bytes) => {
    expect((await faultFrom(bytes)).detail).toMatch(/written in UTF-32, which is not read/);
  });
});

describe('a stated encoding', () => {
  it.each([
    ['windows-1250', [0xec, 0xf8], '\u011b\u0159'],
    ['windows-1251', [0xcf, 0xf0], '\u041f\u0440'],
    ['iso-8859-2', [0xec, 0xb9], '\u011b\u0161'],
    ['iso-8859-5', [0xbf, 0xe0], '\u041f\u0440'],
    ['iso-8859-7', [0xe1, 0xe2], '\u03b1\u03b2'],
    ['iso-8859-15', [0xa4, 0xe9], '\u20ac\u00e9'],
    ['shift_jis', [0x93, 0xfa], '\u65e5'],
  ] as const)('%s is read', async (encoding, bytes, text) => {
    const { document, cells } = await tableFrom(
      Buffer.concat([Buffer.from('a,b\n'), Buffer.from(bytes), Buffer.from(',1\n')]),
      { encoding },
    );
    expect([document.encoding, cells, document.warnings]).toEqual([encoding, [[text, '1']], []]);
  });

  it('rejects the rows whose bytes are none of its characters, and invents nothing', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\nx,1\ncaf'), Buffer.from([0xe9]), Buffer.from(',2\ny,\u00e9\n')]);
    const { document, cells } = await tableFrom(bytes, { encoding: 'utf-8' });
    expect(document.rejected).toEqual([{ line: 3, reason: 'column 1: it holds the byte 0xE9, which is not UTF-8' }]);
    expect(cells).toEqual([
      ['x', '1'],
      ['y', '\u00e9'],
    ]);
    const greek = await tableFrom(Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xff]), Buffer.from(',2\n')]), {
      encoding: 'iso-8859-7',
    });
    expect(greek.document.rejected).toEqual([{ line: 2, reason: 'column 1: it holds bytes that are not ISO-8859-7' }]);
    const halves = await tableFrom(Buffer.from('a,b\nx\ud83d,1\ny,2\n', 'utf16le'), { encoding: 'utf-16le' });
    expect([halves.document.rejected[0]?.line, halves.cells]).toEqual([2, [['y', '2']]]);
  });

  it('that the mark of the file gainsays is followed, and said', async () => {
    const { document } = await tableFrom(Buffer.from('\ufeffa,b\n1,2\n'), { encoding: 'windows-1252' });
    expect([document.header[0], document.warnings[0]]).toEqual([
      '\u00ef\u00bb\u00bfa',
      expect.stringMatching(/the mark of UTF-8.*as asked/),
    ]);
  });
});

describe('lost characters', () => {
  it('that the file brings along are counted, with the first line', async () => {
    const { document } = await tableFrom('a,b\n1,\ufffd\n2,x\n3,\ufffdy\n');
    expect([document.rows, document.warnings]).toEqual([
      3,
      ['2 rows hold the character U+FFFD, first on line 2: an earlier export has lost characters there.'],
    ]);
  });

  it('NUL in the head of a file makes it no table, and later costs its row', async () => {
    expect((await faultFrom('a,b\n1,\0\n2,3\n')).detail).toMatch(/line 2 holds a NUL character/);
    const rows = '1,2\n'.repeat(100_000);
    const { document } = await tableFrom(`a,b\n${rows}x,\0\n`);
    expect(document.rejected).toEqual([{ line: 100_002, reason: 'column 2: it holds a NUL character' }]);
  });
});

describe('names of encodings', () => {
  it.each([
    ['UTF8', 'utf-8'],
    ['cp1250', 'windows-1250'],
    ['Win-1251', 'windows-1251'],
    ['latin1', 'iso-8859-1'],
    ['ISO8859-15', 'iso-8859-15'],
    ['klingon', null],
    ['constructor', null],
  ])('%s is %s', (text, name) => {
    expect(encodingNamed(text)).toBe(name);
  });

  it('are all known to this Node', () => {
    expect(ENCODINGS.filter((name) => new TextDecoder(name).encoding === '')).toEqual([]);
  });
});
