/** The loopback host with a page of Chromium signed in: fetch, uploads, server-sent events. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { PickedFile, PickPurpose } from '../../api/bridge.ts';
import type { Reply } from '../../api/reply.ts';
import { serveApp } from '../../cli/serve/serve-app.ts';
import { launchChromium } from '../support/real-chromium.ts';
import { callsOf, heardEvents, type StartTransport } from './transport.ts';

export const startLoopback: StartTransport = async ({ settingsFolder, workshopsFolder }) => {
  const served = await serveApp({
    bundleFolder: resolve(import.meta.dirname, '../../dist/renderer'),
    workshopsFolder,
    settingsFolder,
    log: () => undefined,
  });
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(served.url);
  await page.evaluate(listen);
  const call = (method: string, input: unknown) => page.evaluate(post, JSON.stringify({ method, input }));
  return {
    ...callsOf(call),
    pickNewWorkshop: async (suggestedName) => pickedOf(await call('shell.pickNewWorkshop', { suggestedName })),
    choose: async (purpose, paths) => {
      const picked: PickedFile[] = [];
      for (const path of paths) picked.push(await upload(page, purpose, path));
      return picked;
    },
    events: heardEvents(page),
    stop: async () => {
      await browser.close();
      await served.close();
    },
  };
};

/** A folder's files one after the other, as the browser sends them; all have the folder's token. */
async function upload(page: Page, purpose: PickPurpose, path: string): Promise<PickedFile> {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  let picked: PickedFile | undefined;
  for (const file of files) {
    const query = new URLSearchParams({ purpose, name: basename(file), batch: basename(path) });
    const reply = await page.evaluate(send, {
      address: `/upload?${query}`,
      base64: readFileSync(file).toString('base64'),
    });
    picked = pickedOf(reply);
  }
  if (picked === undefined) throw new Error(`${path} has no file`);
  return picked;
}

function pickedOf(reply: Reply<unknown>): PickedFile {
  if (!reply.ok) throw new Error(reply.error.detail);
  return reply.value as PickedFile;
}

// What follows runs in the page.

const listen = (): Promise<void> =>
  new Promise((hearing) => {
    const heard: unknown[] = [];
    Reflect.set(window, '__heard', heard);
    const source = new EventSource('/events');
    source.addEventListener('open', () => hearing());
    source.addEventListener('message', (message: MessageEvent<string>) => heard.push(JSON.parse(message.data)));
  });

const post = async (body: string): Promise<Reply<unknown>> => {
  const headers = { 'content-type': 'application/json', 'x-accord': '1' };
  const response = await fetch('/call', { method: 'POST', headers, body });
  return (await response.json()) as Reply<unknown>;
};

const send = async ({
  address,
  base64,
}: {
  readonly address: string;
  readonly base64: string;
}): Promise<Reply<unknown>> => {
  const body = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const response = await fetch(address, { method: 'POST', headers: { 'x-accord': '1' }, body });
  return (await response.json()) as Reply<unknown>;
};
