/** Names that users or screens suggest, made fit for a file on every system. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MOST_BYTES = 120;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Never empty, never a path, never a name that Windows keeps for itself; the ending is kept. */
export function safeFileName(suggested: string, fallback: string): string {
  // Control characters and what some file system reserves.
  const clean = suggested
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const { stem, ending } = split(clean);
  let shortened = stem;
  while (Buffer.byteLength(shortened + ending) > MOST_BYTES) shortened = Array.from(shortened).slice(0, -1).join('');
  const kept = shortened.trim();
  return kept === '' || RESERVED.test(kept) ? `${fallback}${ending}` : `${kept}${ending}`;
}

/** A path in the folder that no file has yet: `Name.accord`, else `Name 2.accord` and so on. */
export function freePath(folder: string, fileName: string): string {
  const { stem, ending } = split(fileName);
  for (let number = 1; ; number++) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` ${number}`}${ending}`);
    if (!existsSync(path)) return path;
  }
}

/** `Name` and `Name.accord` are the same wish. */
export const workshopFileName = (suggested: string): string =>
  `${safeFileName(suggested.replace(/\.accord$/i, ''), 'Workshop')}.accord`;

function split(fileName: string): { readonly stem: string; readonly ending: string } {
  const dot = fileName.lastIndexOf('.');
  const ending = dot > 0 ? fileName.slice(dot) : '';
  return /^\.[A-Za-z0-9]{1,10}$/.test(ending)
    ? { stem: fileName.slice(0, dot), ending }
    : { stem: fileName, ending: '' };
}
