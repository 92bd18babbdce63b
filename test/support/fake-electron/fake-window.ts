/** A BrowserWindow whose content is a page of real Chromium: the app's protocol handler answers all of its requests. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Page, Request as PageRequest, Route } from 'playwright-core';
import { app } from './fake-app.ts';
import { launchBrowser } from './fake-browser.ts';
import { preloadScript } from './preload-script.ts';
import { record } from './record.ts';

export interface FakeWindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

interface Frame {
  readonly url: string;
}

/** Chromium refuses an unknown scheme before any interception: app://bundle/ is shown as http://bundle.app.localhost/, a secure context too. */
const toShown = (url: string): string =>
  url.replace(/^([a-z]+):\/\/([^/]+)/, (whole, scheme: string, host: string) =>
    record.protocolByScheme.has(scheme) ? `http://${host}.${scheme}.localhost` : whole,
  );
const toReal = (url: string): string =>
  url.replace(/^http:\/\/([^/.]+)\.([a-z]+)\.localhost/, (whole, host: string, scheme: string) =>
    record.protocolByScheme.has(scheme) ? `${scheme}://${host}` : whole,
  );

class FakeWebContents extends EventEmitter {
  readonly window: BrowserWindow;
  readonly mainFrame: Frame;
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null;

  constructor(window: BrowserWindow) {
    super();
    this.window = window;
    this.mainFrame = {
      get url() {
        return window.page === null ? '' : toReal(window.page.url());
      },
    };
  }

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const { page } = this.window;
    if (page === null || page.isClosed()) return;
    // A page on its way out hears nothing, as in Electron.
    page
      .evaluate(
        ([name, values]) =>
          (Reflect.get(globalThis, '__fakeEmit') as ((name: string, values: readonly unknown[]) => void) | undefined)?.(
            name,
            values,
          ),
        [channel, args] as const,
      )
      .catch(() => undefined);
  }

  getURL(): string {
    return this.mainFrame.url;
  }
}

const MUST_BE_FALSE = [
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
];
const MUST_BE_TRUE = ['contextIsolation', 'sandbox', 'webSecurity'];

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows(): readonly BrowserWindow[] {
    return [...BrowserWindow.all];
  }

  readonly webContents: FakeWebContents;
  readonly options: FakeWindowOptions;
  /** Resolves when the first page has loaded. */
  readonly shown: Promise<Page>;
  page: Page | null = null;
  readonly #opened: Promise<Page>;
  readonly #resolveShown: (page: Page) => void;

  constructor(options: FakeWindowOptions = {}) {
    super();
    const preferences = options.webPreferences ?? {};
    for (const name of MUST_BE_FALSE) if (preferences[name]) throw new Error(`insecure webPreferences: ${name}`);
    for (const name of MUST_BE_TRUE)
      if (preferences[name] === false) throw new Error(`insecure webPreferences: ${name}`);
    this.options = options;
    this.webContents = new FakeWebContents(this);
    const shown = Promise.withResolvers<Page>();
    this.shown = shown.promise;
    this.#resolveShown = shown.resolve;
    BrowserWindow.all.push(this);
    this.#opened = this.#open(preferences['preload']);
  }

  async #open(preload: unknown): Promise<Page> {
    const chromiumBrowser = await launchBrowser();
    const { width = 800, height = 600 } = this.options;
    const context = await chromiumBrowser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    const page = await context.newPage();
    this.page = page;
    await context.route('**/*', fulfil);
    await page.exposeBinding('__fakeInvoke', async ({ frame }, channel: string, args: readonly unknown[]) => {
      const isMain = frame === page.mainFrame();
      return this.#invoke(channel, args, isMain ? this.webContents.mainFrame : { url: toReal(frame.url()) });
    });
    if (typeof preload === 'string')
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
    page.on('close', () => {
      BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1);
      this.emit('closed');
      if (BrowserWindow.all.length === 0) app.emit('window-all-closed');
    });
    return page;
  }

  async #invoke(channel: string, args: readonly unknown[], senderFrame: Frame) {
    const handler = record.handlerByChannel.get(channel);
    if (handler === undefined) return { error: `No handler registered for '${channel}'` };
    try {
      // As real IPC: what cannot be cloned must not pass here either.
      return { value: structuredClone(await handler({ sender: this.webContents, senderFrame }, ...args)) };
    } catch (thrown) {
      return { error: String(thrown) };
    }
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#opened;
    await page.goto(toShown(url));
    this.emit('ready-to-show');
    this.#resolveShown(page);
  }

  show(): void {
    record.calls.push('window.show');
  }
  focus(): void {
    record.calls.push('window.focus');
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }
  async close(): Promise<void> {
    await (await this.#opened).close();
  }
}

/** Nothing but the app's own schemes is answered: the app makes no request to the network. */
async function fulfil(route: Route, request: PageRequest): Promise<void> {
  const url = toReal(request.url());
  const handler = record.protocolByScheme.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) {
    record.blockedRequests.push(url);
    await route.abort('blockedbyclient');
    return;
  }
  const response = await handler(new Request(url, { method: request.method() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
