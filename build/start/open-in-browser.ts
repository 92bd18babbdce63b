import { spawn } from 'node:child_process';

/** Whether a window can be shown: always on a Mac or on Windows, on Linux when a display is named. */
export const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** Asks the desktop to open the address. Whoever has no browser still reads the address in the terminal. */
export const openInBrowser = (address: string): void => {
  const [program, ...args] = openerOf(address);
  const opener = spawn(program, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => console.log(`Open this address in a browser: ${address}`));
  opener.unref();
};

const openerOf = (address: string): readonly [program: string, ...args: string[]] => {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
};
