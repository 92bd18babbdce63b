/** Where one side is ahead, by clicking and typing only. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeadRows } from '../support/history-of.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';
import { worked, writeWorkshop } from './worked-workshop.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/compare-where');

describe('where one side is ahead of the other', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await open();
  }, 120_000);
  afterAll(() => stage.close());

  const open = async () => {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Compare' }).click({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'Where', exact: true }).focus({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await settled();
  };
  const openHistory = async (name: string, leads: readonly LeadRows[]) => {
    const path = join(stage.served.folder, `${name}.accord`);
    writeWorkshop(path, withSource(leads));
    await stage.served.openWorkshop(path);
    await page.getByRole('banner').getByText(name).waitFor();
    await open();
  };
  const look = async (name: string) => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await page.screenshot({ path: join(SHOTS, `${name.toLowerCase().replaceAll(' ', '-')}.png`) });
  };
  const settled = () => page.locator('.compare-where[aria-busy="false"]').waitFor({ timeout: 30_000 });
  const card = (question: RegExp) => page.getByRole('region', { name: question }).first();
  const breakdown = () => card(/^Where does .* help\?$/u);
  const holds = () => card(/^Where does it hold\?$/u);
  const grid = () => card(/^Does .* decide\?$/u);
  const names = (of: ReturnType<typeof card>) =>
    of.locator('.where-plot svg > g > text:first-of-type').allTextContents();
  const asTable = async (of: ReturnType<typeof card>) => {
    await of.getByRole('button', { name: /^Menu: /u }).click();
    await page.getByRole('menuitem', { name: /^Show as/u }).click();
  };

  it('is asked by source first, and nothing on it is cut or out of reach', async () => {
    expect(await names(breakdown())).toContain('Trade fair');
    expect(await breakdown().getByRole('combobox').inputValue()).toContain('source');
    for (const [width, height] of [
      [1920, 1080],
      [1280, 800],
    ] as const)
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await look(`demo-${colorScheme}-${width}`);
      }
  });

  it('is asked by anything else from the keyboard', async () => {
    const chooser = breakdown().getByRole('combobox', { name: 'Told apart by' });
    await chooser.focus();
    await chooser.selectOption({ label: 'Month reached' });
    await expect.poll(() => names(breakdown())).toContain('Mar 2025');
    await chooser.selectOption({ label: 'employees' });
    await expect.poll(async () => (await names(breakdown())).join(' ')).toMatch(/below \d+.*and more/u);
    await chooser.selectOption({ label: 'What scenarios are meant for' });
    await page.getByText('Every scenario is meant for every lead.').waitFor();
    await chooser.selectOption({ label: 'source' });
    await expect.poll(() => names(breakdown())).toContain('Trade fair');
  });

  it('puts first where it helps most', async () => {
    await breakdown().getByRole('button', { name: 'Difference' }).focus();
    await page.keyboard.press('Enter');
    const figures = await breakdown().locator('.where-plot svg > g > text[text-anchor="end"]').allTextContents();
    const told = figures.filter((figure) => figure !== '').map((figure) => Number(figure.replace('\u2212', '-')));
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((left, right) => right - left));
  });

  it('says in how many months, sources and regions it holds, and which cannot tell', async () => {
    for (const [part, unit] of [
      ['Source', 'sources'],
      ['Region', 'regions'],
      ['Month', 'months'],
    ] as const) {
      await holds().getByRole('button', { name: part }).click();
      await holds()
        .getByText(new RegExp(`is ahead in \\d+ of \\d+ ${unit}`, 'u'))
        .waitFor();
      expect(await names(holds())).toContain('All leads');
    }
    expect(
      await holds()
        .getByText(/more cannot tell/u)
        .count(),
    ).toBe(1);
  });

  it('has every figure as a table too', async () => {
    await asTable(holds());
    const table = holds().getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('columnheader').last().textContent()).toBe('Without these leads, points');
    expect(await accessibilityFaults(page)).toEqual([]);
    await asTable(holds());
  });

  it('has the grades of either side', async () => {
    const rates = () => grid().locator('.where-grid-rate').allTextContents();
    const ofScenario = await rates();
    expect(ofScenario.length).toBeGreaterThan(8);
    await grid().getByRole('button', { name: 'v3' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(rates).not.toEqual(ofScenario);
  });

  it('can be told of what sales was really given, which has no grades', async () => {
    const told = page.getByRole('radio', { name: /^What sales was given/u });
    await told.focus();
    await page.keyboard.press('Space');
    await card(/^Where does What sales was given help\?$/u).waitFor();
    await settled();
    await grid().getByText('What sales was given has no rules').waitFor();
    await holds()
      .getByText(/^v3 is ahead in (\d+) of \1 months/u)
      .waitFor();
    await look('handover');
  });

  it.each([
    ['1 lead', 1],
    ['30 leads', 30],
  ] as const)('of %s tells that they are too few', async (name, leads) => {
    await openHistory(name, worked(leads, 'mixed'));
    await holds()
      .getByText(/^Fewer than 10 SQLs/u)
      .waitFor();
    await holds().getByRole('table').waitFor();
    await breakdown().getByText('No row has 20 leads with a known outcome.').waitFor();
    await look(name);
  });

  it('of leads that sales was never given tells counts', async () => {
    await openHistory('No outcome', worked(200, 'none'));
    await breakdown().getByRole('table').waitFor();
    await holds().getByRole('table').waitFor();
    await look('No outcome');
  });

  it('of one scenario twice says that neither is ahead, though all were won', async () => {
    await openHistory('All won', worked(200, 'won'));
    await holds()
      .getByText(/convert exactly alike/u)
      .waitFor();
    await breakdown().getByRole('img').waitFor();
    await look('All won');
    expect(faults).toEqual([]);
  });
});

const withSource = (leads: readonly LeadRows[]): readonly LeadRows[] =>
  leads.map((lead, index) => ({ ...lead, cells: { source: ['Web', 'Fair', 'Partner'][index % 3] ?? '' } }));
