/** What the best customers share, by clicking only: a rule made of a row and taken back, cut points, and the command line's figures. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProfileCommand } from '../../cli/commands/profile.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('what the best customers share', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
  }, 60_000);
  afterAll(() => stage.close());

  const goTo = (screen: string) =>
    page.getByRole('navigation').first().getByRole('link', { name: screen }).click({ timeout: 60_000 });
  const quiet = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };
  const table = (): Locator => page.getByRole('table', { name: 'Every attribute value, band and act' });
  const rowOf = (title: string): Locator =>
    table()
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: title, exact: true }) });
  const search = (text: string) =>
    page.getByRole('searchbox', { name: 'Search attributes, values and acts' }).fill(text);
  const details = (title: string): Locator => page.getByRole('region', { name: title, exact: true });

  it('an empty workshop says what is missing and what to do', async () => {
    await page
      .getByRole('button', { name: /new workshop/iu })
      .first()
      .click();
    await goTo('Profile');
    await page.getByRole('heading', { name: 'No leads yet' }).waitFor();
    await quiet();
    await page.getByRole('button', { name: 'Try the demo' }).click();
  });

  it('answers on top, and ranks every row by the lower limit of its lift', async () => {
    await page
      .getByRole('heading', { name: 'Converted leads share what the others do not: quote_request at least once' })
      .waitFor({ timeout: 60_000 });
    const limits = await table().locator('td.profile-lift').allTextContents();
    const figures = limits.map((text) => Number(/≥ ([\d.]+)/u.exec(text)?.[1] ?? Number.NaN));
    expect(figures.length).toBeGreaterThan(10);
    expect(figures).toEqual(figures.toSorted((left, right) => right - left));
    await quiet();
  });

  it('shows the figures that the command line prints of the same workshop', async () => {
    const file = readdirSync(stage.served.folder).find((name) => /demo/iu.test(name) && name.endsWith('.accord')) ?? '';
    const out: string[] = [];
    const err: string[] = [];
    const status = await runProfileCommand(['--workshop', join(stage.served.folder, file)], {
      out: (text) => out.push(text),
      err: (line) => err.push(line),
    });
    expect([status, err]).toEqual([0, []]);
    const printed = JSON.parse(out.join('')) as Pick<Profile, 'attributes'>;
    const level = printed.attributes
      .find(({ attribute }) => attribute === 'employees')
      ?.levels.find(({ value }) => value === '300 – 600');
    if (level === undefined) throw new Error('the demo has no band of 300 to 600 employees');
    await search('employees: 300');
    const cells = (await rowOf('employees: 300 to below 600').getByRole('cell').allTextContents()).map(plain);
    const [low = Number.NaN, high = Number.NaN] = level.interval ?? [];
    const percent = (share: number): string => String(Math.round(share * 100));
    expect(cells.slice(0, 3)).toEqual([
      String(level.leads),
      `${level.converted} of ${level.observed}`,
      `${percent(level.rate ?? Number.NaN)} % (${percent(low)}–${percent(high)})`,
    ]);
    expect(cells[3]).toContain(`${Math.round((level.lift ?? Number.NaN) * 10) / 10}×`);
    await search('');
  });

  it('makes a rule of a row, leads to it in Rules, says that it is there, and undo takes it back', async () => {
    await search('form_submit');
    const make = table().getByRole('button', { name: /^Make a rule \+\d+: form_submit: at least once$/u });
    const points = /\+(\d+)/u.exec((await make.textContent()) ?? '')?.[1] ?? '';
    await make.focus();
    await page.keyboard.press('Enter');
    const made = page.getByText('“form_submit: at least once” is now a rule in Behaviour');
    await made.waitFor();
    expect(await made.textContent()).toContain(`with +${points} points`);
    await rowOf('form_submit: at least once').getByRole('link', { name: 'In Rules: form_submit' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('In Rules: form_submit: at least once');
    await quiet();
    await page.getByRole('link', { name: 'See it in Rules' }).click();
    await expect.poll(() => page.url()).toMatch(/#rules\/form-submit/u);
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue())
      .toBe('form_submit: at least once');
    expect(
      await page
        .getByRole('textbox', { name: /points/iu })
        .first()
        .inputValue(),
    ).toBe(points);
    await goTo('Profile');
    await page.getByRole('button', { name: 'form_submit: at least once', exact: true }).first().click();
    await page.getByText('A rule asks just this already').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await details('form_submit: at least once')
      .getByRole('button', { name: `Make a rule +${points}` })
      .waitFor();
    await page.getByRole('button', { name: 'Close the details' }).click();
    await search('');
  });

  it('opens a row by the keyboard, and combines it with another', async () => {
    const row = table().getByRole('button', { name: 'quote_request: at least once', exact: true });
    await row.focus();
    await page.keyboard.press('Enter');
    const open = details('quote_request: at least once');
    await open.getByText('They do not count as failures.').waitFor();
    await open.getByRole('combobox', { name: 'What else these leads should have' }).fill('demo_request: at least once');
    await open.getByText('Together they say more than either alone.').waitFor();
    await open.getByRole('button', { name: 'Find the best combinations' }).click();
    await open.getByRole('heading', { name: 'Pairs that say more than either alone' }).waitFor();
    await quiet();
    await page.getByRole('button', { name: 'Close the details' }).click();
  });

  it('cuts bands by typing, by keyboard and by dragging, and goes back to the proposed', async () => {
    await search('employees');
    await page.getByRole('button', { name: 'employees: below 50', exact: true }).click();
    const first = page.getByRole('textbox', { name: 'Cut 1 of employees' });
    await first.fill('80');
    await rowOf('employees: below 80').waitFor();
    await rowOf('employees: 80 to below 150').waitFor();
    const handle = page.getByRole('slider', { name: 'Cut 2 of employees' });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuenow')).not.toBe('150');
    const stepped = Number(await handle.getAttribute('aria-valuenow'));
    const box = await handle.locator('line').boundingBox();
    if (box === null) throw new Error('the cut has no line');
    await page.mouse.move(box.x, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(stepped);
    const dragged = await handle.getAttribute('aria-valuenow');
    await rowOf(`employees: 80 to below ${dragged ?? ''}`).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Menu: How do leads convert by employees?' }).click();
    await page.getByRole('menuitem', { name: 'Save the table as CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8').split('\r\n');
    expect(csv[0]).toBe('Level,Leads,Known outcome,Converted,Rate,Low (95 %),High (95 %)');
    expect(csv[1]).toMatch(/^below 80,\d+,\d+,\d+,0\.\d+,0\.\d+,0\.\d+$/u);
    await first.fill('9999');
    await page.getByText('Must be above the cut before it').waitFor();
    await quiet();
    await page.getByRole('button', { name: 'Back to the proposed' }).click();
    await rowOf('employees: 50 to below 150').waitFor();
    expect(await first.inputValue()).toBe('50');
    await page.getByRole('button', { name: 'Close the details' }).click();
    await search('');
  });

  it('names what leaks, shows it when it is asked for, and proposes no rule of it', async () => {
    await page.getByText(/Left out, since no rule should read \w+: sales_owner/u).waitFor();
    await page.getByRole('checkbox', { name: 'Show what no rule should read' }).check();
    await search('sales_owner');
    await page
      .getByRole('button', { name: /^sales_owner: \w+$/u })
      .first()
      .click();
    await page.getByText('No rule is proposed: what is filled in with the outcome').waitFor();
    expect(await page.getByRole('button', { name: /^Make a rule/u }).count()).toBe(0);
    await quiet();
    await page.getByRole('button', { name: 'Close the details' }).click();
    await search('nothing is called so');
    await page.getByText('No row passes these filters.').waitFor();
    await page.getByRole('button', { name: 'Show all rows' }).click();
    await page.getByRole('checkbox', { name: 'By attribute' }).check();
    await page.getByRole('rowheader', { name: /^quote_request tells/u }).waitFor();
    await quiet();
  });

  it('says no error on the console', () => {
    expect(faults).toEqual([]);
  });
});

/** As one types it: plain blanks, no thin ones. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ').replaceAll('\u2009', ' ').trim();
