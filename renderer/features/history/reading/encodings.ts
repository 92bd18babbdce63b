/** The encodings that may be stated, by the names of the encoding standard. */

export const USUAL_ENCODINGS = [
  'utf-8',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-9',
  'iso-8859-15',
  'utf-16le',
  'utf-16be',
] as const;

export const OTHER_ENCODINGS = [
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-4',
  'iso-8859-7',
  'iso-8859-13',
  'koi8-r',
  'ibm866',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** As people write it: UTF-8, ISO-8859-2; the names that are written in small letters stay. */
export const encodingLabel = (name: string): string =>
  /^(?:utf|iso|koi|ibm|euc|gb|big)/u.test(name)
    ? name.toUpperCase().replace('UTF-16LE', 'UTF-16 LE').replace('UTF-16BE', 'UTF-16 BE')
    : name;
