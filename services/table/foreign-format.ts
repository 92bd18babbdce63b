/** Files that are no delimited text, whatever they are named, told by how they begin. */
import { Buffer } from 'node:buffer';

export interface ForeignFormat {
  /** A zip may be a workbook; the others are refused. */
  readonly kind: 'zip' | 'other';
  readonly name: string;
  readonly todo: string;
}

const SIGNATURES: readonly (readonly [string, string, string])[] = [
  ['\u001f\u008b', 'a gzip-compressed file', 'Unpack it (gunzip) and read the file in it.'],
  ['%PDF', 'a PDF', 'Ask for the table itself, as CSV or XLSX.'],
  ['PAR1', 'a Parquet file', 'Export it as CSV.'],
  ['SQLite format 3\u0000', 'an SQLite database', 'Export the table in it as CSV.'],
  ['7z\u00bc\u00af\u0027\u001c', 'a 7z archive', 'Unpack it and read the file in it.'],
  ['Rar!', 'a RAR archive', 'Unpack it and read the file in it.'],
  ['BZh', 'a bzip2-compressed file', 'Unpack it and read the file in it.'],
  ['\u00fd7zXZ', 'an xz-compressed file', 'Unpack it and read the file in it.'],
  ['\u0028\u00b5\u002f\u00fd', 'a zstd-compressed file', 'Unpack it and read the file in it.'],
  ['\u0089PNG', 'a picture', 'Ask for the table itself, as CSV or XLSX.'],
  ['\u00ff\u00d8\u00ff', 'a picture', 'Ask for the table itself, as CSV or XLSX.'],
  ['{\\rtf', 'an RTF document', 'Save the table as CSV.'],
];

const OLE2 = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const ZIP_SIGNATURES = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];

/** `head`: the first bytes, some hundreds where the file has them. Null: it may be a delimited file. */
export function foreignFormat(head: Buffer): ForeignFormat | null {
  const begins = head.subarray(0, 512).toString('latin1');
  if (ZIP_SIGNATURES.some((signature) => begins.startsWith(signature)))
    return {
      kind: 'zip',
      name: 'an Excel workbook or another zipped file',
      todo: 'Save the table in it as "CSV UTF-8" and read that file.',
    };
  if (begins.startsWith(OLE2)) {
    return head.includes(ENCRYPTED)
      ? other('an encrypted workbook', 'Open it with its password and save it without one, as .xlsx or CSV UTF-8.')
      : other('an old Excel workbook (.xls)', 'Open it in Excel or LibreOffice and save it as .xlsx or CSV UTF-8.');
  }
  const known = SIGNATURES.find(([signature]) => begins.startsWith(signature));
  // A heading may begin with PAR1 as well; text has none of the lowest control characters.
  if (known !== undefined && (known[0].startsWith('{') || known[0].startsWith('%') || head.some((byte) => byte < 9)))
    return { kind: 'other', name: known[1], todo: known[2] };
  const text = begins.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(?:<!doctype html|<html|<head|<table|<meta)/i.test(text))
    return other(
      'an HTML page, perhaps a login page or an .xls of a web system',
      'Open it in Excel or LibreOffice and save it as CSV UTF-8, or export again.',
    );
  if (/^<\?xml/i.test(text)) return other('an XML file', 'Open it in Excel or LibreOffice and save it as CSV UTF-8.');
  if (/^(?:\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})|\[\s*(?:[{[\]]|"(?:[^"\\]|\\.)*"\s*,\s*[\r\n]))/.test(text))
    return other('JSON', 'Convert it to CSV.');
  return null;
}

const other = (name: string, todo: string): ForeignFormat => ({ kind: 'other', name, todo });
