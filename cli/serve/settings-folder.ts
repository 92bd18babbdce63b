import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** Where an app keeps its own small files on this system. */
export function settingsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (platform() === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Accord');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Accord');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'accord');
}
