/** The menu as data: what the screen must do goes to it as a command; what the system does has a role. */
import type { MenuItemConstructorOptions } from 'electron';
import type { AppEvent } from '../api/bridge.ts';

export type Command = Extract<AppEvent, { readonly kind: 'command' }>['command'];

/** `send` tells the screen. On macOS the first menu is the app's own. */
export function menuTemplate(
  send: (command: Command) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const command = (label: string, name: Command, accelerator: string): MenuItemConstructorOptions => ({
    id: name,
    label,
    accelerator,
    click: () => send(name),
  });
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('&New workshop…', 'new', 'CmdOrCtrl+N'),
        command('&Open workshop…', 'open', 'CmdOrCtrl+O'),
        command('&Import…', 'import', 'CmdOrCtrl+I'),
        { type: 'separator' },
        command('&Close workshop', 'close', 'CmdOrCtrl+Shift+W'),
        { type: 'separator' },
        platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('&Undo', 'undo', 'CmdOrCtrl+Z'),
        command('&Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
  ];
}
