/** The workshops opened last, in a small file of the app's own; a damaged one costs the list and nothing else. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RecentWorkshops {
  /** Absolute paths, newest first. */
  readonly list: () => readonly string[];
  readonly remember: (path: string) => void;
}

const MOST_RECENT = 8;

export function createRecentWorkshops(settingsFolder: string): RecentWorkshops {
  const file = join(settingsFolder, 'recent.json');
  const list = (): readonly string[] => {
    try {
      const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return Array.isArray(stored) ? stored.filter((path) => typeof path === 'string').slice(0, MOST_RECENT) : [];
    } catch {
      // Missing on the first start; unreadable: better an empty list than an app that does not start.
      return [];
    }
  };
  return {
    list,
    remember: (path) => {
      const paths = [path, ...list().filter((other) => other !== path)].slice(0, MOST_RECENT);
      mkdirSync(settingsFolder, { recursive: true });
      const partial = `${file}.part`;
      writeFileSync(partial, JSON.stringify(paths, null, 2));
      renameSync(partial, file);
    },
  };
}
