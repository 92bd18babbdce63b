/** Electron's binary does not come with npm ci: it is fetched on first use, and only for so long. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../check/run-command.ts';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const ANSWER_LIMIT_MS = 5_000;
const DOWNLOAD_LIMIT_MS = 180_000;

type ElectronProgram = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string };

/** The Electron program, fetched when it is absent and its host answers; otherwise the reason why there is none. */
export const electronProgram = async (): Promise<ElectronProgram> => {
  const present = installedProgram();
  if (present !== undefined) return { ok: true, path: present };
  const host = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/';
  if (!(await answers(host)))
    return { ok: false, reason: `Electron is not installed and ${new URL(host).host} does not answer` };
  console.log(
    `Fetching Electron from ${new URL(host).host} (about 110 MB, at most ${DOWNLOAD_LIMIT_MS / 60_000} minutes).`,
  );
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const fetched = installedProgram();
  return fetched === undefined ? { ok: false, reason: 'Electron could not be fetched' } : { ok: true, path: fetched };
};

/** The package writes path.txt last: without it a download was cut short, and what lies there is not a program. */
const installedProgram = (): string | undefined => {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const named = join(PACKAGE, 'path.txt');
  if (given === undefined && !existsSync(named)) return undefined;
  const path = join(given ?? join(PACKAGE, 'dist'), existsSync(named) ? readFileSync(named, 'utf8') : 'electron');
  return existsSync(path) ? path : undefined;
};

const answers = async (host: string): Promise<boolean> => {
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    return true;
  } catch {
    return false;
  }
};
