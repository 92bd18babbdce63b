import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CleanControl, type CleanedTable, cleanTable } from '../../../services/table/clean-table.ts';
import type { ReadingChoice } from '../../../services/table/reading-choice.ts';
import type { RejectedRow } from '../../../services/table/sort-records.ts';
import { partialPath } from '../../../services/table/write-table.ts';
import { HOSTILE_WORKBOOKS } from '../../support/hostile-workbooks.ts';
import { ownTimeMs } from '../../support/own-time.ts';
import { FOUND_OUT, faultOf, tableFolder } from '../../support/table-folder.ts';
import { inlineRow, workbookFile } from '../../support/workbook-file.ts';

const tables = tableFolder();

let rejected: RejectedRow[];
let readBytes: number;
beforeEach(() => {
  rejected = [];
  readBytes = 0;
});

const controlWith = (more: Partial<CleanControl> = {}): CleanControl => ({
  isCancelled: () => false,
  onRead: (bytes) => {
    readBytes += bytes;
  },
  onRejected: (row) => rejected.push(row),
  ...more,
});

interface Cleaned extends CleanedTable {
  readonly written: string;
}

async function cleaned(
  content: string | Buffer,
  choice: Partial<ReadingChoice> = {},
  more: Partial<CleanControl> = {},
): Promise<Cleaned> {
  const path = tables.write('source', content);
  const outPath = tables.path('clean.csv');
  const table = await cleanTable(path, { ...FOUND_OUT, ...choice }, outPath, controlWith(more));
  if (!table.ok) throw new Error(table.error.detail);
  return { ...table.value, written: readFileSync(outPath, 'utf8') };
}

const sheetOf = (rows: string): Buffer => workbookFile({ sheets: [{ name: 'Leads', rows }] });

describe('a cleaned text', () => {
  it('has every cell as it was: formulas, quotation marks, line breaks, spaces, nothing', async () => {
    const { written, rows } = await cleaned(
      Buffer.from(
        '\ufeff name ;note;sum\r\n=1+1;"say ""hi""";+3\r\n @x ;"two\nlines";-1,5\r\n\t;;"a;b"\r\n"";"";""\r\n',
        'utf16le',
      ),
    );
    expect(rows).toBe(4);
    expect(written).toBe('name,note,sum\r\n=1+1,"say ""hi""",+3\r\n @x ,"two\nlines","-1,5"\r\n\t,,a;b\r\n,,\r\n');
  });

  it('tells the line of each row, past titles, blank lines and cells of several lines', async () => {
    const source =
      'My leads\n\nid,note\n1,"a\nb\r\nc"\n\n2,x\n3,"d\ne"\n4,too,many\n"5","\n"\n\n\n6,y\n7,z\n8,z\n9,z\n';
    const { lineOfRow, rows, blankRecords, header, encoding, ...table } = await cleaned(source);
    expect([...lineOfRow]).toEqual([4, 8, 9, 12, 16, 17, 18, 19]);
    expect({ rows, blankRecords, header, encoding, rejected: table.rejected }).toEqual({
      rows: 8,
      blankRecords: 4,
      header: ['id', 'note'],
      encoding: 'utf-8',
      rejected: 2,
    });
    expect(table.warnings).toEqual([
      { kind: 'titleLines', lines: 1 },
      { kind: 'blankLines', lines: 4 },
    ]);
  });

  it('gives what it rejects with the cells, in order and without an end', async () => {
    const { rows } = await cleaned(`a,b\n1,2\n3\n${'x,y,z\n'.repeat(120_000)}4,"p"q",5\n`, { header: 'first' });
    expect(rows).toBe(1);
    expect(rejected).toHaveLength(120_002);
    expect(rejected[0]).toEqual({ line: 3, reason: 'it has 1 cell where the heading has 2', cells: ['3'] });
    expect(rejected[1]).toEqual({ line: 4, reason: 'it has 3 cells where the heading has 2', cells: ['x', 'y', 'z'] });
    expect(rejected.at(-1)?.line).toBe(120_004);
  });

  it('gives rejected cells that can be kept, whatever their bytes', async () => {
    await cleaned(Buffer.from('a,b\n1,2\nJ\u00f8,3\n', 'latin1'), { encoding: 'utf-8' });
    expect(rejected).toEqual([
      { line: 3, reason: 'column 1: it holds the byte 0xF8, which is not UTF-8', cells: ['J\ufffd', '3'] },
    ]);
  });

  it('has the rows and names that they are mapped to', async () => {
    const { written, header } = await cleaned(
      'id,mail\n1,a@b\n2,c@d\n',
      {},
      {
        mapHeader: (names) => names.map((name) => name.toUpperCase()),
        mapRow: ([id = '', mail = '']) => [id, `#${mail.length}`],
      },
    );
    expect(written).toBe('ID,MAIL\r\n1,#3\r\n2,#3\r\n');
    expect(header).toEqual(['id', 'mail']);
  });

  it.each([['utf-8'], ['utf16le']] as const)(
    'has the facts of the source, and progress to its end: %s',
    async (encoding) => {
      const source = Buffer.from(`\ufeffid,name\n${'1,J\u00f8rn\n'.repeat(400_000)}`, encoding);
      const { sizeBytes, sha256, rows } = await cleaned(source);
      expect([sizeBytes, sha256, rows]).toEqual([
        source.length,
        createHash('sha256').update(source).digest('hex'),
        400_000,
      ]);
      expect(readBytes).toBe(source.length);
    },
  );

  it('is not there when anything fails', async () => {
    const path = tables.write('bad.csv', `a,b\n${'1,2\n'.repeat(400_000)}"${'x'.repeat(2_000_000)}`);
    const fault = faultOf(await cleanTable(path, FOUND_OUT, tables.path('clean.csv'), controlWith()));
    expect(fault.kind).toBe('tooLarge');
    const mapRow = () => {
      throw new Error('a bug');
    };
    await expect(cleaned('a,b\n1,2\n', {}, { mapRow })).rejects.toThrow('a bug');
    await expect(cleaned(sheetOf(inlineRow(1, ['a', 'b']) + inlineRow(2, ['c', 'd'])), {}, { mapRow })).rejects.toThrow(
      'a bug',
    );
    expect(tables.names()).toEqual(['bad.csv', 'source']);
  });
});

