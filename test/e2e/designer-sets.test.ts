/** Several rule sets in one workshop, each for some of the leads, by hand. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('several rule sets', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: 'Try it with a demo' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Rules' }).click({ timeout: 60_000 });
    await page.locator('.rule-row').first().waitFor();
  }, 90_000);
  afterAll(() => stage.close());

  const sets = () => page.getByRole('region', { name: 'Scenarios in this workshop' });
  const scope = () => page.getByRole('region', { name: 'For which leads' });
  const counted = async () =>
    Number(
      (
        await scope()
          .getByText(/counted$/u)
          .textContent()
      )?.replaceAll(/\D/gu, ''),
    );
  const reached = async () => (await page.locator('.ruler-label').first().textContent()) ?? '';
  const radio = (name: string) => sets().getByRole('radio', { name: new RegExp(`^${name} \\d+ rule`, 'u') });

  it('count the leads of their scope only, say how many, and undo it', async () => {
    const all = await counted();
    const mqls = await reached();
    expect(all).toBeGreaterThan(4_000);
    await scope().getByRole('button', { name: 'Only for some leads' }).click();
    await scope().getByRole('combobox', { name: 'What lead condition 1 reads' }).fill('country');
    await scope().getByRole('combobox', { name: 'Test of lead condition 1' }).selectOption({ label: 'is' });
    const value = scope().getByLabel('Value of lead condition 1').first();
    await value.click();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('DE');
    await page.keyboard.press('Enter');
    // The values on offer close when the field is left.
    await value.blur();
    await expect.poll(() => page.locator('[data-scrollarea-viewport]:visible').count()).toBe(0);
    await expect.poll(counted).toBeLessThan(all / 2);
    const inGermany = await counted();
    expect(inGermany).toBeGreaterThan(0);
    await expect.poll(reached).not.toBe(mqls);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Undo/u }).click();
    await expect.poll(counted).toBe(all);
    await page.getByRole('button', { name: /^Redo/u }).click();
    await expect.poll(counted).toBe(inGermany);
  });

  it('are added as a copy or blank, and each comes back to the table with its own scope', async () => {
    const inGermany = await counted();
    await sets().getByRole('button', { name: 'Copy of this one' }).click();
    await radio('Joint draft 2').waitFor();
    await expect.poll(() => radio('Joint draft 2').isChecked()).toBe(true);
    await page.getByRole('banner').getByText('Joint draft 2').waitFor();
    await scope().getByRole('button', { name: 'Remove lead condition 1' }).click();
    await expect.poll(counted).toBeGreaterThan(inGermany * 2);
    await radio('Joint draft').focus();
    await page.keyboard.press('Space');
    await expect.poll(counted).toBe(inGermany);
    await sets().getByRole('button', { name: 'Blank scenario' }).click();
    await expect.poll(() => radio('New scenario').isChecked()).toBe(true);
    await expect.poll(() => page.locator('.rule-row').count()).toBe(0);
  });

  it('are taken off the list and brought back; the one on the table is not', async () => {
    expect(await sets().getByRole('button', { name: 'Remove New scenario', exact: true }).count()).toBe(0);
    await sets().getByRole('button', { name: 'Remove Joint draft 2', exact: true }).click();
    const back = sets().getByRole('button', { name: 'Bring back Joint draft 2' });
    await back.waitFor();
    expect(await radio('Joint draft 2').isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await back.press('Enter');
    await expect.poll(() => radio('Joint draft 2').isEnabled()).toBe(true);
    await radio('Joint draft').click();
    await expect.poll(() => radio('Joint draft').isChecked()).toBe(true);
    await page.locator('.rule-row').first().waitFor();
    expect(faults).toEqual([]);
  });
});
