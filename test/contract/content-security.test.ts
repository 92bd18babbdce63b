import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedApp, serveApp } from '../../cli/serve/serve-app.ts';

describe('the content security policy, in real Chromium', () => {
  let folder: string;
  let served: ServedApp;
  let browser: Browser;
  let page: Page;
  let violations: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'accord-policy-'));
    mkdirSync(join(folder, 'workshops'));
    served = await serveApp({
      bundleFolder: resolve(import.meta.dirname, '../../dist/renderer'),
      workshopsFolder: join(folder, 'workshops'),
      settingsFolder: join(folder, 'settings'),
      log: () => undefined,
    });
    browser = await chromium.launch({
      executablePath: process.env['ACCORD_CHROMIUM'] || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    page = await browser.newPage();
    violations = [];
    await page.exposeFunction('reportViolation', (directive: string) => violations.push(directive));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        (Reflect.get(window, 'reportViolation') as (directive: string) => void)(event.effectiveDirective);
      });
    });
    await page.goto(served.url);
    await page.locator('#root button').first().waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not in the way of the screens', () => {
    expect(violations).toEqual([]);
  });

  it('stops a script that somebody planted in the page', async () => {
    const before = violations.length;
    await page.evaluate(() => {
      const planted = document.createElement('script');
      planted.append('window.planted = true');
      document.body.append(planted);
    });
    await expect.poll(() => violations.slice(before)).not.toEqual([]);
    expect(await page.evaluate(() => Reflect.has(window, 'planted'))).toBe(false);
  });

  it.each([
    [
      'a style that somebody planted',
      'style-src-elem',
      (): void => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' })),
    ],
    [
      'markup made from text',
      'require-trusted-types-for',
      (): void => {
        try {
          document.body.innerHTML = '<p>';
        } catch {
          /* refused, as it should be */
        }
      },
    ],
    ['a request elsewhere', 'connect-src', (): void => void fetch('https://example.org/').catch(() => undefined)],
  ] as const)('stops %s', async (_, directive, plant) => {
    const before = violations.length;
    await page.evaluate(plant);
    await expect.poll(() => violations.slice(before)).toContain(directive);
  });
});
