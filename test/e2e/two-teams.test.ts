/** From two opinions to one signed definition that is checked later: the whole of it, by clicking and typing only. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../core/history/history.ts';
import { alterByteOfVersion } from '../support/altered-byte.ts';
import { writeNewerExport } from '../support/newer-export.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, chartFaults, spilledWords, textFaults } from './screen-checks.ts';
import { type Answer, type TeamName, twoTeamsAtWork } from './two-teams-at-work.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/screens');

/** Marketing would hand over 15 of the 20 leads, sales would take 9 of them; each no has its reason. */
const MARKETING = answers(20, (card) => card < 15, 3);
const SALES = answers(20, (card) => card < 9, 1);

/** An agreement is drafted to be valid from the first of the next month on. */
const AT_LATEST_VALID_DAYS = 32;

/** Every other screen, and a word that it says of the demo. */
const THE_REST = [
  ['History', '5 000'],
  ['Profile', /share/u],
  ['Rules', 'Target industry'],
  ['What-if', 'Asks for a quote'],
  ['Compare', 'Which scenario converts best?'],
  ['Panel', 'You agree on'],
  ['Review', 'No version is in force'],
  ['Leads', '5 000 leads'],
] as const;

/** Oldest first: who, and what. */
const TOLD: readonly RegExp[] = [
  /A demo history of 5\s000 leads was made/u,
  /Panel 1: 20 leads drawn to be judged/u,
  /Ilse Brandt sits down for marketing/u,
  /Marek Nowak sits down for sales/u,
  /Ilse BrandtPanel 1: 20 leads judged/u,
  /Marek NowakPanel 1: 20 leads judged/u,
  /Marek NowakNote on lead .*Sales asks for a named project first\./u,
  /Marek NowakJoint draft: Rule from the panel: employees is at least 600/u,
  /Agreement drafted from Joint draft/u,
  /Agreement: Hand over 5 to 22 leads a week, in 3 of 4 weeks/u,
  /Version 1 of the agreement is laid on the table to be signed/u,
  /Ilse BrandtVersion 1 of the agreement is signed/u,
  /Marek NowakVersion 1 of the agreement is signed/u,
  /leads\.csv, activities\.csv, stages\.csv imported: 32 leads, 64 activities, 64 stages/u,
];

