/** From a history to the first replay with a ready-made programme, and a rule set on paper: by clicking only. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../core/templates/all-templates.ts';
import { ENGLISH } from '../../renderer/i18n/catalogue.ts';
import { publicFile } from '../support/public-file.ts';
import { watchFaults } from '../support/real-chromium.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const MAPPING = resolve(import.meta.dirname, '../fixtures/mappings/x-education.json');

describe('ready-made programmes', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];
  let clicks = 0;

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: 'New workshop …' }).click();
  }, 60_000);
  afterAll(() => stage.close());

  const goTo = (screen: string) =>
    page.getByRole('navigation').first().getByRole('link', { name: screen }).click({ timeout: 60_000 });
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  const title = (id: (typeof TEMPLATES)[number]['id']) => ENGLISH[`templates.title.${id}`];
  const choose = (id: (typeof TEMPLATES)[number]['id']) =>
    page.getByRole('region', { name: 'Programmes' }).getByRole('button', { name: title(id) });
  const quiet = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  };

  it('stand there without a history, under names of their own, and say so', async () => {
    // Given a workshop with no rule and no history
    await goTo('Rules');
    await page.getByRole('heading', { name: 'There is no rule yet' }).waitFor();
    await quiet();
    // When the programmes are looked at
    await page.getByRole('button', { name: 'Start from a programme' }).click();
    await page.getByText('There is no history yet').waitFor();
    // Then every one of them is complete
    for (const { id, rules } of TEMPLATES) {
      await choose(id).click();
      await page.getByRole('heading', { name: `${rules.length} rules, with names of their own` }).waitFor();
      await quiet();
    }
    await page.getByRole('button', { name: 'Back to the rules' }).click();
    await page.getByRole('heading', { name: 'There is no rule yet' }).waitFor();
  });

  it('take three clicks to the first replay', async () => {
    // Given X Education's leads, and no rule
    await goTo('History');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open CSV or Excel files …' }).click();
    await (await chooser).setFiles(publicFile('x-education/Leads.csv'));
    const mapping = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Load a mapping' }).click();
    await (await mapping).setFiles(MAPPING);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
    await goTo('Rules');
    // When one of the five is taken
    clicks = 0;
    await click(page.getByRole('button', { name: 'Start from a programme' }));
    await click(choose('two-dimensions'));
    await click(page.getByRole('button', { name: 'Take and replay' }));
    // Then the history is replayed with it
    await page.locator('.what-if-stage[aria-busy="false"]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.headline-value').first().textContent()).toMatch(/\d/u);
    expect(clicks).toBe(3);
    // And one undo takes it back
    await page.getByRole('button', { name: /^Undo/u }).click();
    await goTo('Rules');
    await page.getByRole('heading', { name: 'There is no rule yet' }).waitFor();
  });

  it('tell what the history carries, what not and why, and take other values', async () => {
    await page.getByRole('button', { name: 'Start from a programme' }).click();
    await choose('two-dimensions').click();
    const missing = page.getByRole('region', { name: /nothing to go by here$/u });
    await missing.getByText('No column of this history tells the number of employees.').waitFor();
    const countries = page.getByRole('group', { name: 'Values that Where our customers are asks for' });
    const chosen = await countries.getByRole('checkbox', { checked: true }).count();
    // When a country more is asked for, and what has no column comes along
    await countries.getByRole('checkbox', { checked: false }).first().check();
    await missing.getByRole('checkbox').check();
    await quiet();
    await page.getByRole('button', { name: 'Put on the table' }).click();
    // Then all rules stand in the list, those without a column switched off
    await page.getByRole('checkbox', { name: 'Number of employees counts', checked: false }).waitFor();
    await page.getByRole('button', { name: 'Where our customers are', exact: true }).click();
    await expect.poll(() => page.locator('.rule-editor .mantine-TagsInput-pill').count()).toBe(chosen + 1);
  });

  it('are kept as a table and as a page that needs nothing else', async () => {
    const saveAs = async (item: string) => {
      await page.getByRole('button', { name: 'More for the whole rule set' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const saved = await download;
      return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
    };
    const table = await saveAs('Save the points as a table (CSV)');
    expect(table.name).toBe('Two dimensions with a validity period.csv');
    expect(table.text.split('\r\n')[0]).toBe(
      'Dimension,Group,Id,Rule,Kind,When,Points,Counts,Fades,Switched on,Disqualifies',
    );
    expect(table.text).toMatch(/^Demographic,,our-location,Where our customers are,attribute,.*,10,once,/mu);
    expect(table.text).toMatch(/^Demographic,,employees,Number of employees,bands,employees under 10,-10,/mu);

    const readable = await saveAs('Save as a page to read (HTML)');
    expect(readable.name).toBe('Two dimensions with a validity period.html');
    const offline = await stage.browser.newContext({ offline: true });
    const paper = await offline.newPage();
    const paperFaults = watchFaults(paper);
    await paper.setContent(readable.text);
    await paper.getByRole('heading', { name: 'Two dimensions with a validity period' }).waitFor();
    await expect(paper.getByRole('row', { name: /Where our customers are/u }).textContent()).resolves.toContain('10');
    await expect(paper.getByRole('row', { name: /Number of employees/u }).textContent()).resolves.toContain(
      'switched off',
    );
    expect(paperFaults).toEqual([]);
    await offline.close();
  });
});
