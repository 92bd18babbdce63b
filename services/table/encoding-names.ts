/** The encodings that a table may be written in: those TextDecoder knows (WHATWG Encoding Standard, "names and labels"). */

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-9',
  'iso-8859-13',
  'iso-8859-15',
  'koi8-r',
  'ibm866',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export type EncodingName = (typeof ENCODINGS)[number];

/** What people and programs write instead of the names. */
const ALIASES: Readonly<Record<string, EncodingName>> = {
  utf8: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ansi: 'windows-1252',
  latin1: 'iso-8859-1',
  latin2: 'iso-8859-2',
  latin9: 'iso-8859-15',
  gbk: 'gb18030',
  sjis: 'shift_jis',
};

/** Case, and the `cp1252` and `iso8859-1` ways of writing, do not matter. Null: unknown. */
export function encodingNamed(text: string): EncodingName | null {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/^(?:cp|win)-?(?=12\d\d$)/, 'windows-')
    .replace(/^iso_?8859[-_]/, 'iso-8859-');
  const alias = Object.hasOwn(ALIASES, written) ? ALIASES[written] : undefined;
  return alias ?? ENCODINGS.find((name) => name === written) ?? null;
}

/** A character of these is one byte; the two below are the other cases. */
export const isUtf16 = (encoding: EncodingName): boolean => encoding === 'utf-16le' || encoding === 'utf-16be';
