import { describe, expect, it } from 'vitest';
import { runReadCommand } from '../../cli/commands/read.ts';
import type { TableDocument } from '../../services/table/table-document.ts';
import { tableFolder } from '../support/table-folder.ts';
import { inlineRow, workbookFile } from '../support/workbook-file.ts';

const tables = tableFolder();

async function run(...args: readonly string[]) {
  let out = '';
  const err: string[] = [];
  const status = await runReadCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => err.push(line),
  });
  return { status, out, err };
}

const TWO_SHEETS = workbookFile({
  sheets: [
    { name: 'Leads', rows: inlineRow(1, ['a', 'b']) + inlineRow(2, ['p', 'q']) },
    { name: 'Calls', rows: inlineRow(1, ['c', 'd']) + inlineRow(2, ['r', 's']) },
  ],
});

describe('accord read --sheet', () => {
  it('reads the sheet of that name', async () => {
    const { status, out } = await run(tables.write('book.xlsx', TWO_SHEETS), '--sheet', 'Calls');
    const document = JSON.parse(out) as TableDocument;
    expect([status, document.header]).toEqual([0, ['c', 'd']]);
    expect(document.warnings).toEqual(['The workbook has 2 sheets; "Calls" was read, and not "Leads".']);
  });

  it('names the sheets where there is none of that name', async () => {
    const { status, out, err } = await run(tables.write('book.xlsx', TWO_SHEETS), '--sheet', 'Cals');
    expect([status, out, err]).toEqual([
      1,
      '',
      ['accord read: book.xlsx has no sheet "Cals". Choose one of "Leads", "Calls".'],
    ]);
  });
});
