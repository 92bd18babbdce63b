/** The records of a delimited file, one after the other; memory holds one piece of it and the record that crosses its end. */
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { fail, ok, type Result } from '../../core/result.ts';
import { cutRecord, type Dialect } from './cut-record.ts';
import { createPieceDecoder, encodedBytes } from './decode-pieces.ts';
import type { EncodingName } from './encoding-names.ts';
import { judgeRecord } from './judge-record.ts';
import { LONGEST_RECORD_CHARACTERS, longRecordFault } from './long-record.ts';
import { type TableFault, tooWide } from './table-fault.ts';
import { MOST_COLUMNS, type TakeRecord } from './table-record.ts';

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

/** Gives every record to `take`, damaged and blank ones too. Errors of the file system are thrown. */
export async function readTextRecords(source: TextSource, take: TakeRecord): Promise<Result<null, TableFault>> {
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

  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES, start: bomBytes })) {
    text += decoder.decode(Buffer.from(piece as Buffer));
    const end = cutAll(false);
    if (end !== null) return end === 'enough' ? ok(null) : fail(end);
  }
  text += decoder.decode(null);
  const end = cutAll(true);
  return end === null || end === 'enough' ? ok(null) : fail(end);
}
