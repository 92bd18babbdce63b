/** After an import, by clicking only: rejected rows are saved, mended and brought in again; what the workshop held otherwise is taken. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const created = (index: number) => (index % 20 === 7 ? 'soon' : `2025-0${1 + (index % 9)}-11`);
const leadsCsv = (count: number, country: (index: number) => string): string =>
  ['Lead ID,Created,Note,Country']
    .concat(Array.from({ length: count }, (_, index) => `L-${index},${created(index)},"=1+1, ""ż""",${country(index)}`))
    .join('\n');
const CALLS = 'Lead ID,At,Type\nL-1,2025-03-01,Call\nL-1,2025-03-02,Call\nL-7,2025-03-02,Call\nL-2,2025-03-04,Call\n';

describe('the report of an import', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: 'New workshop …' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  });
  afterAll(() => stage.close());

  const bringIn = async (button: string, textByName: Readonly<Record<string, string>>): Promise<void> => {
    const overview = page.getByRole('button', { name: 'See the history' });
    if (await overview.isVisible()) await overview.click();
    const paths = Object.entries(textByName).map(([name, text]) => {
      const path = join(stage.served.folder, name);
      writeFileSync(path, text);
      return path;
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open CSV or Excel files …' }).click();
    await (await chooser).setFiles(paths);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };
  const figuresOf = async (region: string, heading: string): Promise<readonly number[]> => {
    const row = page.getByRole('table', { name: region }).getByRole('row').filter({ hasText: heading });
    const cells = await row.locator('td.number').allTextContents();
    return cells.map((cell) => Number(cell.replaceAll(/\D/gu, '')));
  };
  const save = async (file: string): Promise<{ readonly name: string; readonly text: string }> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save as CSV to mend: ${file}` }).press('Enter');
    const saved = await download;
    await page.getByText(`Saved as ${saved.suggestedFilename()}.`).waitFor();
    return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
  };

  it('saves what was rejected of each file, which comes in again when it is mended', async () => {
    await bringIn('Bring in 2 files', { 'Contacts.csv': leadsCsv(60, () => 'PL'), 'Calls.csv': CALLS });
    const byFile = 'What became of the rows of each file';
    expect(await figuresOf(byFile, 'Contacts.csv')).toEqual([60, 57, 3, 0]);
    expect(await figuresOf(byFile, 'Calls.csv')).toEqual([4, 3, 1, 0]);
    const contacts = await save('Contacts.csv');
    const calls = await save('Calls.csv');
    expect([contacts.name, calls.name]).toEqual(['Contacts-rejected.csv', 'Calls-rejected.csv']);
    expect(contacts.text).toContain('soon,"=1+1, ""ż""",PL\r\n');
    await bringIn('Bring in 2 files', {
      [contacts.name]: contacts.text.replaceAll(',soon,', ',2025-01-02,'),
      [calls.name]: calls.text,
    });
    expect(await figuresOf(byFile, contacts.name)).toEqual([3, 3, 0, 0]);
    expect(await figuresOf(byFile, calls.name)).toEqual([1, 1, 0, 0]);
    await page.getByText('Every row was accepted or was there already.').waitFor();
  });

  it('lists what the workshop held otherwise, and takes the file’s cells once that is wanted', async () => {
    const totals = 'What became of the rows';
    await bringIn('Bring it in', {
      'Contacts.csv': leadsCsv(62, (index) => (index % 2 === 0 ? '' : 'PL')).replaceAll('soon', '2025-01-02'),
    });
    // The note and the date are as they were.
    expect(await figuresOf(totals, 'Leads')).toEqual([62, 2, 0, 60, 30]);
    const list = page.getByRole('region', { name: 'Held otherwise by the workshop' });
    await list.getByText('30 rows stayed as the workshop held them.').waitFor();
    expect(await list.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual([
      'Leads',
      'Country',
      'PL',
      'empty',
      'Contacts.csv',
      '2',
    ]);
    await list.getByRole('button', { name: 'Next rows' }).press('Enter');
    await list.getByText('26–30 of 30').waitFor();
    await list.getByRole('button', { name: 'Take the file’s cells instead' }).press('Enter');
    await list.getByText('30 rows were changed to what the file says.').waitFor();
    expect(await figuresOf(totals, 'Leads')).toEqual([62, 30, 0, 32, 30]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await bringIn('Bring it in', {
      'Contacts.csv': leadsCsv(62, (index) => (index % 2 === 0 ? '' : 'PL')).replaceAll('soon', '2025-01-02'),
    });
    expect(await figuresOf(totals, 'Leads')).toEqual([62, 0, 0, 62]);
    expect(faults).toEqual([]);
  });
});
