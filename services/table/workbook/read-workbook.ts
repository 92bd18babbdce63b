/** A workbook as one table: its first sheet that is not hidden. Runs in a worker with limits where the file is a stranger's. */
import { fail, ok, type Result } from '../../../core/result.ts';
import { collectTable, type ReadTable } from '../collect-table.ts';
import { type FoundHeading, findHeading } from '../find-heading.ts';
import { type HeadRecord, MOST_HEAD_RECORDS } from '../head-records.ts';
import type { StatedText } from '../inspect-text.ts';
import { type TableFault, tableFault } from '../table-fault.ts';
import type { TakeRecord } from '../table-record.ts';
import { readDateStyles } from './date-styles.ts';
import { type OpenZip, openZip } from './open-zip.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { CellReading } from './sheet-cell.ts';
import { listSheets, type WorkbookSheet } from './sheet-list.ts';
import { readSheetRecords, type SheetRemarks } from './sheet-records.ts';

/** Errors of the file system are thrown. */
export async function readWorkbook(
  path: string,
  name: string,
  stated: StatedText,
  outPath: string | null,
): Promise<Result<ReadTable, TableFault>> {
  const zip = await openZip(path, name);
  if (!zip.ok) return zip;
  try {
    return await readFirstSheet(zip.value, name, stated, outPath);
  } finally {
    zip.value.file.close();
  }
}

async function readFirstSheet(
  zip: OpenZip,
  name: string,
  stated: StatedText,
  outPath: string | null,
): Promise<Result<ReadTable, TableFault>> {
  const listed = await listSheets(zip, name);
  if (!listed.ok) return listed;
  const { sheets, isFrom1904 } = listed.value;
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (sheet === undefined)
    return fail(tableFault('notText', `${name} has no sheet with rows.`, 'Choose a workbook with a table.'));
  const dateStyles = await readDateStyles(zip, name);
  if (!dateStyles.ok) return dateStyles;
  const sharedStrings = await readSharedStrings(zip, name);
  if (!sharedStrings.ok) return sharedStrings;
  const reading = { sharedStrings: sharedStrings.value, dateStyles: dateStyles.value, isFrom1904 };
  const heading = await sheetHeading(zip, name, sheet, reading, stated);
  if (!heading.ok) return heading;
  return collectTable(
    {
      name,
      heading: heading.value,
      isSheet: true,
      written: { encoding: 'xlsx', delimiter: null, quote: null },
      warnings: [...sheetWarnings(sheet, sheets), ...statedWarnings(stated)],
      read: async (take) => {
        const read = await readSheetRecords(zip, name, sheet.part, reading, take);
        return read.ok ? ok(remarksOf(read.value)) : read;
      },
    },
    outPath,
  );
}

async function sheetHeading(
  zip: OpenZip,
  name: string,
  { part }: WorkbookSheet,
  reading: CellReading,
  { header }: StatedText,
): Promise<Result<FoundHeading | null, TableFault>> {
  const head: HeadRecord[] = [];
  const take: TakeRecord = ({ line, cells, isBlank, fault }) => {
    head.push({ line, cells, quotedCells: 0, isBlank, isDamaged: fault !== null });
    return head.length < MOST_HEAD_RECORDS ? null : 'enough';
  };
  const read = await readSheetRecords(zip, name, part, reading, take);
  if (!read.ok) return read;
  const heading = findHeading(head, header);
  if (heading === null || heading.line !== null) return ok(heading);
  // Without a heading the widest of the first rows says how many columns there are.
  const width = Math.max(...head.map(({ cells }) => cells.length));
  return ok({ ...heading, cells: Array.from({ length: width }, (_, index) => heading.cells[index] ?? '') });
}

function sheetWarnings(sheet: WorkbookSheet, sheets: readonly WorkbookSheet[]): readonly string[] {
  if (sheets.length === 1) return [];
  const others = sheets
    .filter((other) => other !== sheet)
    .map((other) => `"${other.name}"${other.isHidden ? ' (hidden)' : ''}`);
  return [`The workbook has ${sheets.length} sheets; "${sheet.name}" was read, and not ${others.join(', ')}.`];
}

const statedWarnings = ({ encoding, delimiter }: StatedText): readonly string[] =>
  encoding === null && delimiter === null
    ? []
    : ['A workbook says itself how it is written; --encoding and --delimiter were not needed.'];

const remarksOf = ({ errorCells, emptyFormulas }: SheetRemarks): readonly string[] => [
  ...(errorCells === 0
    ? []
    : [
        `${errorCells === 1 ? '1 cell holds' : `${errorCells} cells hold`} an error such as #N/A, which was taken as text.`,
      ]),
  ...(emptyFormulas === 0
    ? []
    : [
        `${emptyFormulas === 1 ? '1 formula has' : `${emptyFormulas} formulas have`} no result in the file and ${emptyFormulas === 1 ? 'was' : 'were'} taken as empty; open the workbook in Excel or LibreOffice and save it.`,
      ]),
];
