/** A workbook as one table. Runs in a worker with limits where the file is a stranger's. */
import { ok, type Result } from '../../../core/result.ts';
import { type FoundHeading, findHeading } from '../find-heading.ts';
import { type HeadRecord, MOST_HEAD_RECORDS } from '../head-records.ts';
import type { ReadingChoice, StatedText } from '../reading-choice.ts';
import type { TableFault } from '../table-fault.ts';
import type { TakeRecord } from '../table-record.ts';
import type { ReadWatch, TableSource } from '../table-source.ts';
import type { TableWarning } from '../table-warning.ts';
import { chooseSheet } from './choose-sheet.ts';
import { readDateStyles } from './date-styles.ts';
import { type OpenZip, openZip } from './open-zip.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { CellReading } from './sheet-cell.ts';
import { listSheets, type WorkbookSheet } from './sheet-list.ts';
import { readSheetRecords, type SheetRemarks } from './sheet-records.ts';

/** The source is good until `use` is done; it does not ask whether it is cancelled. Errors of the file system are thrown. */
export async function withWorkbook<Value>(
  path: string,
  name: string,
  choice: ReadingChoice,
  use: (source: TableSource) => Promise<Result<Value, TableFault>>,
): Promise<Result<Value, TableFault>> {
  const zip = await openZip(path, name);
  if (!zip.ok) return zip;
  try {
    const source = await sheetSource(zip.value, name, choice);
    return source.ok ? await use(source.value) : source;
  } finally {
    zip.value.file.close();
  }
}

async function sheetSource(
  zip: OpenZip,
  name: string,
  choice: ReadingChoice,
): Promise<Result<TableSource, TableFault>> {
  const listed = await listSheets(zip, name);
  if (!listed.ok) return listed;
  const { sheets, isFrom1904 } = listed.value;
  const chosen = chooseSheet(sheets, choice.sheet, name);
  if (!chosen.ok) return chosen;
  const sheet = chosen.value;
  const dateStyles = await readDateStyles(zip, name);
  if (!dateStyles.ok) return dateStyles;
  const sharedStrings = await readSharedStrings(zip, name);
  if (!sharedStrings.ok) return sharedStrings;
  const reading = { sharedStrings: sharedStrings.value, dateStyles: dateStyles.value, isFrom1904 };
  const heading = await sheetHeading(zip, name, sheet, reading, choice);
  if (!heading.ok) return heading;
  return ok({
    name,
    heading: heading.value,
    isSheet: true,
    isFirstLineDialect: false,
    hasLoneReturns: false,
    sheets: sheets.filter(({ isHidden }) => !isHidden).map((one) => one.name),
    sheet: sheet.name,
    written: { encoding: 'xlsx', delimiter: null, quote: null },
    warnings: [...sheetWarnings(sheet, sheets), ...statedWarnings(choice)],
    read: async (take, watch) => {
      const onInflated = asBytesOfFile(zip, sheet.part, watch);
      const read = await readSheetRecords(zip, name, sheet.part, reading, take, onInflated);
      return read.ok ? ok(remarksOf(read.value)) : read;
    },
  });
}

/** Inflated bytes of the sheet, told as if the file had nothing else in it. */
function asBytesOfFile({ file, entryByName }: OpenZip, part: string, { onRead }: ReadWatch): (bytes: number) => void {
  const all = Math.max(1, entryByName.get(part)?.uncompressedSize ?? 0);
  let inflated = 0;
  let told = 0;
  return (bytes) => {
    inflated += bytes;
    const reached = Math.floor((Math.min(inflated, all) / all) * file.fileSize);
    onRead(reached - told);
    told = reached;
  };
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

function sheetWarnings(sheet: WorkbookSheet, sheets: readonly WorkbookSheet[]): readonly TableWarning[] {
  const others = sheets
    .filter((other) => other !== sheet)
    .map((other) => ({ name: other.name, isHidden: other.isHidden }));
  return others.length === 0 ? [] : [{ kind: 'otherSheets', sheet: sheet.name, others }];
}

const statedWarnings = ({ encoding, delimiter }: StatedText): readonly TableWarning[] =>
  encoding === null && delimiter === null ? [] : [{ kind: 'needlessChoice' }];

const remarksOf = ({ errorCells, emptyFormulas }: SheetRemarks): readonly TableWarning[] => [
  ...(errorCells === 0 ? [] : [{ kind: 'errorCells', cells: errorCells } as const]),
  ...(emptyFormulas === 0 ? [] : [{ kind: 'emptyFormulas', formulas: emptyFormulas } as const]),
];
