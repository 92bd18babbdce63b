import { ok, type Result } from '../../../core/result.ts';
import type { TableFault } from '../table-fault.ts';
import type { OpenZip } from './open-zip.ts';
import { readXml } from './read-xml.ts';

/** The texts that cells refer to by number. Readings of Japanese words (`rPh`) are no part of them. */
export async function readSharedStrings(zip: OpenZip, name: string): Promise<Result<readonly string[], TableFault>> {
  const texts: string[] = [];
  let current = '';
  let isText = false;
  let phonetic = 0;
  const read = await readXml(zip, name, 'xl/sharedStrings.xml', {
    open: (element) => {
      if (element === 'si') current = '';
      if (element === 'rPh') phonetic += 1;
      isText = element === 't' && phonetic === 0;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (element) => {
      isText = false;
      if (element === 'rPh') phonetic -= 1;
      if (element === 'si') texts.push(unescapeText(current));
    },
  });
  return read.ok ? ok(texts) : read;
}

/** Characters that XML does not allow are written `_x000D_` (ECMA-376, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