describe('a disk that is full', () => {
  it.each<readonly [string, () => Buffer]>([
    ['a text', () => Buffer.concat([Buffer.from('id,name\n'), Buffer.alloc(60_000_000, '123456789,abcdefghi\n')])],
    ['a workbook', () => largeSheet(60_000)],
  ])('ends the reading of %s, and leaves nothing', async (_, content) => {
    const path = tables.write('source', content());
    const outPath = tables.path('clean.csv');
    // A device of Linux: whatever is written to it meets a full disk.
    symlinkSync('/dev/full', partialPath(outPath));
    const fault = faultOf(await cleanTable(path, FOUND_OUT, outPath, controlWith()));
    expect(fault.kind).toBe('unwritable');
    expect(fault.detail).toMatch(/clean\.csv cannot be written: the disk is full/);
    expect(readBytes).toBeLessThan(content().length);
    expect(tables.names()).toEqual(['source']);
  });
});

describe('a cleaned workbook', () => {
  it('is the sheet that was chosen, row by row with its numbers', async () => {
    const source = workbookFile({
      sheets: [
        { name: 'Lists', rows: inlineRow(1, ['x', 'y']) },
        {
          name: 'Leads',
          rows:
            inlineRow(2, ['My leads']) +
            inlineRow(4, ['id', 'note', 'sum']) +
            '<row r="5"><c r="A5"><v>1</v></c><c r="C5" t="str"><f>A5+1</f><v>=2, "x"</v></c></row>' +
            '<row r="6"/>' +
            inlineRow(9, ['2', ' two&#10;lines ', '-1']) +
            inlineRow(10, ['3', 'a', 'b', 'stray']),
        },
      ],
    });
    const { written, lineOfRow, sheet, encoding, sizeBytes, sha256, warnings } = await cleaned(source, {
      sheet: 'leads',
    });
    expect(written).toBe('id,note,sum\r\n1,,"=2, ""x"""\r\n2," two\nlines ",-1\r\n');
    expect([...lineOfRow]).toEqual([5, 9]);
    expect(rejected).toEqual([
      { line: 2, reason: 'it stands above the heading, as a title or comment does', cells: ['My leads'] },
      { line: 10, reason: 'it has 4 cells where the heading has 3', cells: ['3', 'a', 'b', 'stray'] },
    ]);
    expect({ sheet, encoding, sizeBytes, sha256 }).toEqual({
      sheet: 'Leads',
      encoding: 'xlsx',
      sizeBytes: source.length,
      sha256: createHash('sha256').update(source).digest('hex'),
    });
    expect(warnings).toContainEqual({
      kind: 'otherSheets',
      sheet: 'Leads',
      others: [{ name: 'Lists', isHidden: false }],
    });
  });

  it('of many rows comes whole and in order, mapped here, with progress to the end of the file', async () => {
    const source = largeSheet(60_000);
    let told = 0;
    const { rows, lineOfRow, written } = await cleaned(
      source,
      {},
      {
        mapRow: ([id = '', ...others]) => [`#${id}`, ...others],
        onRead: (bytes) => {
          told += 1;
          readBytes += bytes;
        },
      },
    );
    expect([rows, lineOfRow.length, lineOfRow[0], lineOfRow.at(-1)]).toEqual([60_000, 60_000, 2, 60_001]);
    expect(written.split('\r\n').slice(1, -1)).toEqual(
      Array.from({ length: 60_000 }, (_, index) => `#${index + 2},${textOf(index + 2)}`),
    );
    expect(readBytes).toBe(source.length);
    expect(told).toBeGreaterThan(10);
  });

  it('can be read from within a worker, as the import does', async () => {
    const path = tables.write('book.xlsx', largeSheet(3));
    const module = new URL('../../../services/table/clean-table.ts', import.meta.url).href;
    const code = `
      const { parentPort } = require('node:worker_threads');
      const control = { isCancelled: () => false, onRead: () => {}, mapRow: ([id]) => [id, ''] };
      const choice = ${JSON.stringify(FOUND_OUT)};
      import(${JSON.stringify(module)})
        .then(({ cleanTable }) => cleanTable(${JSON.stringify(path)}, choice, ${JSON.stringify(tables.path('clean.csv'))}, control))
        .then((cleaned) => parentPort.postMessage(cleaned));`;
    const worker = new Worker(code, { eval: true });
    const answers: readonly unknown[] = await once(worker, 'message');
    expect(answers[0]).toMatchObject({ ok: true, value: { rows: 3 } });
    expect(readFileSync(tables.path('clean.csv'), 'utf8')).toBe('id,text\r\n2,\r\n3,\r\n4,\r\n');
  });

  it.each(HOSTILE_WORKBOOKS)('is refused and leaves nothing: %s', async (_, content, kind, detail) => {
    const path = tables.write('hostile.xlsx', content());
    const beganMs = ownTimeMs();
    const fault = faultOf(await cleanTable(path, FOUND_OUT, tables.path('clean.csv'), controlWith()));
    expect(ownTimeMs() - beganMs).toBeLessThan(1_000);
    expect(fault.kind).toBe(kind);
    expect(fault.detail).toMatch(detail);
    expect(tables.names()).toEqual(['hostile.xlsx']);
  });

  it.each([
    ['time', { longestMs: 150, memoryMb: 400 }, /was not read to its end within 0\.15 seconds/],
    ['memory', { longestMs: 60_000, memoryMb: 8 }, /could not be read: Not enough memory/],
  ])('is given up at the limit of %s', async (_, limits, detail) => {
    const path = tables.write('large.xlsx', largeSheet(150_000));
    const fault = faultOf(await cleanTable(path, FOUND_OUT, tables.path('clean.csv'), controlWith(), limits));
    expect(fault.kind).toBe('tooLarge');
    expect(fault.detail).toMatch(detail);
    expect(tables.names()).toEqual(['large.xlsx']);
  });
});

