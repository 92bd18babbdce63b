/**
 * The lock file must install everywhere: every optional (platform) package that an entry names has to be an entry
 * itself, and no registry host may be recorded. npm drops a platform package silently when the registry lacks it,
 * and `npm ci` then fails on that platform.
 */
import { readFileSync } from 'node:fs';

interface LockEntry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};
const locked = Object.keys(lock.packages);
const faults = Object.entries(lock.packages).flatMap(([path, entry]) => [
  ...(entry.resolved === undefined ? [] : [`${path}: records where it was downloaded (${entry.resolved})`]),
  ...Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !locked.some((other) => other.endsWith(`node_modules/${name}`)))
    .map((name) => `${path}: ${name} is missing; choose a version whose platform packages are all published`),
]);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
