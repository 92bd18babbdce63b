/** Opens an address in the user's browser. */
import { spawn } from 'node:child_process';
import { platform } from 'node:os';

/** False when there is no display, or no program that opens addresses. */
export async function openBrowser(url: string, environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const [program, ...args] = opener(url);
  if (platform() === 'linux' && environment['DISPLAY'] === undefined && environment['WAYLAND_DISPLAY'] === undefined)
    return false;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function opener(url: string): readonly [string, ...string[]] {
  if (platform() === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return platform() === 'darwin' ? ['open', url] : ['xdg-open', url];
}
