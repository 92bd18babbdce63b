import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a script of this folder in a fresh process; answers what it printed last, a line of JSON. */
export async function inAProcess<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=8192',
    join(import.meta.dirname, script),
    ...args,
  ]);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}
