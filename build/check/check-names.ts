/** What no linter checks: names that say nothing, files too long to read, and words that must not be published. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { FORBIDDEN_TEXTS } from './forbidden-texts.ts';
import { ROOT } from './run-command.ts';

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', 'dist', 'out', 'release']);
const TEXT = new Set([
  '.ts',
  '.tsx',
  '.mjs',
  '.cjs',
  '.css',
  '.html',
  '.json',
  '.jsonc',
  '.md',
  '.yml',
  '.yaml',
  '.svg',
  '',
]);
const CODE = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.css']);
const EMPTY_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'common', 'misc']);
/** The lock file has its own check, and the list of forbidden texts contains them. */
const NOT_READ = new Set(['package-lock.json', 'build/check/forbidden-texts.ts']);
const MAX_LINES = 300;

/** Longer than the rest for a reason: a worked example stays on one page. */
const MAY_BE_LONG: readonly string[] = ['test/'];

/** Prints each fault; true when there is none. */
export const checkNames = (): boolean => {
  const files = filesUnder(ROOT);
  const faults = files.flatMap(faultsOf);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`${files.length} files`);
  return faults.length === 0 && files.length > 0;
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesUnder(join(folder, entry.name));
    return [relative(ROOT, join(folder, entry.name)).split(sep).join('/')];
  });

/** Faults of one file, each as `path: what is wrong`. */
const faultsOf = (path: string): readonly string[] => [
  ...nameFaults(path),
  ...(TEXT.has(extname(path)) && !NOT_READ.has(path) ? textFaults(path, readFileSync(join(ROOT, path), 'utf8')) : []),
];

/** Faults of a path's names, one a part that says nothing. */
export const nameFaults = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((part) =>
      basename(part, extname(part))
        .split(/[-.]/)
        .some((word) => EMPTY_NAMES.has(word)),
    )
    .map((part) => `${path}: "${part}" does not say what is inside`);

/** Faults of a text, each as `path:line: what is wrong`. */
export const textFaults = (path: string, text: string): readonly string[] => {
  const isCode = CODE.has(extname(path));
  const lines = text.split('\n');
  const tooLong = isCode && lines.length > MAX_LINES && !MAY_BE_LONG.some((start) => path.startsWith(start));
  const words = lines.flatMap((line, index) =>
    FORBIDDEN_TEXTS.filter(({ pattern, codeOnly }) => (isCode || !codeOnly) && pattern.test(line)).map(
      ({ reason }) => `${path}:${index + 1}: contains ${reason}`,
    ),
  );
  return tooLong ? [`${path}: ${lines.length} lines; at most ${MAX_LINES} can be read in one go`, ...words] : words;
};
