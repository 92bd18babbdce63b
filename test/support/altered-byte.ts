/** What another program can do to a workshop file that is closed: one byte of a kept version, without asking SQLite. */
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Changes one byte of the document of a version of the agreement, where `from` stands in it, which is as long as `to`.
 * The same words stand elsewhere in the file too, as in steps that undo takes back: those stay what they are.
 */
export function alterByteOfVersion(path: string, number: number, from: string, to: string): void {
  const whole = readFileSync(path);
  const document = documentOf(path, number);
  for (let at = whole.indexOf(from); at !== -1; at = whole.indexOf(from, at + 1)) {
    const altered = Buffer.from(whole);
    altered.write(to, at, 'utf8');
    writeFileSync(path, altered);
    if (documentOf(path, number) !== document) return;
  }
  writeFileSync(path, whole);
  throw new Error(`Version ${number} nowhere says ${from}`);
}

function documentOf(path: string, number: number): string | undefined {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare<[number], string>('SELECT document FROM agreement WHERE id = ?').pluck().get(number);
  } finally {
    database.close();
  }
}
