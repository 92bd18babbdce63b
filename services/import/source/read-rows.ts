/** The rows of a delimited file, one after the other; memory holds one piece of the file and the row that crosses its end. */
import { fail, ok, type Result } from '../../../core/result.ts';
import { createPieceParser, lineEnding, type RowPlace, type TakeCells } from './parse-piece.ts';
import type { SourceFault } from './source-fault.ts';
import { type ReadControl, readText, type SourceFacts } from './source-text.ts';

/** In UTF-8. */
export interface RowsFile {
  readonly path: string;
  readonly name: string;
  readonly delimiter: string;
}

export interface ReadRows extends SourceFacts {
  /** Line with the first U+FFFD that the file itself holds: an earlier export has lost a character. */
  readonly damagedLine: number | null;
}

/** Blank lines are no rows. `take` answers a fault or 'enough' to stop. Quotation marks out of place are a fault. */
export async function readRows(
  file: RowsFile,
  control: ReadControl,
  take: TakeCells,
): Promise<Result<ReadRows, SourceFault>> {
  let pending = '';
  let parsePiece: ReturnType<typeof createPieceParser> | null = null;
  let place: RowPlace = { line: 1, row: 0 };
  let damagedLine: number | null = null;

  const parse = (text: string, isLast: boolean): SourceFault | 'enough' | null => {
    parsePiece ??= createPieceParser(file.name, file.delimiter, lineEnding(text), take);
    const piece = parsePiece(text, isLast, place);
    pending = piece.rest;
    place = piece.next;
    damagedLine ??= piece.damagedLine;
    return piece.end;
  };

  let stopped = false;
  const read = await readText(file.path, file.name, control, (text) => {
    const answer = parse(pending + text, false);
    stopped = answer === 'enough';
    return answer;
  });
  if (!read.ok) return read;
  const rest = stopped || pending === '' ? null : parse(pending, true);
  if (rest !== null && rest !== 'enough') return fail(rest);
  return ok({ ...read.value, damagedLine });
}
