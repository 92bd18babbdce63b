/** Where the browser for end-to-end tests comes from: an installed Chrome or Chromium, else one that is installed now. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { runProgram, runTool } from './check/run-command.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The path of an installed browser: the one that CHROMIUM names, one on the PATH, one in a usual place, or Playwright's. */
export const installedChromium = (): string | undefined =>
  [process.env['CHROMIUM'], ...onThePath(), ...usualPlaces(), chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && isExecutable(path),
  );

/** Finds a browser or installs one, and hands its path to the tests in ACCORD_CHROMIUM. False, with the reason printed, when both fail. */
export const ensureChromium = (): boolean => {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '' && !isExecutable(named)) {
    console.error(`CHROMIUM is ${named}, which is not a program.`);
    return false;
  }
  const path = installedChromium() ?? (install() ? installedChromium() : undefined);
  if (path === undefined) {
    console.error(
      'No Chrome or Chromium was found, and none could be installed (see above). Install one, or set CHROMIUM to its path.',
    );
    return false;
  }
  process.env['ACCORD_CHROMIUM'] = path;
  console.log(path);
  return true;
};

const install = (): boolean => {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Debian’s chromium.');
    process.env['DEBIAN_FRONTEND'] = 'noninteractive';
    // Another apt may hold the lock for a while on a machine that has just started.
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    if (
      runProgram('apt-get', ...wait, 'update') &&
      runProgram('apt-get', ...wait, 'install', '-y', '--no-install-recommends', 'chromium')
    ) {
      return true;
    }
  }
  console.log('Installing Playwright’s Chromium.');
  return runTool('playwright-core/cli.js', 'install', 'chromium');
};

const onThePath = (): readonly string[] => {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => endings.flatMap((ending) => folders.map((folder) => join(folder, name + ending))));
};

const usualPlaces = (): readonly string[] => {
  if (process.platform === 'darwin') {
    return ['/Applications', join(process.env['HOME'] ?? '', 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder === undefined
        ? []
        : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')];
    });
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/usr/local/bin/chromium'];
};

/** A name on the PATH may be a wrapper that only says how to install the browser, so it has to tell its version. */
const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    if (process.platform === 'win32') return true;
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};
