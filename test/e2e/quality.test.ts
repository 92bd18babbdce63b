/** What the data can carry, by clicking only: findings, their details, and an attribute that is kept out of rules. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('what the data can carry', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await goTo('History');
  }, 60_000);
  afterAll(() => stage.close());

  const goTo = (screen: string) =>
    page.getByRole('navigation').first().getByRole('link', { name: screen }).click({ timeout: 60_000 });
  const quiet = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };

  it('is a part of the history with an address of its own, and lists the leak first', async () => {
    await page.getByRole('link', { name: 'What the data can carry' }).click();
    const first = page.getByRole('region', { name: 'Could change the conclusions' }).getByRole('listitem').first();
    await first.getByRole('button', { name: '“sales_owner” may hold the outcome' }).waitFor();
    expect(page.url()).toMatch(/#history\/quality$/u);
    await quiet();
  });

  it('opens a finding by the keyboard, and an example leads to its lead and back', async () => {
    const finding = page.getByRole('button', { name: 'Never worked by sales' });
    await finding.focus();
    await page.keyboard.press('Enter');
    expect(await finding.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('table').filter({ hasText: 'Share' }).first().waitFor();
    await quiet();
    await page.getByRole('region', { name: 'Examples' }).getByRole('link').first().click();
    await expect.poll(() => page.url()).toContain('#leads/');
    await page.goBack();
    await page.getByRole('heading', { name: 'Could change the conclusions' }).waitFor();
  });

  it('keeps an attribute out of rules, warns wherever a rule reads it, and allows it again', async () => {
    await goTo('Rules');
    await page.getByRole('button', { name: 'Add a rule in Profile' }).first().click();
    const attribute = page.getByRole('combobox', { name: 'What lead condition 1 reads' });
    await attribute.fill('sales_owner');
    await attribute.press('Tab');
    await goTo('History');
    await page.getByRole('link', { name: 'What the data can carry' }).click();
    await page.getByText('A rule of this scenario reads it').waitFor();
    await page.getByRole('button', { name: 'Keep out of rules: sales_owner' }).click();
    await page.getByRole('button', { name: 'Allow again: sales_owner' }).waitFor();
    await goTo('Rules');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Reads what is kept out of rules: sales_owner' })
      .getByRole('button', { name: 'New rule', exact: true })
      .click();
    await page.getByText('The rule counts all the same.').waitFor();
    await quiet();
    await page.getByRole('link', { name: 'What the data can carry' }).click();
    await page.getByRole('button', { name: 'Allow again: sales_owner' }).click();
    await page.getByRole('button', { name: 'Keep out of rules: sales_owner' }).waitFor();
    await goTo('Rules');
    expect(await page.getByText('Reads what is kept out of rules').count()).toBe(0);
  });

  it('says no error on the console', () => {
    expect(faults).toEqual([]);
  });
});