describe('two teams, from two opinions to one signed definition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-two-teams-'));
  const copyFromBefore = join(folder, 'Copy from before.accord');
  let stage: ServedPage;
  let page: Page;
  let teams: ReturnType<typeof twoTeamsAtWork>;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    stage = await openServedPage();
    page = stage.page;
    page.setDefaultTimeout(20_000);
    teams = twoTeamsAtWork(page);
    await page.getByRole('button', { name: 'Try it with a demo' }).click();
    await teams.openScreen('Panel');
    await page.getByRole('button', { name: 'Draw 20 leads' }).click();
  }, 90_000);
  afterAll(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  /** In both themes: nothing cut, nothing spilt, nothing that a screen reader stumbles over; and a picture to look at. */
  const looksWell = async (name: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(SHOTS, `two-teams-${name}-${colorScheme}.png`) });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    expect(await textFaults(page)).toEqual([]);
    expect(await spilledWords(page)).toEqual([]);
    expect(stage.faults).toEqual([]);
  };
  const historyAnswered = () => expect.poll(() => page.getByText('Asking the history …').count()).toBe(0);
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  it('two seats judge 20 leads, each alone; until both are done nobody learns what the other said', async () => {
    await teams.sitDown('Marketing', 'Ilse Brandt');
    await teams.sitDown('Sales', 'Marek Nowak');
    await teams.judgeAlone('Ilse Brandt', MARKETING);
    await looksWell('01-curtain');
    await button('Hand over').click();
    await page.getByText('What each team says stays closed').waitFor();
    await looksWell('02-closed');
    await teams.judgeAlone('Marek Nowak', SALES);
    await button('See where you agree').click();
  });

  it('they disagree on 6 of them, which the results list with what each said', async () => {
    await page.getByText('You agree on').waitFor();
    expect(await page.getByText('You agree on').textContent()).toContain('14 of 20 leads');
    await page.getByText('Sales is stricter.').waitFor();
    await page.locator('.panel-sides[aria-busy=false]').waitFor();
    expect(
      await page
        .getByRole('region', { name: '6 leads to talk about' })
        .getByRole('button', { name: /^Discuss/u })
        .count(),
    ).toBe(6);
    await looksWell('03-disagreements');
  });

  it('they discuss one, and what they settle is noted', async () => {
    await button(/^Discuss Lead/u)
      .first()
      .click();
    await page.keyboard.press('Alt+s');
    const note = page.getByRole('textbox', { name: 'New note' }).first();
    await note.fill('Sales asks for a named project first.');
    await note.press('Control+Enter');
    await page.getByText('Sales asks for a named project first.').waitFor();
    await looksWell('04-discussion');
  });

  it('the condition that tells their disagreements apart becomes a rule', async () => {
    await button(/^Make it a rule/u).click();
    await page.getByText('is now a rule of the scenario on the table').waitFor();
    await looksWell('05-rule');
    await page.getByRole('link', { name: 'See it' }).click();
    await page.getByRole('main').waitFor();
    await looksWell('06-rules');
  });

  it('they compare it with the rules of before', async () => {
    await teams.openScreen('Compare');
    await page.locator('.compare-verdict[aria-busy="false"]').waitFor({ timeout: 60_000 });
    await page.locator('.compare-difference[aria-busy="false"]').waitFor({ timeout: 60_000 });
    await looksWell('07-compare');
  });

  it('an agreement fills itself from the scenario, and a promise of it is changed', async () => {
    await teams.openScreen('Agreement');
    await button('Draft from “Joint draft”').click();
    await teams
      .promises('Marketing')
      .getByText(/^\d+ of \d+ weeks$/u)
      .first()
      .waitFor();
    await looksWell('08-draft');
    const least = teams.promises('Marketing').getByRole('textbox', { name: 'At least, volume' });
    const before = Number(await least.inputValue());
    await least.press('ArrowDown');
    await expect.poll(async () => Number(await least.inputValue())).toBe(before - 1);
    await looksWell('09-promise');
  });

  it('is laid on the table as a version and signed by both', async () => {
    await button('Propose version 1').click();
    await teams.sign('Marketing', 1);
    await page.getByText('One signature of two.').waitFor();
    await teams.sign('Sales', 1);
    await page.getByText('Both have signed.').waitFor();
    await teams.version(1).getByText('in force').waitFor();
    await looksWell('10-signed');
  });

  it('makes the working list of sales, where a deadline that has passed is a broken promise', async () => {
    await teams.openScreen('Leads');
    await page.getByRole('tab', { name: /^Sales \d/u }).click();
    const overdue = page.getByRole('cell', { name: /, overdue/u }).first();
    await overdue.waitFor();
    expect(await overdue.locator('.broken').count()).toBe(1);
    await looksWell('10b-sales-list');
  });

  it('names the version of which another program changed one byte, and shows the rest', async () => {
    await teams.closeWorkshop();
    const file = join(stage.served.folder, 'Demo workshop.accord');
    copyFileSync(file, copyFromBefore);
    alterByteOfVersion(file, 1, '"ofWeeks":4', '"ofWeeks":5');
    await button('Demo workshop').click();
    await teams.openScreen('What-if');
    await page.locator('.what-if-stage[aria-busy=false]').waitFor();
    await page
      .getByRole('alert')
      .getByText(/^Version 1 no longer matches its signature/u)
      .waitFor();
    expect(await chartFaults(page)).toEqual([]);
    await looksWell('11-altered');
    await page.getByRole('link', { name: 'Look at the agreement' }).click();
    await teams
      .version(1)
      .getByText(/no longer matches its signature/u)
      .waitFor();
    await historyAnswered();
    await looksWell('12-altered-agreement');
    for (const [screen, shows] of THE_REST) {
      await teams.openScreen(screen);
      await page.getByRole('main').getByText(shows).first().waitFor();
      await page
        .getByRole('alert')
        .getByText(/^Version 1 no longer matches/u)
        .waitFor();
    }
    expect(stage.faults).toEqual([]);
  });

  it('is whole in a copy from before, as the notice says to open', async () => {
    await teams.closeWorkshop();
    await teams.openWorkshopFile(copyFromBefore);
    await teams.openScreen('Agreement');
    await page.getByText('Both have signed.').waitFor();
    await teams.version(1).getByText('in force').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('has nothing to review before there is newer history', async () => {
    await teams.openScreen('Review');
    await page.getByText('There is no newer history yet.').waitFor();
    await looksWell('13-nothing-newer');
    await page.getByRole('link', { name: 'Import a newer export' }).click();
    await button('Open a data folder …').waitFor();
  });

  it('a newer export is imported into the same workshop', async () => {
    const exported = join(folder, 'newer export');
    writeNewerExport(exported, { afterMs: Date.now() + AT_LATEST_VALID_DAYS * DAY_MS, weeks: 8, leadsPerWeek: 4 });
    await teams.importFolder(exported);
    await looksWell('14-imported');
  });

  it('the review, where the report of the import leads, finds one promise broken and one kept', async () => {
    await page.getByRole('link', { name: 'Review the agreement' }).click();
    const outcome = (team: TeamName, promise: RegExp) =>
      page
        .getByRole('region', { name: `${team} promised` })
        .getByRole('row')
        .filter({ hasText: promise });
    await outcome('Marketing', /^Hand over/u)
      .getByText(/^Broken: /u)
      .waitFor();
    await outcome('Sales', /^MQL: first contact/u)
      .getByText(/^Kept: /u)
      .waitFor();
    await page.getByText('Marketing broke its promise on leads a week (MQL).').waitFor();
    await looksWell('15-review');
  });

  it('the timeline tells all of it in order, and gives minutes', async () => {
    await teams.openTimeline();
    const entries = page.getByRole('region', { name: 'Timeline of the workshop' }).getByRole('listitem');
    await expect.poll(() => entries.count()).toBe(TOLD.length);
    const told = (await entries.allTextContents()).reverse();
    for (const [place, step] of TOLD.entries()) expect(told[place]).toMatch(step);
    await looksWell('16-timeline');
    await button('Minutes of the meeting').click();
    const minutes = await teams.saved('Save as text (Markdown) …');
    expect(minutes.name).toMatch(/^Minutes of Copy from before.*\.md$/u);
    for (const part of [
      '### Marketing\n\n- Ilse Brandt',
      '### Sales\n\n- Marek Nowak',
      'Ilse Brandt: Version 1 of the agreement is signed',
      'Marek Nowak: Version 1 of the agreement is signed',
      '  > Sales asks for a named project first.',
    ])
      expect(minutes.text).toContain(part);
  });
});

function answers(cards: number, isYes: (card: number) => boolean, reason: Answer['reason']): readonly Answer[] {
  return Array.from({ length: cards }, (_, card) => ({ key: isYes(card) ? 'y' : 'n', reason }));
}
