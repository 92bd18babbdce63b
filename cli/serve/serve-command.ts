/** `accord serve`: composes the app for a browser on this machine, and runs until it is ended or idle. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Reply } from '../../api/reply.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CommandStreams } from '../commands/simulate.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedApp, serveApp } from './serve-app.ts';
import { settingsFolder } from './settings-folder.ts';

export interface ServeOptions {
  readonly workshop: string | null;
  readonly demo: boolean;
  readonly printUrl: boolean;
  readonly port: number;
  readonly workshopsFolder: string;
  readonly settingsFolder: string;
  readonly idleMinutes: number;
}

const BUNDLE = resolve(import.meta.dirname, '../../dist/renderer');

export async function runServe(args: readonly string[], { out, err }: CommandStreams): Promise<number> {
  const read = readServeOptions(args);
  if (!read.ok) {
    err(`accord serve: ${read.error}`);
    return 2;
  }
  const options = read.value;
  if (!existsSync(join(BUNDLE, 'index.html'))) {
    err('accord serve: the screens are not built yet; run npm run build first');
    return 1;
  }
  const ended = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve());
  await mkdir(options.workshopsFolder, { recursive: true });
  const served = await serveApp({
    bundleFolder: BUNDLE,
    workshopsFolder: options.workshopsFolder,
    settingsFolder: options.settingsFolder,
    port: options.port,
    limits: { idleMs: options.idleMinutes * 60_000 },
    onIdle: ended.resolve,
    log: (line) => err(`accord serve: ${line}`),
  });
  try {
    const opened = await openFirst(served, options);
    if (!opened.ok) {
      err(`accord serve: ${options.workshop ?? 'the demo'}: ${opened.error.detail}`);
      return 1;
    }
    // Once, to the person who started it: the address is good for one browser only.
    if (options.printUrl || !(await openBrowser(served.url))) out(`${served.url}\n`);
    await ended.promise;
    return 0;
  } finally {
    await served.close();
  }
}

export function readServeOptions(args: readonly string[]): Result<ServeOptions, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const given = parsed.value;
  if (given.demo === true && given.workshop !== undefined) return fail('give either --workshop FILE or --demo');
  const port = Number(given.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail(`--port: "${given.port}" is no port`);
  const idleMinutes = Number(given['idle-minutes'] ?? 30);
  if (!(idleMinutes > 0 && idleMinutes <= 10_000))
    return fail(`--idle-minutes: "${given['idle-minutes']}" is no number of minutes`);
  return ok({
    workshop: given.workshop ?? null,
    demo: given.demo ?? false,
    printUrl: given['print-url'] ?? false,
    port,
    workshopsFolder: resolve(given.workshops ?? join(homedir(), 'Accord')),
    settingsFolder: resolve(given.settings ?? settingsFolder()),
    idleMinutes,
  });
}

/** What the app shows first: the workshop that was named, the demo, or the start screen. */
async function openFirst(served: ServedApp, { workshop, demo }: ServeOptions): Promise<Reply<unknown>> {
  if (workshop !== null) return served.openWorkshop(workshop);
  return demo ? served.openDemo() : { ok: true, value: null };
}

function parse(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, strict: true }).values);
  } catch (thrown) {
    return fail(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

const OPTIONS = {
  workshop: { type: 'string' },
  demo: { type: 'boolean' },
  'print-url': { type: 'boolean' },
  port: { type: 'string' },
  workshops: { type: 'string' },
  settings: { type: 'string' },
  'idle-minutes': { type: 'string' },
} as const;
