/** The only place that makes a window. */
import { BrowserWindow, dialog, shell } from 'electron';
import { decideOpenExternally, isOwnPage, START_URL } from './security-policy.ts';
import { WEB_PREFERENCES, WINDOW_OPTIONS } from './window-options.ts';

export function createWindow(preloadPath: string): BrowserWindow {
  const window = new BrowserWindow({ ...WINDOW_OPTIONS, webPreferences: { ...WEB_PREFERENCES, preload: preloadPath } });
  const { webContents } = window;
  const stayHere = (event: { readonly url: string; readonly preventDefault: () => void }) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  webContents.on('will-navigate', stayHere);
  webContents.on('will-frame-navigate', stayHere);
  webContents.on('will-redirect', stayHere);
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(({ url }) => {
    void openExternally(url);
    return { action: 'deny' };
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(START_URL);
  return window;
}

async function openExternally(url: string): Promise<void> {
  const decision = decideOpenExternally(url);
  if (decision.action === 'refuse') return;
  if (decision.action === 'ask') {
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: `Open ${decision.host} in the browser?`,
      detail: url.slice(0, 500),
      buttons: ['Cancel', 'Open'],
      defaultId: 0,
      cancelId: 0,
    });
    if (response !== 1) return;
  }
  await shell.openExternal(url);
}
