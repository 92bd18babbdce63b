import { describe, expect, it } from 'vitest';
import { isDateFormat } from '../../../../services/table/workbook/date-styles.ts';
import { serialDate } from '../../../../services/table/workbook/serial-date.ts';
import { tableFrom } from '../../../support/table-from.ts';
import { inlineRow, workbookFile } from '../../../support/workbook-file.ts';

describe('a workbook', () => {
  it('is read whatever its name: texts, numbers, dates by style, yes and no, gaps', async () => {
    const { document, cells } = await tableFrom(
      workbookFile({
        sharedStrings: [
          '<t>id</t>',
          '<t>since</t>',
          '<t>active</t>',
          '<r><t>R&amp;D </t></r><r><t>team</t></r><rPh><t>reading</t></rPh>',
        ],
        formats: ['yyyy\\-mm\\-dd', '0.00'],
        sheets: [
          {
            name: 'Leads',
            rows:
              '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>team_x000A_name</t></is></c></row>' +
              '<row r="2"><c r="A2"><v>0.10000000000000001</v></c><c r="B2" s="1"><v>45306</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="s"><v>3</v></c></row>' +
              '<row r="3"/>' +
              '<row r="7"><c r="A7" s="2"><v>2</v></c><c r="D7" t="str"><f>1+1</f><v>a,b</v></c></row>',
          },
        ],
      }),
    );
    expect(document).toMatchObject({
      encoding: 'xlsx',
      delimiter: null,
      quote: null,
      header: ['id', 'since', 'active', 'team\nname'],
      rows: 2,
      rejected: [],
      warnings: ['1 blank line was skipped.'],
    });
    expect(document.columns.map(({ kind, missing }) => [kind, missing])).toEqual([
      ['number', 0],
      ['date', 1],
      ['yes/no', 1],
      ['text', 0],
    ]);
    expect(cells).toEqual([
      ['0.1', '2024-01-15', 'true', 'R&D team'],
      ['2', '', '', 'a,b'],
    ]);
  });

  it('with several sheets gives the first that is not hidden, and says so', async () => {
    const { document } = await tableFrom(
      workbookFile({
        sheets: [
          { name: 'Lists', state: 'hidden', rows: inlineRow(1, ['x']) },
          { name: 'Leads', rows: inlineRow(1, ['a', 'b']) + inlineRow(2, ['p', 'q']) },
          { name: 'Notes', rows: '' },
        ],
      }),
    );
    expect(document.header).toEqual(['a', 'b']);
    expect(document.warnings).toEqual([
      'The workbook has 3 sheets; "Leads" was read, and not "Lists" (hidden), "Notes".',
    ]);
  });

  it('says by number which rows it rejects, and what its cells lack', async () => {
    const { document } = await tableFrom(
      workbookFile({
        sheets: [
          {
            name: 'S',
            rows:
              inlineRow(1, ['My leads']) +
              inlineRow(3, ['a', 'b']) +
              inlineRow(4, ['1', '2', 'stray']) +
              '<row r="5"><c r="A5" t="s"><v>9</v></c><c r="B5"><v>1</v></c></row>' +
              inlineRow(8, ['p', 'q']) +
              '<row r="9"><c r="A6" t="e"><v>#N/A</v></c><c r="B9"><f>1+1</f></c></row>',
          },
        ],
      }),
    );
    expect([document.header, document.rows]).toEqual([['a', 'b'], 2]);
    expect(document.rejected).toEqual([
      { line: 1, reason: 'it stands above the heading, as a title or comment does' },
      { line: 4, reason: 'it has 3 cells where the heading has 2' },
      { line: 5, reason: 'column 1: it refers to a text that the workbook lacks' },
    ]);
    expect(document.warnings.join(' ')).toMatch(/1 cell holds an error such as #N\/A.*1 formula has no result/);
  });

  it('counts days from 1904 where it says so', async () => {
    const rows = `${inlineRow(1, ['d', 'e'])}<row r="2"><c r="A2" s="1"><v>43844</v></c><c r="B2"><v>1</v></c></row>`;
    const { cells } = await tableFrom(
      workbookFile({ isFrom1904: true, formats: ['d/m/yy'], sheets: [{ name: 'S', rows }] }),
    );
    expect(cells).toEqual([['2024-01-15', '1']]);
  });
});

describe('serial dates', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [45_306.354_166_666_7, '2024-01-15T08:30:00'],
    [0.5, '12:00:00'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [-1, null],
  ])('%d is %s', (serial, text) => {
    expect(serialDate(serial, false)).toBe(text);
  });
});

describe('number formats', () => {
  it.each(['yyyy-mm-dd', 'd/m/yy h:mm', '[$-407]dd. mmmm yyyy', 'h:mm AM/PM', 'mm:ss'])('%s shows a date', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });
  it.each(['General', '0.00', '#,##0 "days"', '[h]:mm', '[Red]0', '0\\d', '@', '_-* #,##0 _D', '"mm"0'])(
    '%s shows none',
    (code) => {
      expect(isDateFormat(code)).toBe(false);
    },
  );
});
