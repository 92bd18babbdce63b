/** What `accord read` prints of a table. */
import type { ColumnKind } from '../../core/history/history.ts';

export const TABLE_FORMAT = 'accord.table/1';

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Rows whose cell is empty or spaces. */
  readonly missing: number;
}

export interface RejectedRecord {
  readonly line: number;
  readonly reason: string;
}

export interface TableDocument {
  readonly format: typeof TABLE_FORMAT;
  /** Of a workbook 'xlsx'; then there is no delimiter and no quotation mark. */
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly header: readonly string[];
  /** Accepted ones, without the heading. */
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  readonly rejected: readonly RejectedRecord[];
  readonly warnings: readonly string[];
}
