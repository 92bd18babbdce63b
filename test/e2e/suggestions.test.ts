/** Points suggested from the demo's history, taken and undone, and a history that is too small: by clicking only. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('suggested points', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
  }, 60_000);
  afterAll(() => stage.close());

  const goTo = (screen: string) =>
    page.getByRole('navigation').first().getByRole('link', { name: screen }).click({ timeout: 60_000 });
  const openSuggestions = async (): Promise<void> => {
    await goTo('Rules');
    await page.getByRole('button', { name: 'More for the whole rule set' }).click();
    await page.getByRole('menuitem', { name: 'Suggest points from the history' }).click();
  };
  const suggest = () => page.getByRole('button', { name: 'Suggest points', exact: true });
  const cards = () => page.getByRole('region', { name: 'Suggested cards' });
  const card = (name: string) =>
    cards()
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });
  const quiet = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  };

  it('stand beside the rules on the table, judged on the same leads', async () => {
    await openSuggestions();
    await quiet();
    await suggest().click();
    await card('Card 1').waitFor({ timeout: 60_000 });
    await cards()
      .getByText(/^Chosen on .* judged on /u)
      .waitFor();
    await cards()
      .getByText(/^The \d+ days between teach nothing/u)
      .waitFor();
    for (const name of ['On the table', 'Card 1']) {
      const words = await card(name).textContent();
      expect(words).toMatch(/In order\d+\s%\s\(\d+–\d+\)/u);
      expect(words).toMatch(/Conversion\d+\s%\s\(\d+–\d+\), n \d/u);
      expect(words).toMatch(/Caught\d+\s% of \d/u);
    }
    const words = await card('Card 1').textContent();
    expect(words).toContain('quote_request');
    expect(words).toContain('With about as many leads as on the table now');
    await quiet();
  });

  it('keep to what is asked: a rule that stays, what is not read, and multiples', async () => {
    await page.getByRole('checkbox', { name: 'Webinar', exact: true }).check();
    await page.getByRole('textbox', { name: 'Points are multiples of' }).fill('10');
    await page.getByLabel('Points for demo_request').selectOption('negative');
    await suggest().click();
    await card('Card 1').getByText('(stays)').waitFor({ timeout: 60_000 });
    const points = await card('Card 1').locator('.suggest-rules b:last-child').allTextContents();
    // 12 is what the rule that stays has on the table.
    expect(points.filter((text) => text !== '12' && Number(text.replace('−', '-')) % 10 !== 0)).toEqual([]);
    expect(points).toContain('12');
    await expect(
      card('Card 1').locator('.suggest-rules li', { hasText: 'demo_request' }).filter({ hasNotText: '−' }).count(),
    ).resolves.toBe(0);
    // A size that nothing keeps to is said at its field, and cannot be asked with.
    await page.getByRole('textbox', { name: 'Rules of a card, at most' }).fill('1');
    await page.getByText('one rule stays, so at least 2').waitFor();
    expect(await suggest().isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Rules of a card, at most' }).fill('8');
  });

  it('are taken as one step that says where they come from, and undone', async () => {
    await page.getByRole('button', { name: 'Take this card: Card 1' }).click();
    const description = page.getByRole('textbox', { name: 'Description' });
    await expect
      .poll(() => description.inputValue())
      .toMatch(/^A proposal learned .* chosen on leads created before /u);
    await page.getByRole('checkbox', { name: 'Webinar counts' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Target industry counts' }).count()).toBe(0);
    await quiet();
    await page.getByTitle('Undo: Take suggested card 1').click();
    await page.getByRole('checkbox', { name: 'Target industry counts' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('are not made of a history that is too small, and what is missing is said', async () => {
    // Given ten leads without an outcome
    const path = join(stage.served.folder, 'few.csv');
    const rows = Array.from({ length: 10 }, (_, lead) => `L${lead},2025-01-${String(lead + 10)},Italy`);
    writeFileSync(path, `lead_id,created,country\n${rows.join('\n')}\n`);
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('menuitem', { name: 'Close this workshop' }).click();
    await page.getByRole('button', { name: 'New workshop …' }).click();
    await openSuggestions();
    await page.getByText('There is no history to learn from yet.').waitFor();
    await quiet();
    await goTo('History');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open CSV or Excel files …' }).click();
    await (await chooser).setFiles(path);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
    // When points are asked for
    await openSuggestions();
    await suggest().click();
    // Then the page says how much is missing
    await page.getByRole('heading', { name: 'No points can be suggested' }).waitFor({ timeout: 60_000 });
    await page.getByText('Missing: 40 leads that converted and 40 leads that did not convert.').waitFor();
    await quiet();
  });
});
