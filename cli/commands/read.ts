/** `accord read`: one file of any dialect as one JSON document, and as a clean CSV where that is wanted. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { ENCODINGS, encodingNamed } from '../../services/table/encoding-names.ts';
import type { TableRequest } from '../../services/table/read-table.ts';
import { readTableApart } from '../../services/table/read-table-apart.ts';
import type { CommandStreams } from './simulate.ts';

export const READ_USAGE =
  'accord read FILE [--encoding E] [--delimiter D] [--header first|none] [--sheet NAME] [--out CLEAN.csv]';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runReadCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    streams.err(`accord read: ${options.error}\n${READ_USAGE}`);
    return 2;
  }
  const read = await readTableApart(options.value);
  if (!read.ok) {
    streams.err(`accord read: ${read.error.detail}`);
    return 1;
  }
  streams.out(`${JSON.stringify(read.value.document, null, 1)}\n`);
  return 0;
}

function readOptions(args: readonly string[]): Result<TableRequest, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
        header: { type: 'string' },
        sheet: { type: 'string' },
        out: { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return fail('name one file to read');
    const encoding = values.encoding === undefined ? null : encodingNamed(values.encoding);
    if (values.encoding !== undefined && encoding === null)
      return fail(`--encoding: "${values.encoding}" is not known; known are ${ENCODINGS.join(', ')}`);
    const delimiter = delimiterNamed(values.delimiter);
    if (delimiter === undefined)
      return fail(
        `--delimiter: "${values.delimiter ?? ''}" is none; say one character, or comma, semicolon, tab or pipe`,
      );
    const { header = null, sheet = null, out = null } = values;
    if (header !== null && header !== 'first' && header !== 'none') return fail('--header: say first or none');
    if (out !== null && resolve(out) === resolve(path)) return fail('--out names the file that is read; name another');
    return ok({ path, encoding, delimiter, header, sheet, outPath: out });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
};

/** Null: not stated; undefined: nothing that could delimit. */
function delimiterNamed(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  const named = Object.hasOwn(DELIMITER_WORDS, text) ? DELIMITER_WORDS[text] : text;
  return named?.length === 1 && !/["'\r\n\0]/.test(named) ? named : undefined;
}
