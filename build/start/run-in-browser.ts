import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../check/run-command.ts';
import { hasDisplay, openInBrowser } from './open-in-browser.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*/;

/** Serves the app on this machine only, shows its address (a desktop without a browser says nothing), and opens the browser at it. Resolves to the server's exit status. */
export const runInBrowser = (): Promise<number> =>
  new Promise((resolve) => {
    const server = spawn(process.execPath, [join(ROOT, 'cli', 'accord.mjs'), 'serve', '--demo', '--print-url'], {
      cwd: ROOT,
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    let opened = false;
    createInterface({ input: server.stdout }).on('line', (line) => {
      console.log(line);
      const address = ADDRESS.exec(line)?.[0];
      if (address === undefined || opened) return;
      opened = true;
      if (hasDisplay()) openInBrowser(address);
    });
    // The terminal's Ctrl+C reaches the server as well, which then closes the workshop in order.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => server.kill('SIGTERM'));
    server.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    server.on('exit', (status) => resolve(status ?? 0));
  });
