/** The app behind the loopback server, with folders of its own that go when it is closed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ServedApp, serveApp } from '../../cli/serve/serve-app.ts';

export interface ServedForTest extends ServedApp {
  readonly folder: string;
  readonly log: readonly string[];
}

export async function serveForTest(): Promise<ServedForTest> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-served-'));
  const log: string[] = [];
  const served = await serveApp({
    bundleFolder: resolve(import.meta.dirname, '../../dist/renderer'),
    workshopsFolder: folder,
    settingsFolder: join(folder, 'settings'),
    port: 0,
    limits: { idleMs: 600_000 },
    onIdle: () => {},
    log: (line) => log.push(line),
  });
  return {
    ...served,
    folder,
    log,
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
