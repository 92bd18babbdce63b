/** A throw-away project with planted faults, for tests of the guards: the project's own configs, other files. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const PROJECT_ROOT = dirname(dirname(import.meta.dirname));

export interface PlantedProject {
  readonly folder: string;
  /** Runs a package's script in the planted project: what it printed, and its exit status (null when it did not start). */
  readonly run: (
    script: string,
    ...args: readonly string[]
  ) => { readonly output: string; readonly text: string; readonly status: number | null };
  readonly remove: () => void;
}

/** `files` are texts by path; `configs` are paths of the real project's files that are copied as they are. */
export const plantedProject = (
  files: Readonly<Record<string, string>>,
  configs: readonly string[] = [],
): PlantedProject => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-planted-'));
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const config of configs) {
    mkdirSync(dirname(join(folder, config)), { recursive: true });
    cpSync(join(PROJECT_ROOT, config), join(folder, config), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    run: (script, ...args) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(PROJECT_ROOT, 'node_modules', script), ...args],
        { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 },
      );
      return { output: stdout, text: stdout + stderr, status };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
