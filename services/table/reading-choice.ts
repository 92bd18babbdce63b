import type { EncodingName } from './encoding-names.ts';
import type { StatedHeading } from './find-heading.ts';

/** What the user has stated of how a file is to be read; null: it is found out. */
export interface ReadingChoice {
  readonly encoding: EncodingName | null;
  /** One character. */
  readonly delimiter: string | null;
  readonly header: StatedHeading;
  /** The name of a sheet, hidden or not, as the workbook writes it; means nothing to a text file. */
  readonly sheet: string | null;
}

/** What can be stated of a text. */
export type StatedText = Omit<ReadingChoice, 'sheet'>;
