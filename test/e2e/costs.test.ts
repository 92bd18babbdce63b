/** What leads cost, by clicking and typing only. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAPTOP, launchChromium, openPage, watchFaults } from '../support/real-chromium.ts';
import { type ServedForTest, serveForTest } from '../support/served-app.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('what leads cost', () => {
  let served: ServedForTest;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    served = await serveForTest();
    browser = await launchChromium();
    page = await openPage(browser, LAPTOP);
    faults = watchFaults(page);
    await page.goto(served.url);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'History' }).click({ timeout: 60_000 });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const total = () => page.getByRole('table', { name: 'By source' }).locator('tfoot td');

  it('is a part of the history, keeps what is typed in, and figures at once', async () => {
    await page.getByRole('link', { name: 'What leads cost' }).click();
    const cell = page.getByRole('textbox', { name: /^Cost of .* in Mar/u }).first();
    await cell.fill('1.200');
    await cell.press('Enter');
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    expect(await total().first().textContent()).toBe('–');
    await cell.fill('1200.50');
    await cell.press('Enter');
    await expect.poll(() => total().first().textContent()).toMatch(/^1\D201$/u);
    expect(await total().nth(2).textContent()).toMatch(/\d/u);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => total().first().textContent()).toMatch(/^1\D201$/u);
  });

  it('takes a source that no lead has, and takes a cost away again', async () => {
    await page.getByRole('textbox', { name: 'Another source' }).fill('Billboards');
    await page.keyboard.press('Enter');
    const cell = page.getByRole('textbox', { name: /^Cost of Billboards in Jan/u });
    await cell.fill('99.50');
    await page.keyboard.press('Tab');
    await expect.poll(() => total().first().textContent()).toMatch(/^1\D300$/u);
    await cell.fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => total().first().textContent()).toMatch(/^1\D201$/u);
    expect(faults).toEqual([]);
  });
});
