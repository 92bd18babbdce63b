/** A file of any kind, once it is known how it is to be read. */
import type { Buffer } from 'node:buffer';
import type { Result } from '../../core/result.ts';
import type { FoundHeading } from './find-heading.ts';
import type { TableControl } from './table-control.ts';
import type { TableDocument } from './table-document.ts';
import type { TableFault } from './table-fault.ts';
import type { TakeRecord } from './table-record.ts';
import type { TableWarning } from './table-warning.ts';

/** `onBytes`: the bytes of a text file from its first to its last, piece by piece; of a workbook none. */
export interface ReadWatch extends TableControl {
  readonly onBytes?: (bytes: Buffer) => void;
}

export interface TableSource {
  readonly name: string;
  /** Null: none was in sight. */
  readonly heading: FoundHeading | null;
  readonly isSheet: boolean;
  /** A first line `sep=;` says the delimiter. */
  readonly isFirstLineDialect: boolean;
  /** Of a text: some lines end with a CR alone. */
  readonly hasLoneReturns: boolean;
  /** Of a workbook those that are not hidden. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly written: Pick<TableDocument, 'encoding' | 'delimiter' | 'quote'>;
  readonly warnings: readonly TableWarning[];
  /** Gives every record; answers what else there is to say. */
  readonly read: (take: TakeRecord, watch: ReadWatch) => Promise<Result<readonly TableWarning[], TableFault>>;
}
