/** Scenarios and the view of the history, by hand: mostly from the keyboard, as in the meeting. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('scenarios and the view', () => {
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

  const banner = () => page.getByRole('banner');
  const chip = (name: string) => banner().getByRole('button', { name: new RegExp(`^${name} `, 'u') });
  const menu = () => page.getByRole('region', { name: 'Scenarios and what they change' });
  const onTheTable = (name: string) =>
    menu().getByRole('button', { name: new RegExp(`^${name} (proposed|drafted)`, 'u') });
  const levers = () => page.getByRole('complementary', { name: 'Levers' });
  const hue = () => page.locator('.screen').evaluate((screen) => getComputedStyle(screen).getPropertyValue('--whose'));
  const undo = () => banner().getByRole('button', { name: 'Undo' }).click();
  const looksWell = async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    expect(stage.faults).toEqual([]);
  };
  const foot = () => page.getByRole('button', { name: /^History looked at/u });
  const leads = async () => {
    await page.locator('.what-if-stage[aria-busy=false]').waitFor();
    return Number((await foot().textContent())?.replaceAll(/\D/gu, ''));
  };
  const settled = async (count: (leads: number) => boolean) => {
    await expect.poll(async () => count(await leads())).toBe(true);
    return leads();
  };

  it('are branched, named and given a seat from the keyboard, and wear its hue', async () => {
    const hueBefore = await hue();
    await chip('Joint draft').focus();
    await page.keyboard.press('Enter');
    await menu().getByRole('button', { name: 'Branch from this' }).press('Enter');
    await chip('Joint draft 2').waitFor();
    const name = menu().getByRole('textbox', { name: 'Name of the scenario' });
    await name.fill('Only the ready');
    await name.press('Enter');
    await chip('Only the ready').waitFor();
    await menu().getByRole('textbox', { name: 'Note on the scenario' }).fill('Fewer, readier leads');
    await menu().getByRole('button', { name: 'Sales', exact: true }).press('Space');
    await onTheTable('Only the ready').getByText('proposed by sales').waitFor();
    expect(await hue()).not.toBe(hueBefore);
    await looksWell();
    await page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
    expect(await chip('Only the ready').evaluate((button) => button === document.activeElement)).toBe(true);
    await undo();
    await expect.poll(hue).toBe(hueBefore);
    await banner().getByRole('button', { name: 'Redo' }).click();
    await expect.poll(hue).not.toBe(hueBefore);
  });

  it('are chosen, taken off the list and put back, each a step for undo', async () => {
    await chip('Only the ready').press('Enter');
    await onTheTable('Joint draft').press('Enter');
    await chip('Joint draft').waitFor();
    await menu().getByRole('button', { name: 'Remove Only the ready' }).press('Enter');
    await menu().getByRole('button', { name: 'Put back Only the ready' }).waitFor();
    await looksWell();
    await page.keyboard.press('Escape');
    await undo();
    await undo();
    await chip('Only the ready').press('Enter');
    await menu().getByRole('button', { name: 'Remove Joint draft' }).waitFor();
    expect(await menu().getByRole('textbox', { name: 'Note on the scenario' }).inputValue()).toBe(
      'Fewer, readier leads',
    );
    await page.keyboard.press('Escape');
  });

  it('begin from any version that was kept, and each version has its notes', async () => {
    await banner().getByRole('button', { name: 'v3' }).click();
    await page.getByRole('menuitem', { name: 'Keep the scenario as “Version 2”' }).click();
    await banner().getByRole('button', { name: 'v3' }).click();
    await page.getByRole('menuitem', { name: /^Version 2/u }).click();
    await banner().getByRole('button', { name: 'Version 2' }).waitFor();
    await chip('Only the ready').press('Enter');
    const kept = menu().getByRole('region', { name: 'Kept versions' });
    const listed = await kept.getByRole('listitem').allTextContents();
    expect(listed.join('; ')).toMatch(/^Version 2baseline, [^;]*; v3\d/u);
    await kept.getByRole('button', { name: 'Notes on v3' }).press('Enter');
    const note = kept.getByRole('textbox', { name: 'New note' });
    await note.fill('What sales had until spring.');
    // A menu that is closed over it keeps what was begun
    await page.keyboard.press('Escape');
    await chip('Only the ready').press('Enter');
    await kept.getByRole('button', { name: 'Notes on v3' }).press('Enter');
    expect(await note.inputValue()).toBe('What sales had until spring.');
    await note.press('Control+Enter');
    await kept.getByText('What sales had until spring.').waitFor();
    await looksWell();
    await kept.getByRole('button', { name: 'Branch from version v3' }).press('Enter');
    await chip('From v3').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => levers().getByRole('button', { name: 'All back' }).isEnabled()).toBe(true);
  });

  it('are counted alike by their chip and by the levers, whatever it is that they change', async () => {
    const inLevers = await levers()
      .getByText(/^\d+ changes?$/u)
      .textContent();
    expect(await chip('From v3').textContent()).toBe(`From v3${inLevers ?? ''}`);
    await undo();
    await undo();
    await chip('Only the ready').waitFor();
  });

  it('are replayed on a period and a segment from the keyboard; the top bar says so, and undo restores the figures', async () => {
    const all = await leads();
    await foot().press('Enter');
    const period = page.getByRole('combobox', { name: 'Period in which leads were created' });
    await period.focus();
    await page.keyboard.type('Last 12');
    const lately = await settled((count) => count < all);
    await banner()
      .getByText(/^Leads created from /u)
      .waitFor();
    const segment = page.getByRole('combobox', { name: 'Attribute that makes the segment' });
    await segment.selectOption({ label: 'country' });
    await page.getByRole('checkbox', { name: /^Italy/u }).press('Space');
    const italian = await settled((count) => count < lately);
    await page.getByRole('checkbox', { name: /^Poland/u }).press('Space');
    await settled((count) => count > italian && count < lately);
    await banner()
      .getByText(/segment country is Italy or Poland/u)
      .waitFor();
    await looksWell();
    await undo();
    await settled((count) => count === lately);
    await undo();
    await settled((count) => count === all);
    expect(
      await banner()
        .getByText(/^Leads created/u)
        .count(),
    ).toBe(0);
  });

  it('are read up to the hand-over with other days and another capacity, each back to its default', async () => {
    await page.getByRole('button', { name: 'Hand-over' }).press('Enter');
    const days = page.getByRole('slider', { name: 'Days that sales has before a lead without a result counts' });
    await days.press('ArrowLeft');
    await banner()
      .getByText(/read up to the hand-over, sales has 89 days/u)
      .waitFor();
    const capacity = page.getByRole('textbox', { name: 'Leads a week that sales can follow up, number' });
    await capacity.fill('12.5');
    await capacity.press('Enter');
    await page.getByText('Sales’ capacity 12.5 a week').waitFor();
    await days.press('Backspace');
    await banner()
      .getByText(/read up to the hand-over$/u)
      .waitFor();
    await banner().getByRole('button', { name: 'All of it' }).click();
    await banner()
      .getByText(/read up to the hand-over/u)
      .waitFor({ state: 'detached' });
    expect(await capacity.inputValue()).toBe('12.5');
  });

  it('that no lead falls into say so and lead back', async () => {
    const all = await leads();
    const first = page.getByRole('textbox', { name: 'First day of the period' });
    await first.fill('2099-01-01');
    await first.press('Enter');
    await page.getByText('No lead falls into the part of the history that is looked at').waitFor();
    await looksWell();
    await page.getByRole('main').getByRole('button', { name: 'All of it' }).press('Enter');
    await settled((count) => count === all);
    await first.fill('yesterday');
    await first.press('Enter');
    await page.getByText('Write a day as 2026-01-31.').waitFor();
    await first.press('Escape');
  });

  it('leave screens that look at the whole history alone, and those say so', async () => {
    await page.getByRole('button', { name: 'Hand-over' }).press('Enter');
    await banner().getByText('read up to the hand-over').waitFor();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Leads' }).click();
    await banner().getByText('This screen looks at the whole history').waitFor();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Rules' }).click();
    await banner()
      .getByRole('link', { name: /read up to the hand-over/u })
      .press('Enter');
    await foot().waitFor();
    expect(await foot().getAttribute('aria-expanded')).toBe('true');
  });
});
