import { ok, type Result } from '../../../core/result.ts';
import type { TableFault } from '../table-fault.ts';
import type { OpenZip } from './open-zip.ts';
import { readXml } from './read-xml.ts';

/** Numbers of the cell styles that show a number as a date or a time of day. */
export async function readDateStyles(zip: OpenZip, name: string): Promise<Result<ReadonlySet<number>, TableFault>> {
  const codeById = new Map<number, string>();
  const styles = new Set<number>();
  let isCellStyle = false;
  let number = 0;
  const read = await readXml(zip, name, 'xl/styles.xml', {
    open: (element, attributes) => {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (element === 'numFmt') codeById.set(id, attributes.get('formatCode') ?? '');
      if (element === 'cellXfs') isCellStyle = true;
      if (element !== 'xf' || !isCellStyle) return;
      const code = codeById.get(id);
      if (code === undefined ? isBuiltInDate(id) : isDateFormat(code)) styles.add(number);
      number += 1;
    },
    close: (element) => {
      if (element === 'cellXfs') isCellStyle = false;
    },
  });
  return read.ok ? ok(styles) : read;
}

/** ECMA-376 18.8.30: 14 to 22 and 45, 47 everywhere, 27 to 36 and 50 to 58 in East Asian versions. 46 is a duration. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || id === 45 || id === 47 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Durations such as `[h]:mm` are numbers; letters within quotation marks, brackets or after a backslash mean nothing. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return false;
  const meaningful = first.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return /[dyhs]|m/i.test(meaningful) && !/^general$/i.test(meaningful.trim());
}
