/** The one window's options; frozen, and held by a test. */
import type { BrowserWindowConstructorOptions } from 'electron';

export const WEB_PREFERENCES = Object.freeze({
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const);

export const WINDOW_OPTIONS = Object.freeze({
  width: 1_280,
  height: 800,
  minWidth: 960,
  minHeight: 600,
  show: false,
  // The paper of the light theme; the screen paints its own before the window shows.
  backgroundColor: '#ffffff',
  title: 'Accord',
} as const satisfies BrowserWindowConstructorOptions);
