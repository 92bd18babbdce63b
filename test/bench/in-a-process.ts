import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The app is bundled; from the sources, stripping types would take a process longer than what is measured. */
const STRIPPED_BEFORE = { NODE_COMPILE_CACHE: join(tmpdir(), 'accord-bench-code') };

/** Runs a script of this folder in a fresh process; answers what it printed last, a line of JSON. */
export async function inAProcess<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=8192', join(import.meta.dirname, script), ...args],
    { env: { ...process.env, ...STRIPPED_BEFORE } },
  );
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}
