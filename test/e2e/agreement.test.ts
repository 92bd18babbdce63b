/** From a scenario to a version that both signed, by clicking only; then another program changes a byte of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, spilledWords, textFaults } from './screen-checks.ts';

describe('the agreement', () => {
  let stage: ServedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openServedPage();
    page = stage.page;
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: 'Try it with a demo' }).click();
    await openScreen('Agreement');
  }, 90_000);
  afterAll(() => stage.close());

  const openScreen = (name: string) =>
    page.getByRole('navigation').first().getByRole('link', { name }).click({ timeout: 60_000 });
  const seat = (team: string) => page.getByRole('main').getByRole('region', { name: team, exact: true });
  const sign = (team: string, version: number) =>
    seat(team)
      .getByRole('button', { name: `Sign version ${version}` })
      .click();
  const signed = (team: string) => seat(team).getByText(/^signed /u);
  const versions = () => page.getByRole('region', { name: 'Versions' });
  const version = (number: number) =>
    versions()
      .getByRole('listitem')
      .filter({ hasText: `Version ${number}` })
      .first();
  const marketing = () => page.getByRole('region', { name: 'Marketing promises' });
  const because = async (button: ReturnType<Page['getByRole']>, reason: string, doing: string) => {
    await button.click();
    await page.getByRole('textbox', { name: 'Why, in a sentence' }).fill(reason);
    await page.getByRole('button', { name: doing }).click();
  };
  const looksWell = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    expect(await textFaults(page)).toEqual([]);
    expect(await spilledWords(page)).toEqual([]);
    expect(stage.faults).toEqual([]);
  };

  it('fills itself from the scenario, with promises that would have held', async () => {
    await looksWell();
    await page.getByRole('button', { name: 'Draft from “Joint draft”' }).click();
    const definition = page.getByRole('region', { name: 'What we call a qualified lead' });
    await definition.getByText('52 points').waitFor();
    await marketing()
      .getByText(/^\d+ of \d+ weeks$/u)
      .first()
      .waitFor();
    await looksWell();
  });

  it('says each promise of the draft in one line on a laptop', async () => {
    const heights = await page
      .locator('.promise-fields')
      .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.max(...heights)).toBeLessThan(40);
  });

  it('is changed in place by keyboard; a figure that cannot be says why, and undo takes a change back', async () => {
    const most = marketing().getByRole('textbox', { name: 'At most, volume' });
    const before = await most.inputValue();
    await most.fill('2');
    await marketing()
      .getByText(/is above the most/u)
      .waitFor();
    await most.fill(before);
    await most.press('ArrowUp');
    await expect.poll(() => most.inputValue()).toBe(String(Number(before) + 1));
    await expect.poll(() => page.getByRole('banner').getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'Change the words' }).click();
    const words = page.getByRole('textbox', { name: /^Definition of the qualified lead/u });
    await words.fill('A lead is **ours** from **52 points** on.');
    await words.press('Control+Enter');
    await page.getByText('A lead is ours from 52 points on.').waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Below the line it stays with marketing.').waitFor();
    await looksWell();
  });

  it('is proposed as a version and signed by both seats', async () => {
    for (const [team, person] of [
      ['Marketing', 'Ilse Brandt'],
      ['Sales', 'Marek Nowak'],
    ] as const) {
      await seat(team).getByRole('textbox').fill(person);
      await seat(team).getByRole('button', { name: 'Take the seat' }).click();
      await seat(team).getByText(person).waitFor();
    }
    await page.getByRole('button', { name: 'Propose version 1' }).click();
    await sign('Marketing', 1);
    await signed('Marketing').waitFor();
    await page.getByText('One signature of two.').waitFor();
    await sign('Sales', 1);
    await signed('Sales').waitFor();
    await page.getByText('Both have signed.').waitFor();
    await version(1).getByText('in force').waitFor();
    await looksWell();
  });

  it('has notes beside the version that is shown', async () => {
    const notes = version(1).getByRole('region', { name: 'Notes on version 1' });
    await notes.getByRole('textbox', { name: 'New note' }).fill('We meet again in March.');
    await notes.getByRole('textbox', { name: 'New note' }).press('Control+Enter');
    await notes.getByRole('listitem').getByText('We meet again in March.').waitFor();
    await looksWell();
  });

  it('says plainly that the scenario on the table is not what was signed any more', async () => {
    await openScreen('What-if');
    const threshold = page.getByRole('textbox', { name: /^MQL at/u }).first();
    await threshold.fill('57');
    await threshold.press('Enter');
    await openScreen('Agreement');
    await page.getByText('The scenario on the table differs from what was signed: 1 change.').waitFor();
    await looksWell();
  });

  it('becomes a new version with the reason, what it changes in words and what that means in the history', async () => {
    await page.getByRole('button', { name: 'Take its rules into a draft' }).click();
    await version(2)
      .getByText(/^MQL from 52 to 57$/u)
      .waitFor();
    await version(2)
      .getByText(/^In the history /u)
      .waitFor();
    await page.getByRole('textbox', { name: 'Why this version' }).fill('Sales had too many leads.');
    await page.getByRole('button', { name: 'Propose version 2' }).click();
    await version(2).getByText('Reason: Sales had too many leads.').waitFor();
    await version(1).getByText('in force').waitFor();
    await sign('Marketing', 2);
    await sign('Sales', 2);
    await version(2).getByText('in force').waitFor();
    await version(1).getByText('superseded by version 2').waitFor();
    await looksWell();
  });

  it('lets a signature be withdrawn and given again, and a version be opened again and given up, each with the reason', async () => {
    await because(
      seat('Sales').getByRole('button', { name: 'Withdraw …' }),
      'Not in spring.',
      'Withdraw the signature of Marek Nowak',
    );
    await version(2).getByText('Marek Nowak withdrew: Not in spring.').waitFor();
    await sign('Sales', 2);
    await version(2).getByText('in force').waitFor();
    await because(version(2).getByRole('button', { name: 'Open again …' }), 'Winter.', 'Open version 2 again');
    await page.getByText('replaces version 2').waitFor();
    await page.getByRole('textbox', { name: 'Why this version' }).fill('Winter.');
    await page.getByRole('button', { name: 'Propose version 3' }).click();
    await because(version(3).getByRole('button', { name: 'Give up …' }), 'It is warm.', 'Give version 3 up');
    await version(3).getByText('given up: It is warm.').waitFor();
    await version(2).getByText('in force').waitFor();
    await versions()
      .getByRole('button', { name: /^Version 2 /u })
      .click();
    await looksWell();
  });

  it('goes out as a page to print, as text and as rules for machines', async () => {
    const saved = async (item: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const printed = await saved('A page to print (HTML) …');
    expect(printed.name).toBe('Joint draft, version 2.html');
    expect(printed.text).toContain('Marek Nowak, sales');
    expect(printed.text).not.toMatch(/<script|https?:/u);
    expect((await saved('Text (Markdown) …')).text).toMatch(/^# Joint draft\n/u);
    const rules = parseRuleSet(JSON.parse((await saved('The rule set (JSON) …')).text));
    expect(rules.ok && rules.value.levels[0]?.total).toBe(57);
  });

  it('names the version of which another program changed a byte, and shows the rest', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Demo workshop/u })
      .click();
    await page.getByRole('menuitem', { name: 'Close this workshop' }).click();
    await page.getByRole('button', { name: 'Try it with a demo' }).waitFor();
    changeByte(join(stage.served.folder, 'Demo workshop.accord'), 1);
    await page.getByRole('button', { name: 'Demo workshop', exact: true }).click();
    await openScreen('Rules');
    await page
      .getByRole('alert')
      .getByText(/^Version 1 no longer matches its signature/u)
      .waitFor();
    await page.getByRole('link', { name: 'Look at the agreement' }).click();
    await version(1)
      .getByText(/no longer matches its signature/u)
      .waitFor();
    await version(2).getByText('in force').waitFor();
    await page.getByText('Both have signed.').waitFor();
    await versions()
      .getByRole('button', { name: /^Version 1 /u })
      .click();
    await page.getByText('This is not what was signed any more.').waitFor();
    await looksWell();
  });
});

/** One byte of a promise, as by a hand that knows how to get round the guards of the file and puts them back. */
function changeByte(path: string, number: number): void {
  const database = new Database(path);
  const guard = database
    .prepare<[], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE name = 'agreement_no_update'`)
    .get();
  database.exec('DROP TRIGGER agreement_no_update');
  const { changes } = database
    .prepare(`UPDATE agreement SET document = replace(document, '"ofWeeks":4', '"ofWeeks":5') WHERE id = ?`)
    .run(number);
  database.exec(guard?.sql ?? '');
  database.close();
  expect(changes).toBe(1);
}
