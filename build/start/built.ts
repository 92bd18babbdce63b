import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../check/run-command.ts';

/** Touched after each complete build: what is newer than this file is not in dist/. */
const MARK = join(ROOT, 'dist', '.built');
const NEEDED = ['dist/renderer/index.html', 'dist/electron/main.js', 'dist/electron/preload.cjs'];
const SOURCES = ['core', 'api', 'db', 'services', 'electron', 'cli', 'renderer', 'build', 'package-lock.json'];

/** Whether dist/ holds a complete build of the sources as they are. */
export const isBuilt = (): boolean => {
  if (!existsSync(MARK) || NEEDED.some((path) => !existsSync(join(ROOT, path)))) return false;
  const builtAtMs = statSync(MARK).mtimeMs;
  return SOURCES.every((source) => newestMs(join(ROOT, source)) <= builtAtMs);
};

export const markBuilt = (): void => writeFileSync(MARK, '');

const newestMs = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  // A folder's own time tells of files that were taken away.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), mtimeMs);
};
