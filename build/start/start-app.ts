import { runQuietTool, runTool } from '../check/run-command.ts';
import { isBuilt, markBuilt } from './built.ts';
import { electronProgram } from './electron-program.ts';
import { hasDisplay } from './open-in-browser.ts';
import { runInBrowser } from './run-in-browser.ts';
import { runInWindow } from './run-in-window.ts';

/** Builds what has changed, opens the app with a demo workshop, and resolves to the exit status when it is closed. */
export const startApp = async (): Promise<number> => {
  if (!isBuilt() && !build()) return 1;
  const reason = hasDisplay() ? await inWindow() : 'There is no display for an Electron window';
  if (reason === undefined) return 0;
  console.log(`${reason}; the same app follows in the browser.`);
  return runInBrowser();
};

const build = (): boolean => {
  console.log('Building the app, which takes a few seconds.');
  const succeeded =
    runTool('vite/bin/vite.js', 'build', '-c', 'build/vite.config.ts', '--logLevel', 'warn') &&
    runQuietTool('rolldown/bin/cli.mjs', '-c', 'build/rolldown.config.ts');
  if (succeeded) markBuilt();
  return succeeded;
};

/** Resolves to undefined when the window was closed, or to the reason why there was none. */
const inWindow = async (): Promise<string | undefined> => {
  const program = await electronProgram();
  return program.ok ? runInWindow(program.path) : program.reason;
};
