import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The path of a public history beside the project; a test that needs it never passes without it. */
export function publicFile(name: string): string {
  const path = resolve(import.meta.dirname, '../../../shared/data', name);
  if (!existsSync(path)) {
    throw new Error(`The public data are missing: expected shared/data/${name} beside the project folder.`);
  }
  return path;
}
