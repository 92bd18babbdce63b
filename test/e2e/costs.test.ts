/** What leads cost, by clicking and typing only. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('what leads cost', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'History' }).click({ timeout: 60_000 });
  }, 60_000);
  afterAll(() => stage.close());

  const table = () => page.getByRole('table', { name: 'By source' });
  const total = () => table().locator('tfoot td');
  const cellsOf = (source: string) => table().getByRole('row').filter({ hasText: source }).locator('td');
  /** Without the blanks that part thousands. */
  const figure = async (cell: ReturnType<typeof total>) =>
    Number((await cell.textContent())?.replaceAll(/[^\d.]/gu, ''));
  const chooseFile = async (name: string, text: string) => {
    const path = join(stage.served.folder, name);
    writeFileSync(path, text);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Bring in a cost file …' }).click();
    await (await chooser).setFiles(path);
    await page.getByRole('heading', { name: 'A file of costs' }).waitFor();
  };

  it('is a part of the history, full at once in the demo', async () => {
    await page.getByRole('link', { name: 'What leads cost' }).click();
    await table().waitFor();
    for (const column of [0, 1, 2, 3, 4, 5, 6, 7]) expect(await figure(total().nth(column))).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  });

  it('keeps what is typed in to the cent, and figures at once', async () => {
    const before = await figure(total().first());
    const cell = page.getByRole('textbox', { name: /^Cost of .* in Mar/u }).first();
    const held = Number(await cell.inputValue());
    await cell.fill('1.200');
    await cell.press('Enter');
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await cell.fill('12.50');
    await cell.press('Enter');
    await expect.poll(() => figure(total().first())).toBe(before - held + 12.5);
    expect(await total().first().textContent()).toMatch(/\.50$/u);
    expect(await cell.inputValue()).toBe('12.50');
    await page.reload();
    await expect.poll(() => figure(total().first())).toBe(before - held + 12.5);
  });

  it('takes a source that no lead has, lists it, and takes a cost away again', async () => {
    const before = await figure(total().first());
    await page.getByRole('textbox', { name: 'Another source' }).fill('Billboards');
    await page.keyboard.press('Enter');
    const cell = page.getByRole('textbox', { name: /^Cost of Billboards in Jan/u });
    await cell.fill('99.50');
    await page.keyboard.press('Tab');
    await expect.poll(() => figure(total().first())).toBe(before + 99.5);
    await page.getByRole('heading', { name: '1 name that no lead has' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await cell.fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => figure(total().first())).toBe(before);
  });

  it('comes from a file to the cost per SQL, and nothing is added twice', async () => {
    const text = 'Channel;Month;Spend\nwebinar;2024-09;90.000,50\n;2024-09;7\nWebinar;soon;3\n';
    const [cost, perSql] = [await figure(cellsOf('Webinar').first()), await figure(cellsOf('Webinar').nth(7))];
    await chooseFile('spend.csv', text);
    const status = page.getByText('The accepted rows are 1 cost by name and month, 90 000.50 EUR in all.');
    await status.waitFor();
    await page.getByText('It is not said whom the money went to.').waitFor();
    await page.getByText('1 of 1 name in this file is the “source” of a lead').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring in', exact: true }).click();
    await page.getByRole('heading', { name: 'The costs are in the workshop' }).waitFor();
    await page.getByText('1 of them was known before and was replaced, 1 by another amount').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the rejected rows …' }).click();
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(
      'Line,Reason,Channel,Month,Spend\r\n3,It is not said whom the money went to.,,2024-09,7\r\n4,This is not written as a date.,Webinar,soon,3\r\n',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'See what leads cost' }).click();
    await expect.poll(() => figure(cellsOf('Webinar').first())).toBeGreaterThan(cost + 80_000);
    const [after, perSqlAfter] = [await figure(cellsOf('Webinar').first()), await figure(cellsOf('Webinar').nth(7))];
    expect(perSqlAfter).toBeGreaterThan(perSql);
    await chooseFile('spend.csv', text);
    await page.getByRole('button', { name: 'Bring in', exact: true }).click();
    await page.getByText('1 of them was known before and was replaced, 0 by another amount').waitFor();
    await page.getByRole('button', { name: 'See what leads cost' }).click();
    await expect.poll(() => figure(cellsOf('Webinar').first())).toBe(after);
    expect(await figure(cellsOf('Webinar').nth(7))).toBe(perSqlAfter);
  });

  it('asks for columns and forms that the file does not tell, by keyboard', async () => {
    await chooseFile('two-ways.csv', 'Who,When,Cost\nWebinar,03/04/2025,1.500\n');
    const run = page.getByRole('button', { name: 'Bring in', exact: true });
    expect(await run.isDisabled()).toBe(true);
    const choose = async (label: string, option: string) => {
      await page.getByLabel(label).focus();
      await page.getByLabel(label).selectOption({ label: option });
    };
    await choose('Source or campaign', 'Who');
    await choose('Month or date', 'When');
    await page.getByText('Choose how amounts are written: “1.500” on line 2').waitFor();
    await choose('Amounts are written', 'decimal comma');
    await page.getByText('Choose how dates are written: “03/04/2025” on line 2').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await choose('Dates are written', 'day first');
    await page.getByText('The accepted rows are 1 cost by name and month, 1 500 EUR in all.').waitFor();
    expect(await run.isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await table().waitFor();
  });

  it('says before a file is brought in that another attribute has its names, and takes that one at a click', async () => {
    await chooseFile('countries.csv', 'Campaign;Month;Spend\nDE;2025-01;5\nAtlantis;2025-01;5\n');
    await page.getByText('0 of 2 names in this file are the “source” of a lead').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take “country”, which holds 1 of them' }).press('Enter');
    await page.getByText('1 of 2 names in this file are the “country” of a lead').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('table', { name: 'By country' }).waitFor();
    await page.getByLabel('Costs are by').selectOption({ index: 0 });
    await table().waitFor();
  });

  it('can be by another attribute, and says which names no lead has then', async () => {
    await page.getByLabel('Costs are by').selectOption({ label: 'country' });
    await page.getByRole('table', { name: 'By country' }).waitFor();
    await page.getByRole('heading', { name: 'names that no lead has' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Costs are by').selectOption({ index: 0 });
    await table().waitFor();
    expect(faults).toEqual([]);
  });
});
