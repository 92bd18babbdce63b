/** Two teams judge 20 leads: one here by keyboard, one on a ballot in a browser without a network; then by hand, a second round. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, spilledWords, textFaults } from './screen-checks.ts';

describe('the panel', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-ballot-'));
  let stage: ServedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openServedPage();
    page = stage.page;
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: 'Try it with a demo' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Panel' }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Draw 20 leads' }).waitFor();
  }, 90_000);
  afterAll(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  const looksWell = async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    expect(await spilledWords(page)).toEqual([]);
    expect(stage.faults).toEqual([]);
  };
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  /** Cards are passed by keyboard alone; `keyOf` a card's number from 0. */
  const judgeByKeyboard = async (person: string, cards: number, keyOf: (card: number) => string) => {
    await button(`Judge as ${person}`).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `${person} judges for` }).waitFor();
    await page.keyboard.press('Enter');
    for (let card = 0; card < cards; card += 1) {
      await page.getByText(`Lead ${card + 1} of ${cards}`).waitFor();
      await page.keyboard.press(keyOf(card));
      await page.keyboard.press('3');
      await page.keyboard.press('ArrowRight');
    }
    await button('I am done').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Thank you, ${person}` }).waitFor();
    await page.keyboard.press('Enter');
  };
  const savedBy = async (from: Page, click: () => Promise<void>) => {
    const download = from.waitForEvent('download');
    await click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const takeIn = async (text: string) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'answers.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  };

  it('is drawn with a click, and asks for a name of either team', async () => {
    await looksWell();
    await button('Draw 20 leads').click();
    for (const [team, person] of [
      ['marketing', 'Ilse Brandt'],
      ['sales', 'Marek Nowak'],
    ]) {
      const field = page.getByLabel(`Who judges for ${team}`);
      await field.fill(person ?? '');
      await field.press('Enter');
    }
    await button('Judge as Marek Nowak').waitFor();
    await page.getByText('What a card says').click();
    await page.getByText('Left out, because they say who it is').waitFor();
    await looksWell();
  });

  it('is judged alone by keyboard, behind a curtain before and after, and then closed', async () => {
    await button('Judge as Ilse Brandt').click();
    expect(await page.getByText('What was known').count()).toBe(0);
    await looksWell();
    await button('Begin').click();
    await page.getByText('Lead 1 of 20').waitFor();
    await looksWell();
    await page.keyboard.press('n');
    await page.keyboard.press('?');
    expect(await button(/^Not sure/u).getAttribute('aria-pressed')).toBe('true');
    await page.getByLabel('In your words, if you like').fill('n and y are letters here');
    await page.getByLabel('In your words, if you like').press('Enter');
    expect(await button(/^Not sure/u).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByLabel('In your words, if you like').inputValue()).toBe('n and y are letters here');
    await button('Pause').click();
    await page.getByText('1 of 20').waitFor();
    await judgeByKeyboardFromSecond();
    await page.getByText('What each team says stays closed').waitFor();
    expect(await button(/Ilse Brandt/u).count()).toBe(0);
    await looksWell();
  });

  /** The second card is the first without an answer. */
  async function judgeByKeyboardFromSecond() {
    await button('Judge as Ilse Brandt').click();
    await page.keyboard.press('Enter');
    for (let card = 1; card < 20; card += 1) {
      await page.getByText(`Lead ${card + 1} of 20`).waitFor();
      await page.keyboard.press(card < 13 ? 'y' : 'n');
      await page.keyboard.press('ArrowRight');
    }
    await button('I am done').click();
    await page.getByText('Hand over now.').waitFor();
    await button('Hand over').click();
  }

  it('goes out as a ballot that opens from a file without a network, and comes back equal to judging here', async () => {
    const ballot = await savedBy(page, () => button('Export the ballot of Marek Nowak').click());
    expect(ballot.name).toBe('Panel-1-Marek-Nowak.html');
    await page.getByText('a ballot is out').waitFor();
    const path = join(folder, ballot.name);
    writeFileSync(path, ballot.text);
    const context = await stage.browser.newContext({ acceptDownloads: true });
    await context.setOffline(true);
    const away = await context.newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    away.on('pageerror', (error) => faults.push(error.message));
    away.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    away.on('request', (request) => requests.push(new URL(request.url()).protocol));
    await away.goto(pathToFileURL(path).href);
    expect(await accessibilityFaults(away)).toEqual([]);
    for (let card = 0; card < 20; card += 1) {
      await away.getByText(`Lead ${card + 1} of 20`).waitFor();
      await away.keyboard.press(card < 9 ? 'y' : 'n');
      await away.keyboard.press('1');
      if (card === 0) await away.getByRole('textbox').fill('zu „klein“, țară <3');
      if (card === 0) await away.getByRole('button', { name: 'Next' }).click();
      else await away.keyboard.press('ArrowRight');
    }
    const answers = await savedBy(away, () => away.getByRole('button', { name: 'Save my answers' }).click());
    expect(answers.name).toBe('Panel-1-Marek-Nowak-answers.json');
    expect([faults, [...new Set(requests)].filter((one) => one !== 'file:' && one !== 'blob:')]).toEqual([[], []]);
    await context.close();

    await takeIn(answers.text.replace('"yes"', '"no"'));
    await page.getByRole('alert').getByText('was changed after its answers were saved').waitFor();
    await looksWell();
    await takeIn(answers.text.replace(/"ballot": "[0-9a-f]{4}/u, '"ballot": "0000'));
    await page.getByRole('alert').getByText('not given out by this workshop').waitFor();
    await takeIn(answers.text);
    await page.getByText('You agree on').waitFor();
    expect(await page.getByText('You agree on').textContent()).toContain('15 of 20 leads');
    await page.getByText('Sales is stricter.').waitFor();
    const list = page.getByRole('region', { name: '5 leads to talk about' });
    expect(await list.textContent()).toContain('“zu „klein“, țară <3”');
    await page.locator('.panel-sides tbody tr').first().waitFor();
    await looksWell();
  });

  it('has a place to talk about a lead, and makes a rule of what tells the disagreements apart', async () => {
    await page.getByRole('button', { name: 'Discuss Lead 1', exact: true }).click();
    await page.getByText('How sure is that?').click();
    await page.getByRole('cell', { name: /kappa/u }).waitFor();
    await looksWell();
    await button(/^Make it a rule/u).click();
    await page.getByText('is now a rule of the scenario on the table').waitFor();
    await page.locator('.panel-sides[aria-busy=false]').waitFor();
    await looksWell();
  });

  it('is judged once more where they differ, and shows before and after', async () => {
    await button('Second round on 5 leads').click();
    await judgeByKeyboard('Ilse Brandt', 5, () => 'y');
    await page.getByText('The second round is on').waitFor();
    await judgeByKeyboard('Marek Nowak', 5, (card) => (card === 0 ? 'n' : 'y'));
    await page.getByText('Before you talked it was 15').waitFor();
    expect(await page.getByText('You agree on').textContent()).toContain('19 of 20 leads');
    await page.locator('.panel-sides[aria-busy=false]').waitFor();
    await looksWell();
  });
});
