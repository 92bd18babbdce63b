/** Two people at the table: who speaks is chosen with a key, a lead gets a note, and the minutes tell of it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, spilledWords, textFaults } from './screen-checks.ts';

describe('seats, notes and the timeline', () => {
  let stage: ServedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openServedPage();
    page = stage.page;
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: 'Try it with a demo' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'What-if' }).click({ timeout: 60_000 });
    await page.locator('.what-if-stage[aria-busy=false]').waitFor();
  }, 90_000);
  afterAll(() => stage.close());

  const table = () => page.getByRole('region', { name: 'Who sits at the table' });
  const speaks = (team: string) => table().getByRole('button', { name: new RegExp(`^${team} speaks`, 'u') });
  const newName = (team: string) => page.getByRole('textbox', { name: `Another name of ${team}` });
  const looksWell = async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    expect(await spilledWords(page)).toEqual([]);
    expect(stage.faults).toEqual([]);
  };
  const seat = async (team: string, person: string) => {
    await newName(team).fill(person);
    await newName(team).press('Enter');
    await page.getByRole('textbox', { name: `Name of ${person}` }).waitFor();
  };
  const toTimeline = async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Demo workshop' }).click();
    await page.getByRole('menuitem', { name: 'Timeline and minutes' }).click();
    await page.getByRole('heading', { name: 'Timeline of the workshop' }).waitFor();
  };
  const steps = () => page.getByRole('region', { name: 'Timeline of the workshop' });
  const saved = async (button: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };

  it('names are given where a team without any is called up, put right and refused twice over', async () => {
    await page.keyboard.press('Alt+m');
    await seat('marketing', 'Ilsa Brandt');
    await page.getByRole('textbox', { name: 'Name of Ilsa Brandt' }).fill('Ilse Brandt');
    await page.getByRole('textbox', { name: 'Name of Ilsa Brandt' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name of Ilse Brandt' }).waitFor();
    await seat('marketing', 'Radu Ionescu');
    await seat('sales', 'Marek Nowak');
    await looksWell();
    await newName('sales').fill('marek nowak');
    await newName('sales').press('Enter');
    await page.getByRole('alert').getByText('This name is at the table already.').waitFor();
    await page.getByRole('button', { name: 'Close this notice' }).click();
    await page.keyboard.press('Escape');
    await table().getByText('Ilse, Radu').waitFor();
  });

  it('who speaks is chosen with a key or by hand, once more is the next of the team, and a field keeps its letters', async () => {
    await page.keyboard.press('Alt+m');
    await expect.poll(() => speaks('Marketing').textContent()).toContain('speaksIlse, Radu');
    await page.keyboard.press('Alt+m');
    await expect.poll(() => speaks('Marketing').textContent()).toContain('speaksRadu, Ilse');
    await speaks('Marketing').click();
    await expect.poll(() => speaks('Marketing').textContent()).toContain('speaksIlse, Radu');
    await page.keyboard.press('Alt+s');
    await expect.poll(() => speaks('Sales').textContent()).toContain('speaksMarek');
    const lever = page.getByRole('textbox', { name: 'MQL at' });
    await lever.fill('5');
    await lever.press('Alt+m');
    expect(await speaks('Sales').getAttribute('aria-pressed')).toBe('true');
    await lever.fill('45');
    await lever.press('Enter');
    await page.locator('.what-if-stage[aria-busy=false]').waitFor();
    await looksWell();
  });

  it('a branch wears the hue of the team that speaks', async () => {
    const banner = page.getByRole('banner');
    await banner.getByRole('button', { name: /^Joint draft/u }).click();
    await page.getByRole('button', { name: 'Branch from this' }).click();
    await banner.getByRole('button', { name: /^Joint draft 2/u }).waitFor();
    expect(await page.locator('.screen').getAttribute('data-whose')).toBe('sales');
    await page.keyboard.press('Escape');
  });

  it('a lead gets a note, which carries who speaks', async () => {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Leads' }).click();
    await page.locator('.screen a[href^="#leads/"]').first().click();
    const note = page.getByRole('textbox', { name: 'New note' });
    await note.fill('Knows us from the fair.\nCall in March.');
    await note.press('Control+Enter');
    await page.getByText('Marek Nowak, sales · ').waitFor();
    await looksWell();
  });

  it('the timeline tells it all, newest first, by kind, and leads to the lead', async () => {
    await toTimeline();
    const rows = () => steps().getByRole('listitem');
    await expect.poll(() => rows().count()).toBe(8);
    const told = await rows().allTextContents();
    const beginnings = [
      'Note on lead L',
      'New scenario: Joint draft 2',
      'Joint draft: ',
      'Marek Nowak sits down',
      'Radu Ionescu sits',
    ];
    for (const [index, beginning] of beginnings.entries()) expect(told[index]).toContain(beginning);
    expect(told.slice(0, 3).every((text) => text.includes('Marek Nowak'))).toBe(true);
    await looksWell();
    await page.getByRole('button', { name: 'Notes 1' }).click();
    await expect.poll(() => rows().count()).toBe(1);
    await steps()
      .getByRole('link', { name: /^Note on lead/u })
      .click();
    await page.getByText('Call in March.').waitFor();
    await toTimeline();
  });

  it('takes notes on the workshop, shown at once, and a name that wrote one stays', async () => {
    await page.getByRole('textbox', { name: 'New note' }).fill('We meet again in March.');
    await page.getByRole('button', { name: 'Add the note' }).click();
    await steps().getByText('We meet again in March.').waitFor();
    await page.getByRole('button', { name: 'Names at the table' }).click();
    await page.getByText('signed, judged or noted').waitFor();
    await looksWell();
    await page.keyboard.press('Escape');
  });

  it('minutes are saved as text and as a page that stands alone', async () => {
    await page.getByRole('button', { name: 'Minutes of the meeting' }).click();
    await page.getByRole('combobox', { name: 'Minutes of' }).waitFor();
    await looksWell();
    const text = await saved('Save as text (Markdown) …');
    expect(text.name).toMatch(/^Minutes of Demo workshop.*\.md$/u);
    for (const part of [
      '### Marketing\n\n- Ilse Brandt\n- Radu Ionescu',
      'Marek Nowak: Note on lead L',
      '  > Call in March',
    ])
      expect(text.text).toContain(part);
    const html = await saved('Save as a page to print (HTML) …');
    expect(html.name).toMatch(/\.html$/u);
    const context = await stage.browser.newContext({ offline: true });
    const alone = await context.newPage();
    await alone.setContent(html.text);
    expect(await alone.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Seats at the table',
      'What was agreed',
      'Notes',
      'What happened',
    ]);
    expect(await accessibilityFaults(alone)).toEqual([]);
    await context.close();
  });
});
