/** How a delimited file is written: encoding, delimiter and headings. */
import Papa from 'papaparse';
import { ok, type Result } from '../../core/result.ts';
import { type RowsFile, readRows } from './read-rows.ts';
import { badSource, type SourceFault } from './source-fault.ts';
import { detectEncoding, type ReadControl, readText } from './source-text.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface SniffedFile extends RowsFile {
  readonly headings: readonly string[];
}

const HEAD_CHARACTERS = 1 << 16;

/** Reads the file once for its encoding, and its head for the rest. Nameless headings come as empty texts. */
export async function sniffFile(
  path: string,
  name: string,
  control: ReadControl,
): Promise<Result<SniffedFile, SourceFault>> {
  const encoding = await detectEncoding(path, name, control);
  if (!encoding.ok) return encoding;
  let head = '';
  const read = await readText(path, name, encoding.value, control, (text) => {
    head = text.slice(0, HEAD_CHARACTERS);
    return 'enough';
  });
  if (!read.ok) return read;
  if (head.trim() === '')
    return { ok: false, error: badSource(`${name} is empty.`, 'Choose a file with a heading and rows.') };
  const file = { path, name, encoding: encoding.value, delimiter: delimiterOf(head) };
  let headings: readonly string[] = [];
  const first = await readRows(file, control, (cells) => {
    headings = cells.map((cell) => cell.trim());
    return 'enough';
  });
  return first.ok ? ok({ ...file, headings }) : first;
}

/** The comma where nothing speaks for another: a file of one column has none at all. */
function delimiterOf(head: string): string {
  const whole = head.length < HEAD_CHARACTERS ? head : head.slice(0, head.lastIndexOf('\n') + 1) || head;
  const { meta, errors } = Papa.parse(whole, {
    preview: 100,
    delimitersToGuess: [...DELIMITERS],
    skipEmptyLines: true,
  });
  return errors.some((error) => error.code === 'UndetectableDelimiter') ? ',' : meta.delimiter;
}
