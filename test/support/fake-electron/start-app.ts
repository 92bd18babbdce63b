/** Starts the built desktop app in this process with the fake `electron` in place of the real one. */
import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type * as FakeElectron from './electron.ts';

export interface StartedApp {
  readonly electron: typeof FakeElectron;
  readonly page: Page;
  /** Closes the window and waits until the app has quit. */
  readonly quit: () => Promise<void>;
}

export interface StartOptions {
  /** Has dist/electron and dist/renderer in it: the project, or an unpacked package. */
  readonly projectFolder: string;
  readonly settingsFolder: string;
  readonly documentsFolder: string;
}

const here = import.meta.dirname;
const FAKE_URL = pathToFileURL(join(here, 'electron.ts')).href;
const { nativeImport } = createRequire(import.meta.url)('./native-import.cjs') as {
  readonly nativeImport: (url: string) => Promise<unknown>;
};
let isHooked = false;
let starts = 0;

export async function startDesktopApp({
  projectFolder,
  settingsFolder,
  documentsFolder,
}: StartOptions): Promise<StartedApp> {
  const main = join(projectFolder, 'dist/electron/main.js');
  if (!existsSync(main)) throw new Error(`the desktop app is not built (npm run build): ${main} is missing`);
  if (!isHooked) {
    isHooked = true;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'electron'
          ? { url: FAKE_URL, format: 'module-typescript', shortCircuit: true }
          : next(specifier, context),
    });
  }
  const electron = (await nativeImport(FAKE_URL)) as typeof FakeElectron;
  electron.resetRecord();
  electron.app.reset();
  Object.assign(electron.record.paths, { userData: settingsFolder, documents: documentsFolder });
  starts += 1;
  // A module runs once; each start needs one of its own.
  await nativeImport(`${pathToFileURL(main).href}?start=${starts}`);
  const [window] = electron.BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('the app opened no window');
  return {
    electron,
    page: await window.shown,
    quit: async () => {
      await window.close();
      await electron.app.ended();
    },
  };
}
