/** What each rule does, by clicking and typing only: figures that follow the edits and agree with the What-if, and repairs. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const RULE = 'Asks for a quote';

describe('what each rule does', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await goTo('Rules');
  }, 60_000);
  afterAll(() => stage.close());

  const goTo = (screen: string) =>
    page.getByRole('navigation').first().getByRole('link', { name: screen }).click({ timeout: 60_000 });
  const does = () => page.getByRole('region', { name: 'What it does' });
  const numberIn = (text: string): number => Number(text.replaceAll(/\D/gu, ''));
  /** The figures of the rules as they stand: nothing in the editor is of before the last change. */
  const settled = async (): Promise<void> => {
    await does().locator('.effects[aria-busy="false"]').waitFor({ timeout: 30_000 });
    await expect.poll(() => does().locator('.older').count()).toBe(0);
    await expect.poll(() => does().getByText('Replaying without this rule').count()).toBe(0);
  };
  const brings = async (): Promise<number> => {
    await settled();
    return numberIn((await does().getByText('only this rule brings').locator('b').first().textContent()) ?? '');
  };
  const pointsInAll = async (): Promise<number> => {
    await settled();
    return numberIn((await does().locator('dd', { hasText: 'points in all' }).locator('b').textContent()) ?? '');
  };
  const reachedInWhatIf = async (): Promise<number> => {
    await goTo('What-if');
    await page.locator('.what-if-stage[aria-busy="false"]').waitFor({ timeout: 60_000 });
    const reached = numberIn((await page.locator('.headline-value .hint').first().textContent()) ?? '');
    await page.goBack();
    await does().waitFor();
    return reached;
  };
  const setPoints = async (points: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Points', exact: true }).fill(points);
    await page.getByRole('textbox', { name: 'Points', exact: true }).press('Enter');
  };

  it('follows an edit, and agrees with the What-if when the rule is switched off', async () => {
    await page.getByRole('button', { name: RULE, exact: true }).click();
    const withForty = await brings();
    const inAll = await pointsInAll();
    const reached = await reachedInWhatIf();
    expect(withForty).toBeGreaterThan(0);

    await setPoints('20');
    await expect.poll(pointsInAll).toBe(inAll / 2);
    const withTwenty = await brings();
    expect(withTwenty).toBeLessThan(withForty);
    const reachedWithTwenty = await reachedInWhatIf();

    await page.getByRole('checkbox', { name: `${RULE} counts` }).uncheck();
    await does().getByText('The rule is switched off').waitFor();
    const without = await reachedInWhatIf();
    expect(reached - withForty).toBe(without);
    expect(reachedWithTwenty - withTwenty).toBe(without);
    await page.getByRole('checkbox', { name: `${RULE} counts` }).check();
  });

  it('stands in the list too, in words for the ear and on focus for the eye', async () => {
    await settled();
    await page.getByRole('button', { name: RULE, exact: true }).focus();
    await page.keyboard.press('Tab');
    const mark = page.getByRole('button', { name: new RegExp(`^${RULE}: .* leads touched`, 'u') });
    await expect.poll(() => mark.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('tooltip').getByText('known became SQLs').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  });

  it('warns of a short text within words, and mends it by the keyboard', async () => {
    await page.getByRole('button', { name: 'Decides', exact: true }).click();
    await page.getByLabel('Test of lead condition 1').selectOption('contains');
    const warning = does().getByText('is found in the midst of words too');
    await warning.waitFor();
    await does().getByRole('button', { name: 'Whole words only' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => warning.count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Undo/u }).click();
    await warning.waitFor();
  });

  it('says what to do where there is no history', async () => {
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('menuitem', { name: 'Close this workshop' }).click();
    await page.getByRole('button', { name: 'New workshop …' }).click();
    await goTo('Rules');
    await page.getByRole('button', { name: 'Add a rule in Profile' }).first().click();
    await does().getByRole('link', { name: 'Bring in a history' }).click();
    await expect.poll(() => page.url()).toContain('#history/import');
    expect(faults).toEqual([]);
  });
});
