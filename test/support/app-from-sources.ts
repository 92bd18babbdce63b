/** The app with its own workers and without a shell, run from the sources; settings in `folder`. */
import { join } from 'node:path';
import type { AppEvent } from '../../api/bridge.ts';
import { type App, createApp } from '../../services/create-app.ts';

const worker = (name: string): URL => new URL(`../../services/jobs/${name}-worker.ts`, import.meta.url);

export const appFromSources = (folder: string, emit: (event: AppEvent) => void = () => {}, nowMs = 0): App =>
  createApp({
    shell: {},
    workers: {
      replay: worker('replay'),
      demo: worker('demo'),
      import: worker('import'),
      erase: worker('erase'),
      suggest: worker('suggest'),
      sensitivity: worker('sensitivity'),
      lists: worker('lists'),
      count: worker('count'),
    },
    settingsFolder: join(folder, 'settings'),
    emit,
    now: () => nowMs,
    log: () => {},
  });
