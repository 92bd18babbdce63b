import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAPTOP, launchChromium, openPage, watchFaults } from '../support/real-chromium.ts';
import { type ServedForTest, serveForTest } from '../support/served-app.ts';
import { closeAndOpenAgain, firstDay } from './newcomer-journey.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/screens');

describe('a newcomer in the browser', () => {
  let served: ServedForTest;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];
  let left = '';

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    served = await serveForTest();
    browser = await launchChromium();
    page = await openPage(browser, LAPTOP);
    faults = watchFaults(page);
    await page.goto(served.url);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('tries the demo, moves levers, follows a lost lead and takes a step back', async () => {
    left = await firstDay(page);
    await page.screenshot({ path: resolve(import.meta.dirname, '../../docs/what-if.png') });
  });

  it('finds everything as it was left after closing and opening again', async () => {
    await closeAndOpenAgain(page, left);
  });

  it.each(['history', 'profile', 'rules', 'what-if', 'leads'])(
    'meets no obstacle and no cut text on %s, light and dark',
    async (screen) => {
      await page.goto(`${served.origin}/#${screen}`);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.getByRole('navigation').getByRole('link').first().waitFor();
        await page.waitForLoadState('networkidle');
        // The profile is counted first.
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.screenshot({ path: resolve(SHOTS, `${screen}-${scheme}-1280.png`) });
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await textFaults(page)).toEqual([]);
      }
    },
  );

  it('never saw an error, nor content that the policy refused', () => {
    expect(faults).toEqual([]);
    expect(served.log).toEqual([]);
  });
});
