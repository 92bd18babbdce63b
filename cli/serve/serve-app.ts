/** The app behind the loopback server: composition root of the browser host, for the command and for tests. */
import { join } from 'node:path';
import type { Reply } from '../../api/reply.ts';
import { createApp } from '../../services/create-app.ts';
import { openDemo } from '../../services/demo/open-demo.ts';
import { freePath, workshopFileName } from '../../services/shell/file-name.ts';
import { type LoopbackParts, startLoopbackServer } from './loopback-server.ts';
import { createUploads } from './uploads.ts';

export interface ServeAppParts extends Pick<LoopbackParts, 'bundleFolder' | 'port' | 'limits' | 'onIdle' | 'log'> {
  readonly workshopsFolder: string;
  readonly settingsFolder: string;
  readonly mostUploadBytes?: number;
}

export interface ServedApp {
  readonly origin: string;
  readonly url: string;
  readonly openWorkshop: (path: string) => Promise<Reply<unknown>>;
  /** The demo in the workshops folder, made when it is not there yet. */
  readonly openDemo: () => Promise<Reply<unknown>>;
  readonly close: () => Promise<void>;
}

const MOST_UPLOAD_BYTES = 4_000_000_000;
const jobFolder = new URL('../../services/jobs/', import.meta.url);

export async function serveApp(parts: ServeAppParts): Promise<ServedApp> {
  const { workshopsFolder, settingsFolder } = parts;
  const now = () => Date.now();
  const app = createApp({
    shell: {
      pickNewWorkshop: async (suggestedName) => freePath(workshopsFolder, workshopFileName(suggestedName)),
    },
    workers: {
      replay: new URL('replay-worker.ts', jobFolder),
      demo: new URL('demo-worker.ts', jobFolder),
      import: new URL('import-worker.ts', jobFolder),
      erase: new URL('erase-worker.ts', jobFolder),
      suggest: new URL('suggest-worker.ts', jobFolder),
      sensitivity: new URL('sensitivity-worker.ts', jobFolder),
      lists: new URL('lists-worker.ts', jobFolder),
      count: new URL('count-worker.ts', jobFolder),
    },
    settingsFolder,
    emit: (event) => server.send(event),
    now,
    log: parts.log,
  });
  const mostBytes = parts.mostUploadBytes ?? MOST_UPLOAD_BYTES;
  const uploads = createUploads({ workshopsFolder, tokens: app.tokens, mostBytes });
  const server = await startLoopbackServer({ ...parts, dispatch: app.dispatch, uploads, now });
  return {
    origin: server.origin,
    url: server.url,
    openWorkshop: (path) => app.dispatch('workshop.open', { token: app.tokens.issue(join(path)).token }),
    openDemo: () => openDemo(app, workshopsFolder),
    close: async () => {
      await server.close();
      await app.close();
      await uploads.close();
    },
  };
}
