/** The rows of a delimited file as `readRows` gives them, but as bytes: for tables of millions of rows. */
import { Buffer } from 'node:buffer';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { createPieceParser, LONGEST_ROW, lineEnding, quoteFault } from '../../source/parse-piece.ts';
import type { ReadRows, RowsFile } from '../../source/read-rows.ts';
import type { SourceFault } from '../../source/source-fault.ts';
import { type ReadControl, readUtf8 } from '../../source/source-text.ts';
import { byteText, decodeText } from './byte-text.ts';
import { createRowScanner, type ScannedRows } from './scan-rows.ts';

/** `take` answers a fault or 'enough' to stop. Faults, blank lines and places are those of `readRows`. */
export async function readRowBytes(
  file: RowsFile,
  control: ReadControl,
  take: (rows: ScannedRows) => SourceFault | 'enough' | null,
): Promise<Result<ReadRows, SourceFault>> {
  let answer: SourceFault | 'enough' | null = null;
  const scanner = createRowScanner(file.delimiter, (rows) => {
    answer = take(rows);
    return answer === null;
  });
  let text = byteText(new Uint8Array(1 << 21));
  let [from, to] = [0, 0];
  let damagedLine: number | null = null;
  let parsePiece: ReturnType<typeof createPieceParser> | null = null;

  const append = (bytes: Uint8Array): void => {
    const rest = to - from;
    const needed = rest + bytes.length + 1;
    if (needed > text.bytes.length) {
      const larger = byteText(new Uint8Array(needed * 2));
      larger.bytes.set(text.bytes.subarray(from, to));
      text = larger;
    } else text.bytes.copyWithin(0, from, to);
    text.bytes.set(bytes, rest);
    [from, to] = [0, rest + bytes.length];
  };
  const parse = (isLast: boolean): SourceFault | 'enough' | null => {
    parsePiece ??= createPieceParser(file.name, file.delimiter, newline, (cells, { line, row }) =>
      take(rowOfCells(cells, line, row)),
    );
    const piece = parsePiece(decodeText(text, from, to), isLast, scanner.place);
    Object.assign(scanner.place, piece.next);
    damagedLine ??= piece.damagedLine;
    [from, to] = [0, 0];
    append(Buffer.from(piece.rest));
    return piece.end;
  };
  let newline: '\n' | '\r' = '\n';
  let isFirst = true;
  const advance = (isLast: boolean): SourceFault | 'enough' | null => {
    if (newline === '\r') return parse(isLast);
    const damagedAt = damagedLine === null ? text.buffer.subarray(from, to).indexOf('\ufffd') : -1;
    // Files with a lost character are rare: papaparse tells in which line it is.
    if (damagedAt >= 0) return parse(isLast);
    const scan = scanner.scan(text, from, to, isLast);
    from = scan.at;
    if (scan.why === 'stopped') return answer;
    if (scan.why === 'odd') return parse(isLast);
    return to - from > LONGEST_ROW ? quoteFault(file.name, scanner.place.line) : null;
  };
  const read = await readUtf8(file.path, file.name, control, (bytes) => {
    append(bytes);
    if (isFirst) newline = lineEnding(decodeText(text, from, to));
    isFirst = false;
    return advance(false);
  });
  if (!read.ok) return read;
  const end = answer === 'enough' || from === to ? null : advance(true);
  return end === null || end === 'enough' ? ok({ ...read.value, damagedLine }) : fail(end);
}

function rowOfCells(cells: readonly string[], line: number, row: number): ScannedRows {
  const parts = cells.map((cell) => Buffer.from(cell));
  const starts = new Int32Array(cells.length);
  const ends = new Int32Array(cells.length);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    starts[index] = at;
    at += part.length;
    ends[index] = at;
  }
  return {
    text: byteText(new Uint8Array(Buffer.concat(parts))),
    count: 1,
    first: Int32Array.of(0, cells.length),
    starts,
    ends,
    lines: Int32Array.of(line),
    row,
  };
}
