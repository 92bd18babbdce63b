/** Leads by grade, by clicking and typing only: a cell makes a level, and the What-if agrees with the sum of what is outlined. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('leads by grade', () => {
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
  const settled = () => page.locator('.grid-view [aria-busy="false"]').waitFor({ timeout: 30_000 });
  const numberIn = (text: string): number => Number(text.replaceAll(/\D/gu, ''));
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  const leadsIn = async (cells: string): Promise<readonly number[]> => {
    await settled();
    return (await page.locator(`${cells} .grade-figures > :first-child`).allTextContents()).map(numberIn);
  };
  const meaning = () => page.locator('.grid-means');
  const cell = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `, 'u') });
  const cutOff = (dimension: string, grade: string) =>
    page.getByRole('textbox', { name: `${dimension}: least points for ${grade}` });
  const reachedInWhatIf = async (): Promise<number> => {
    await goTo('What-if');
    await page.locator('.what-if-stage[aria-busy="false"]').waitFor({ timeout: 60_000 });
    const reached = numberIn((await page.locator('.headline-value .hint').first().textContent()) ?? '');
    await goTo('Rules');
    await settled();
    return reached;
  };

  it('stand in the place of the list, each lead in one cell', async () => {
    await page.getByRole('button', { name: 'Grid', exact: true }).focus();
    await page.keyboard.press('Enter');
    const cells = await leadsIn('.grade-cell');
    expect(cells).toHaveLength(16);
    const sums = await leadsIn('td.grade-sum');
    expect(sums).toHaveLength(9);
    // Four rows, four columns, and all: each lead once in each of the three.
    expect(sumOf(sums)).toBe(3 * sumOf(cells));
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Grid');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  });

  it('make a level of a cell, and the What-if reaches the leads of what is outlined', async () => {
    const reachedBefore = await reachedInWhatIf();
    const words = (await meaning().textContent()) ?? '';
    await cell('B2').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.grade-cell.whole').count()).toBe(4);
    expect(await page.locator('.grade-cell.part').count()).toBe(0);
    const held = sumOf(await leadsIn('.grade-cell.whole'));
    const reached = await reachedInWhatIf();
    // Grid and What-if read the same leads up to the same horizons. A level wants both minimums at one moment, a cell the
    // best of each, so in general fewer reach the level. The demo's Profile has rules on the lead only and never moves:
    // whoever has the behaviour has both, and nobody is missing.
    expect(reached).toBeLessThanOrEqual(held);
    expect(reached).toBe(held);
    await page.getByRole('button', { name: /^Undo/u }).click();
    await expect.poll(() => meaning().textContent()).toBe(words);
    expect(await reachedInWhatIf()).toBe(reachedBefore);
  });

  it('leave the other levels alone', async () => {
    await page.getByRole('group', { name: 'Level' }).getByRole('button', { name: 'Hot' }).click();
    await cell('A1').click();
    await expect.poll(() => page.locator('.grade-cell.whole').count()).toBe(1);
    expect(await meaning().textContent()).toContain('Hot means: ');
    await page.getByRole('group', { name: 'Level' }).getByRole('button', { name: 'MQL' }).click();
    await expect.poll(() => meaning().textContent()).toContain('at least 52 in all');
    await page.getByRole('button', { name: /^Undo/u }).click();
  });

  it('follow cut-offs as they are typed, and say what is wrong with one', async () => {
    const before = await leadsIn('.grade-cell');
    const proposed = await cutOff('Behaviour', '1').inputValue();
    await cutOff('Behaviour', '1').fill('60');
    await expect.poll(() => leadsIn('.grade-cell')).not.toEqual(before);
    const after = await leadsIn('.grade-cell');
    expect(sumOf(after)).toBe(sumOf(before));
    expect(after[0] ?? 0).toBeLessThan(before[0] ?? 0);
    await cutOff('Behaviour', '2').fill('70');
    await page.getByText('Must be less than 60').waitFor();
    expect(await leadsIn('.grade-cell')).toEqual(after);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Propose cut-offs' }).click();
    await expect.poll(() => cutOff('Behaviour', '1').inputValue()).toBe(proposed);
    await expect.poll(() => leadsIn('.grade-cell')).toEqual(before);
  });

  it('are there without a history too, and a level can be made', async () => {
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('menuitem', { name: 'Close this workshop' }).click();
    await page.getByRole('button', { name: 'New workshop …' }).click();
    await goTo('Rules');
    await page.getByRole('button', { name: 'Grid', exact: true }).click();
    expect(sumOf(await leadsIn('.grade-cell'))).toBe(0);
    await page.locator('.grid-view').getByRole('link', { name: 'Bring in a history' }).waitFor();
    const words = await meaning().textContent();
    await page.locator('.grade-cell button').first().click();
    await expect.poll(() => meaning().textContent()).not.toBe(words);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
