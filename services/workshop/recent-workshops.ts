/** The workshops opened last, in a small file of the app's own; a damaged one costs a part of the list and nothing else. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RecentWorkshops {
  /** Absolute paths, newest first. */
  readonly list: () => readonly string[];
  readonly remember: (path: string) => void;
}

const MOST_RECENT = 8;

/** `log` hears when the list could not be kept: no reason to refuse a workshop that did open. */
export function createRecentWorkshops(settingsFolder: string, log: (line: string) => void): RecentWorkshops {
  const file = join(settingsFolder, 'recent.json');
  const lastGood = join(settingsFolder, 'recent.last-good.json');
  const list = () => readPaths(file) ?? readPaths(lastGood) ?? [];
  const keep = (paths: readonly string[]): void => {
    mkdirSync(settingsFolder, { recursive: true });
    if (existsSync(file) && readPaths(file) !== null) copyFileSync(file, lastGood);
    const partial = `${file}.part`;
    writeFileSync(partial, JSON.stringify(paths, null, 2), { flush: true });
    renameSync(partial, file);
  };
  return {
    list,
    remember: (path) => {
      try {
        keep([path, ...list().filter((other) => other !== path)].slice(0, MOST_RECENT));
      } catch (thrown) {
        log(`the list of recent workshops was not kept: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
      }
    },
  };
}

/** Null: missing, or not ours to understand. */
function readPaths(file: string): readonly string[] | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(stored) ? stored.filter((path) => typeof path === 'string').slice(0, MOST_RECENT) : null;
  } catch {
    return null;
  }
}
