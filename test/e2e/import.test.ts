/** Real exports through the screen, by clicking only, with the exact counts of data/README.md; and files that are none. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicFile } from '../support/public-file.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { chooseFiles, openEmptyHistory } from './new-history.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');

describe('an import through the screen', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('heading', { name: 'Agree on what a qualified lead is' }).waitFor();
  });
  afterAll(() => stage.close());

  const newWorkshop = () => openEmptyHistory(page);
  const openCsv = (path: string) => chooseFiles(page, 'Open CSV or Excel files …', [path]);
  const bringIn = async (file: string, mapping: string): Promise<void> => {
    await openCsv(publicFile(file));
    await page.getByRole('heading', { name: 'What do the columns mean?' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Load a mapping' }).click();
    await (await chooser).setFiles(resolve(MAPPINGS, mapping));
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  /** Read, accepted, rejected, duplicate of a table, as the report writes them. */
  const counts = async (table: string): Promise<readonly number[]> => {
    const row = page.getByRole('row').filter({ has: page.getByText(table, { exact: true }) });
    const cells = await row.getByRole('cell').allTextContents();
    return cells.map((cell) => Number(cell.replaceAll(/\D/gu, ''))).slice(-4);
  };

  it('brings in X Education', async () => {
    await newWorkshop();
    await bringIn('x-education/Leads.csv', 'x-education.json');
    expect(await counts('Leads')).toEqual([9_240, 9_240, 0, 0]);
    expect(await counts('Stages')).toEqual([9_240, 9_240, 0, 0]);
  });

  it('brings in Olist, leads first and then the deals that join them', async () => {
    await newWorkshop();
    await bringIn('olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json');
    expect(await counts('Leads')).toEqual([8_000, 8_000, 0, 0]);
    await page.getByText('See the history').click();
    await bringIn('olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json');
    expect(await counts('Stages')).toEqual([842, 842, 0, 0]);
  });

  it('brings in the Zoho leads as they are: how their dates are written is found', async () => {
    await newWorkshop();
    await openCsv(publicFile('zoho-crm-demo/Leads.csv'));
    const form = page.getByLabel('How Created Time is written');
    await form.waitFor();
    expect(await form.inputValue()).toBe('dates.plain');
    await page.getByText('Recognised by its headings: Zoho CRM leads.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await page.getByRole('paragraph').filter({ hasText: '15 Apr, 2021 00:03:00 is 2021-04-15T00:03:00' }).waitFor();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
    expect(await counts('Leads')).toEqual([3_900, 3_900, 0, 0]);
  });

  it('asks how dates are written that can be read in two ways', async () => {
    await newWorkshop();
    const path = join(stage.served.folder, 'two-ways.csv');
    writeFileSync(path, 'Id,Created,Source\nA1,03/04/2021,Select\nA2,05/04/2021,Web\n');
    await openCsv(path);
    const run = page.getByRole('button', { name: 'Bring it in' });
    await page.getByText('Say how the dates of “Created” are written: the rows do not tell.').waitFor();
    expect(await run.isDisabled()).toBe(true);
    await page.getByText('No row tells how: 03/04/2021 in line 2 can be read in more than one way.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    const form = page.getByLabel('How Created is written');
    await form.focus();
    await form.selectOption({ label: 'Date, day / month / year: 03/04/2021 is 2021-04-03' });
    expect(await run.isEnabled()).toBe(true);
    await run.click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
    expect(await counts('Leads')).toEqual([2, 2, 0, 0]);
  });

  it('refuses a file that is no table, says what is safe, and changes nothing', async () => {
    await newWorkshop();
    await openCsv(resolve(import.meta.dirname, '../../docs/what-if.png'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/changed/iu);
    expect(await page.getByRole('button', { name: 'Bring it in' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Remove what-if.png' }).click();
    await page.getByRole('button', { name: 'Open CSV or Excel files …' }).waitFor();
  });

  it('says no error on the console', () => {
    expect(faults).toEqual([]);
  });
});
