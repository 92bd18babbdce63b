/** How a delimited file is to be read: its encoding, its dialect, and which of its lines is the heading. */
import { fail, ok, type Result } from '../../core/result.ts';
import { createPieceDecoder } from './decode-pieces.ts';
import { byteOrderMark, detectEncoding, SAVE_AS_UTF8 } from './detect-encoding.ts';
import type { EncodingName } from './encoding-names.ts';
import { type FoundHeading, findHeading } from './find-heading.ts';
import { guessDialect } from './guess-dialect.ts';
import { headRecords } from './head-records.ts';
import type { FileHead } from './read-head.ts';
import type { StatedText } from './reading-choice.ts';
import { type TableControl, UNWATCHED } from './table-control.ts';
import { type TableFault, tableFault } from './table-fault.ts';
import type { TableWarning } from './table-warning.ts';
import type { TextSource } from './text-records.ts';

export interface InspectedText {
  readonly source: TextSource;
  /** Null: the first record is too long to be seen whole; reading it says so. */
  readonly heading: FoundHeading | null;
  /** In what was seen of it a CR stands without its LF: old Macs ended lines so. */
  readonly hasLoneReturns: boolean;
  readonly warnings: readonly TableWarning[];
}

/** Errors of the file system are thrown. */
export async function inspectText(
  path: string,
  name: string,
  head: FileHead,
  stated: StatedText,
  control: Pick<TableControl, 'isCancelled'> = UNWATCHED,
): Promise<Result<InspectedText, TableFault>> {
  const mark = byteOrderMark(head.bytes);
  const detected =
    stated.encoding === null
      ? await detectEncoding(path, name, head.bytes, control)
      : ok({ encoding: stated.encoding, warnings: [] });
  if (!detected.ok) return detected;
  const { encoding } = detected.value;
  const bomBytes = mark?.encoding === encoding ? mark.bytes : 0;
  const text = createPieceDecoder(encoding).decode(head.bytes.subarray(bomBytes));
  if (text.trim() === '' && head.isWhole)
    return fail(tableFault('notText', `${name} is empty.`, 'Choose a file with a heading and rows.'));
  const nul = text.indexOf('\0');
  if (nul >= 0) return fail(binary(name, text.slice(0, nul), encoding));
  const said = text.match(/^sep=([^\r\n"])(?:\r\n|\r|\n)/i);
  const delimiter = stated.delimiter ?? said?.[1] ?? null;
  const table = text.slice(said?.[0].length ?? 0);
  const dialect = guessDialect(table, head.isWhole, delimiter);
  const source = { path, name, encoding, bomBytes, dialect, isFirstLineDialect: said !== null };
  const records = headRecords(table, head.isWhole, dialect, said === null ? 1 : 2);
  const heading = findHeading(records, stated.header);
  const warnings: readonly TableWarning[] = [
    ...detected.value.warnings,
    ...(mark !== null && mark.encoding !== encoding
      ? [{ kind: 'markOverruled', mark: mark.encoding, encoding } as const]
      : []),
  ];
  return ok({ source, heading, hasLoneReturns: /\r[^\n]/.test(text), warnings });
}

function binary(name: string, before: string, encoding: EncodingName): TableFault {
  const line = before.split(/\r\n|\r|\n/).length;
  const isWide = encoding.startsWith('utf-16');
  return tableFault(
    'notText',
    `${name} is no table in ${encoding.toUpperCase()}: line ${line} holds a NUL character${isWide ? ', as UTF-32 does' : ''}.`,
    SAVE_AS_UTF8,
  );
}
