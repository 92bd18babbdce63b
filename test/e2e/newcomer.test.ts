import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { closeAndOpenAgain, firstDay } from './newcomer-journey.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/screens');

describe('a newcomer in the browser', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];
  let left = '';

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    stage = await openServedPage();
    ({ page, faults } = stage);
  });
  afterAll(() => stage.close());

  it('tries the demo, moves levers, follows a lost lead and takes a step back', async () => {
    left = await firstDay(page);
    // The guide's picture shows what follows when a lever rests, too.
    await page.locator('.more-row[aria-busy="false"]').waitFor();
    await page.locator('.swap tbody tr').first().waitFor();
    await page.screenshot({ path: resolve(import.meta.dirname, '../../docs/what-if.png') });
  });

  it('finds everything as it was left after closing and opening again', async () => {
    await closeAndOpenAgain(page, left);
  });

  it.each(['history', 'profile', 'rules', 'what-if', 'leads'])(
    'meets no obstacle and no cut text on %s, light and dark',
    async (screen) => {
      await page.goto(`${stage.served.origin}/#${screen}`);
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
    expect(stage.served.log).toEqual([]);
  });
});
