import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: every command runs there. */
export const ROOT = dirname(dirname(import.meta.dirname));

/** Runs a package's own script on this Node and shows its output; false when it fails or cannot be started. */
export const runTool = (script: string, ...args: readonly string[]): boolean => {
  const path = join(ROOT, 'node_modules', script);
  if (!existsSync(path)) {
    console.error(`${script} is missing: run npm ci`);
    return false;
  }
  return runProgram(process.execPath, path, ...args);
};

/** As `runTool`, for tools that always talk: what they say is shown only when they fail. */
export const runQuietTool = (script: string, ...args: readonly string[]): boolean => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) console.error(`${stdout}${stderr}${script} failed`);
  return status === 0;
};

/** Runs a program in the project's folder and shows its output; false when it fails or cannot be started. */
export const runProgram = (program: string, ...args: readonly string[]): boolean => {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' });
  if (error !== undefined) console.error(error.message);
  return status === 0;
};
