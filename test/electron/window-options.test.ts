import { expect, it } from 'vitest';
import { APP_SCHEME_PRIVILEGES } from '../../electron/app-protocol.ts';
import { WEB_PREFERENCES, WINDOW_OPTIONS } from '../../electron/window-options.ts';

it('the page has no Node, a world and a process of its own, and no webview', () => {
  expect(WEB_PREFERENCES).toEqual({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

it('nothing can loosen the options at run time', () => {
  expect(
    [WEB_PREFERENCES, WINDOW_OPTIONS, APP_SCHEME_PRIVILEGES, APP_SCHEME_PRIVILEGES.privileges].map(Object.isFrozen),
  ).toEqual([true, true, true, true]);
});
