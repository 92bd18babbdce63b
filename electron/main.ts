/** The desktop app's composition root. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, crashReporter, dialog, ipcMain, Menu, protocol, session } from 'electron';
import type { AppEvent } from '../api/bridge.ts';
import { createApp } from '../services/create-app.ts';
import { openDemo } from '../services/demo/open-demo.ts';
import { takeDroppedFiles } from '../services/shell/dropped-files.ts';
import { APP_SCHEME_PRIVILEGES, createAppProtocol } from './app-protocol.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { createWindow } from './create-window.ts';
import { createDialogs } from './dialogs.ts';
import { menuTemplate } from './menu.ts';
import { registerIpc } from './register-ipc.ts';
import { APP_SCHEME, isPermissionGranted } from './security-policy.ts';

// Both only count before the app is ready.
protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);
app.enableSandbox();

if (app.requestSingleInstanceLock()) await start();
else app.quit();

async function start(): Promise<void> {
  crashReporter.start({ uploadToServer: false });
  await app.whenReady();
  const settingsFolder = app.getPath('userData');
  const here = import.meta.dirname;
  let window: BrowserWindow | null = null;
  const emit = (event: AppEvent) => window?.webContents.send(EVENT_CHANNEL, event);
  const accord = createApp({
    shell: createDialogs(dialog, () => window, app.getPath('documents')),
    workers: {
      replay: new URL('replay-worker.js', import.meta.url),
      demo: new URL('demo-worker.js', import.meta.url),
      import: new URL('import-worker.js', import.meta.url),
      erase: new URL('erase-worker.js', import.meta.url),
      suggest: new URL('suggest-worker.js', import.meta.url),
      sensitivity: new URL('sensitivity-worker.js', import.meta.url),
      lists: new URL('lists-worker.js', import.meta.url),
      count: new URL('count-worker.js', import.meta.url),
    },
    settingsFolder,
    emit,
    now: () => Date.now(),
    log: createLog(settingsFolder),
  });
  protocol.handle(APP_SCHEME, createAppProtocol(join(here, '../renderer')));
  refusePermissions();
  registerIpc(ipcMain, accord.dispatch, takeDroppedFiles(accord.tokens));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate((command) => emit({ kind: 'command', command }), process.platform)),
  );

  const show = () => {
    window = createWindow(join(here, 'preload.cjs'));
    window.on('closed', () => {
      window = null;
    });
  };
  app.on('second-instance', () => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => {
    if (window === null) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    // The workshop gives its lock back before the process ends.
    event.preventDefault();
    isClosed = true;
    void accord.close().finally(() => app.quit());
  });
  if (process.argv.includes('--demo')) await openDemo(accord, app.getPath('documents'));
  show();
}

function refusePermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isPermissionGranted(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => isPermissionGranted(permission));
  defaultSession.setDevicePermissionHandler(({ deviceType }) => isPermissionGranted(deviceType));
}

/** Bugs, one line each, in a file beside the settings; the services keep lead data out of the lines. */
function createLog(folder: string): (line: string) => void {
  return (line) => {
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'accord.log'), `${new Date().toISOString()} ${line}\n`);
  };
}
