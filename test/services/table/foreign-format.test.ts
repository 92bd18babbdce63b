import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { faultFrom, tableFrom } from '../../support/table-from.ts';

const binary = (begin: string): Buffer => Buffer.from(`${begin}\u0001\u0002\u0003`.padEnd(300, '\u0000'), 'latin1');

describe('what is no delimited file is refused by what it is', () => {
  it.each([
    ['gzip', binary('\u001f\u008b\u0008'), /gzip-compressed file.*gunzip/],
    [
      'an old workbook',
      binary('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
      /old Excel workbook \(\.xls\).*save it as/,
    ],
    ['a PDF', binary('%PDF-1.7'), /is a PDF/],
    ['Parquet', binary('PAR1'), /Parquet/],
    ['SQLite', binary('SQLite format 3\u0000'), /SQLite/],
    ['bzip2', binary('BZh9'), /bzip2/],
    ['a picture', binary('\u0089PNG\r\n'), /picture/],
    ['HTML', '\n<!DOCTYPE html><html><table>', /HTML page/],
    ['an HTML table named .xls', '<table><tr><td>1</td></tr></table>', /HTML page/],
    ['XML', '<?xml version="1.0"?><a/>', /XML/],
    ['a JSON object', '{"leads": [1, 2]}', /JSON/],
    ['JSON lines', '{"id": 1}\n{"id": 2}\n', /JSON/],
    ['a JSON list', '[\n {"id": 1}\n]', /JSON/],
  ])('%s', async (_, content, reason) => {
    const { kind, detail } = await faultFrom(content);
    expect([kind, detail]).toEqual(['foreignFormat', expect.stringMatching(reason)]);
  });

  it.each(['PAR1,BZh\n1,2\n', '"{""a"":1}",b\n1,2\n', '[table],x\n1,2\n', '<none>,b\n1,2\n', 'Rar!,b\n1,2\n'])(
    '%j is a table',
    async (text) => {
      expect((await tableFrom(text)).document.rows).toBe(1);
    },
  );
});
