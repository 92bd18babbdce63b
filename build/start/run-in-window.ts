import { spawn } from 'node:child_process';
import { ROOT } from '../check/run-command.ts';

/** A window that is gone so soon was never there: a missing library, a refused sandbox. */
const TOO_SOON_MS = 10_000;

/** Opens the app in Electron. Resolves to undefined when its window was closed, or to the reason why there was none. */
export const runInWindow = (program: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const startedMs = performance.now();
    const electron = spawn(program, ['.', '--demo'], { cwd: ROOT, stdio: 'inherit' });
    electron.on('error', (error) => resolve(`Electron could not be started (${error.message})`));
    electron.on('exit', (status) => {
      const failed = status !== 0 && performance.now() - startedMs < TOO_SOON_MS;
      resolve(failed ? `Electron could not open a window (status ${status ?? 'none'})` : undefined);
    });
  });
