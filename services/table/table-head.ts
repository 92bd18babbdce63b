/** The head of a table: how the file is written, what its columns are called, and its first rows. */
import { fail, ok, type Result } from '../../core/result.ts';
import { noHeadingFault } from './collect-table.ts';
import { isPlainText } from './plain-text.ts';
import { createRecordSorter, type RejectedRow } from './sort-records.ts';
import { UNWATCHED } from './table-control.ts';
import type { TableFault } from './table-fault.ts';
import type { TableRecord } from './table-record.ts';
import type { TableSource } from './table-source.ts';
import type { TableWarning } from './table-warning.ts';

export interface HeadRow {
  /** In a text the line it begins on, in a sheet its row. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TableHead {
  readonly kind: 'text' | 'workbook';
  /** An `EncodingName`; of a workbook 'xlsx', and then there is no delimiter and no quotation mark. */
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly quote: string | null;
  /** Null: the table has none, and the names of its columns are generated. */
  readonly headingLine: number | null;
  /** Lines above the heading that hold a title or comment. */
  readonly titleLines: readonly number[];
  /** Each name once. */
  readonly header: readonly string[];
  /** Those of a workbook that are not hidden. */
  readonly sheets: readonly string[];
  /** The one that was read. */
  readonly sheet: string | null;
  readonly rows: readonly HeadRow[];
  /** The file has no more than these. */
  readonly isWhole: boolean;
  readonly rejected: readonly RejectedRow[];
  /** Of what was read; the whole file may give more. */
  readonly warnings: readonly TableWarning[];
  /** As far as the head shows, a reader of UTF-8 that knows nothing but RFC 4180 would read the same table. */
  readonly isPlain: boolean;
}

/** Records that are no rows, before a head without enough rows is answered all the same. */
const MOST_OTHER_RECORDS = 1_000;

/** At most `rows` accepted rows. Errors of the file system are thrown. */
export async function headOfTable(source: TableSource, rows: number): Promise<Result<TableHead, TableFault>> {
  const { name, heading, isSheet, written } = source;
  const taken: HeadRow[] = [];
  const rejected: RejectedRow[] = [];
  const sorter =
    heading === null
      ? null
      : createRecordSorter(heading, isSheet, {
          header: () => {},
          row: (cells, line) => {
            taken.push({ line, cells });
          },
          rejected: (row) => {
            rejected.push(row);
          },
        });
  let records = 0;
  let isWhole = true;
  let hasOddRecords = false;
  const read = await source.read((record) => {
    // One record more than is shown tells whether there is one.
    if (taken.length >= rows || records - taken.length > MOST_OTHER_RECORDS) {
      isWhole = false;
      return 'enough';
    }
    records += 1;
    hasOddRecords ||= isOdd(record);
    sorter?.sort(record);
    return null;
  }, UNWATCHED);
  if (!read.ok) return read;
  if (heading === null || sorter === null) return fail(noHeadingFault(name));
  const { header, warnings } = sorter.sorted();
  return ok({
    kind: isSheet ? 'workbook' : 'text',
    ...written,
    headingLine: heading.line,
    titleLines: [...heading.titleLines],
    header,
    sheets: source.sheets,
    sheet: source.sheet,
    rows: taken,
    isWhole,
    rejected,
    warnings: [...source.warnings, ...warnings, ...read.value],
    isPlain: !hasOddRecords && isPlainText(source, header),
  });
}

/** Readers differ about these: damage, text after a closing quotation mark, and lines of nothing but delimiters and spaces. */
const isOdd = ({ fault, hasOddQuotes, isBlank, cells }: TableRecord): boolean =>
  fault !== null || hasOddQuotes || (isBlank && (cells.length > 1 || cells[0] !== ''));
