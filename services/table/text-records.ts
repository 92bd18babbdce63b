/** The records of a delimited file, one after the other; memory holds one piece of it and the record that crosses its end. */
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { fail, ok, type Result } from '../../core/result.ts';
import { cutRecord, type Dialect } from './cut-record.ts';
import { createPieceDecoder, encodedBytes } from './decode-pieces.ts';
import type { EncodingName } from './encoding-names.ts';
import { judgeRecord } from './judge-record.ts';
import { LONGEST_RECORD_CHARACTERS, longRecordFault } from './long-record.ts';
import { cancelledFault, UNWATCHED } from './table-control.ts';
import { type TableFault, tooWide } from './table-fault.ts';
import { MOST_COLUMNS, type TakeRecord } from './table-record.ts';
import type { ReadWatch } from './table-source.ts';

export interface TextSource {
  readonly path: string;
  readonly name: string;
  readonly encoding: EncodingName;
  readonly bomBytes: number;
  readonly dialect: Dialect;
  /** A first line `sep=;` that says the delimiter and is no record. */
  readonly isFirstLineDialect: boolean;
}

const PIECE_BYTES = 1 << 20;

/** Gives every record to `take`, damaged and blank ones too; cancellation is noticed every 1 MB. Errors of the file system are thrown. */
export async function readTextRecords(
  source: TextSource,
  take: TakeRecord,
  watch: ReadWatch = UNWATCHED,
): Promise<Result<null, TableFault>> {
  const { path, name, encoding, bomBytes, dialect } = source;
  const decoder = createPieceDecoder(encoding);
  let text = '';
  /** Of where `text` begins. */
  let byteOffset = bomBytes;
  let line = 1;
  let isToSkip = source.isFirstLineDialect;

  const cutAll = (isLast: boolean): TableFault | 'enough' | null => {
    let at = 0;
    while (at < text.length) {
      const record = cutRecord(text, at, isLast, dialect);
      const length = (record?.next ?? text.length) - at;
      if (length > LONGEST_RECORD_CHARACTERS) {
        const isQuoted = record === null && text.includes(dialect.quote, at);
        return longRecordFault(name, line, byteOffset + encodedBytes(text.slice(0, at), encoding), isQuoted);
      }
      if (record === null) break;
      if (record.cells.length > MOST_COLUMNS) return tooWide(name, `line ${line}`, record.cells.length);
      const isSkipped = isToSkip;
      isToSkip = false;
      if (!isSkipped && take(judgeRecord(record, line, encoding)) === 'enough') return 'enough';
      line += record.lineEnds;
      at = record.next;
    }
    byteOffset += encodedBytes(text.slice(0, at), encoding);
    text = text.slice(at);
    return null;
  };

  let toSkip = bomBytes;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    if (watch.isCancelled()) return fail(cancelledFault(name));
    const bytes = Buffer.from(piece as Buffer);
    watch.onBytes?.(bytes);
    watch.onRead(bytes.length);
    text += decoder.decode(bytes.subarray(toSkip));
    toSkip -= Math.min(toSkip, bytes.length);
    const end = cutAll(false);
    if (end !== null) return end === 'enough' ? ok(null) : fail(end);
  }
  text += decoder.decode(null);
  const end = cutAll(true);
  return end === null || end === 'enough' ? ok(null) : fail(end);
}
