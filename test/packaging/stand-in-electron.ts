/** A folder that electron-builder takes for an Electron distribution: the files it copies and a binary with fuses to flip. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks the fuses in Electron's binary, the version of their layout and how many follow. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

export function writeStandInElectron(folder: string, version: string): void {
  mkdirSync(folder, { recursive: true });
  const binary = Buffer.concat([
    Buffer.from('\u007fELF', 'latin1'),
    Buffer.alloc(256),
    Buffer.from(FUSE_SENTINEL, 'latin1'),
    Buffer.from([1, FUSES]),
    Buffer.from('0'.repeat(FUSES), 'latin1'),
    Buffer.alloc(256),
  ]);
  writeFileSync(join(folder, 'electron'), binary, { mode: 0o755 });
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, name), binary, { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stand-in');
  writeFileSync(join(folder, 'version'), version);
}
