import { readFileSync, writeFileSync } from 'node:fs';

/** As a hand with an editor for bytes, which knows nothing of tables: wherever it stands, also in the draft of then. */
export function patch(path: string, text: string, other: string): void {
  const bytes = readFileSync(path);
  let at = bytes.indexOf(text);
  if (at < 0 || text.length !== other.length) throw new Error(`no ${text} to be replaced`);
  for (; at >= 0; at = bytes.indexOf(text, at)) bytes.write(other, at);
  writeFileSync(path, bytes);
}