describe('a cancelled cleaning', () => {
  it.each<readonly [string, () => Buffer]>([
    ['a text', () => Buffer.concat([Buffer.from('id,name\n'), Buffer.alloc(100_000_000, '123456789,abcdefghi\n')])],
    ['a workbook', () => largeSheet(150_000)],
  ])('answers within a second and leaves no file: %s', async (_, content) => {
    const path = tables.write('source', content());
    let cancelledMs = 0;
    const result = await cleanTable(
      path,
      FOUND_OUT,
      tables.path('clean.csv'),
      controlWith({
        isCancelled: () => cancelledMs > 0,
        onRead: (bytes) => {
          readBytes += bytes;
          if (bytes > 0 && cancelledMs === 0) cancelledMs = ownTimeMs();
        },
      }),
    );
    expect(ownTimeMs() - cancelledMs).toBeLessThan(1_000);
    expect(faultOf(result).kind).toBe('cancelled');
    expect(readBytes).toBeLessThan(content().length / 2);
    expect(tables.names()).toEqual(['source']);
  });

  it.each([
    ['a text', () => Buffer.from('a,b\n1,2\n')],
    ['a workbook', () => largeSheet(10)],
  ])('before it began writes nothing: %s', async (_, content) => {
    const path = tables.write('source', content());
    const control = controlWith({ isCancelled: () => true });
    expect(faultOf(await cleanTable(path, FOUND_OUT, tables.path('clean.csv'), control)).kind).toBe('cancelled');
    expect(tables.names()).toEqual(['source']);
  });
});

/** Texts that do not compress to less than a hundredth. */
const textOf = (number: number): string => createHash('md5').update(String(number)).digest('hex');

const largeSheet = (rows: number): Buffer =>
  sheetOf(
    inlineRow(1, ['id', 'text']) +
      Array.from({ length: rows }, (_, index) => inlineRow(index + 2, [String(index + 2), textOf(index + 2)])).join(''),
  );
