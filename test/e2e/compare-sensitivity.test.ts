/** What moves a level, by clicking and typing only: on the demo, where the shares of the rules have to be asked for. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { HISTORIES, writeManyToLookAt, writeToLookAt } from './histories-to-look-at.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/compare-sensitivity');
const CARDS = ['What moves SQLs caught?', 'Which rules earn their place?', 'Threshold or half-life?'] as const;

describe('what moves it', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await goTo('Compare');
    await page.getByRole('tab', { name: 'What moves it' }).click({ timeout: 60_000 });
  }, 90_000);
  afterAll(() => stage.close());

  const goTo = (screen: string) =>
    page.getByRole('navigation').first().getByRole('link', { name: screen }).click({ timeout: 60_000 });
  const card = (question: string) => page.getByRole('region', { name: question, exact: true });
  const plot = (question: string) => card(question).locator('.chart-plot svg');
  const press = (question: string, name: string) => card(question).getByRole('button', { name, exact: true }).click();
  const workItOut = () => page.getByRole('button', { name: /^Work it out/u });
  const labels = (question: string) => plot(question).locator('g > text:first-of-type').allTextContents();

  const openHistory = async (path: string, name: string) => {
    await stage.served.openWorkshop(path);
    await page.getByRole('banner').getByText(name).waitFor({ timeout: 60_000 });
    await goTo('Compare');
    await page.getByRole('tab', { name: 'What moves it' }).click({ timeout: 60_000 });
  };
  const shoot = async (name: string) => {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name.toLowerCase().replaceAll(' ', '-')}.png`) });
  };

  it('tells by itself, with the values that each lever is moved to, which moves most', async () => {
    await plot('What moves SQLs caught?').waitFor({ timeout: 60_000 });
    const rows = await labels('What moves SQLs caught?');
    expect(rows).toContain('MQL at 47–57');
    expect(rows).toContain('Pricing page 6–10');
    expect(await plot('What moves SQLs caught?').locator('title').first().textContent()).toMatch(
      /instead of .*SQLs of .*n \d/u,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  });

  it('holds the volume, where the threshold has no bar, and switches rules off', async () => {
    await press('What moves SQLs caught?', 'Same volume');
    await expect.poll(() => labels('What moves SQLs caught?')).not.toContain('MQL at 47–57');
    await expect
      .poll(() => card('What moves SQLs caught?').textContent())
      .toMatch(/nearest to the [\d\s]+ leads of now/u);
    await press('What moves SQLs caught?', 'Rule off');
    await press('What moves SQLs caught?', 'Conversion');
    await expect.poll(async () => (await labels('What moves conversion?'))[0]).toBe('100–2,500 staff');
    await press('What moves conversion?', 'Same threshold');
    await press('What moves conversion?', 'One step');
    expect(await textFaults(page)).toEqual([]);
  });

  it('has every figure of it in a table', async () => {
    const choose = async (item: string) => {
      await page.getByRole('button', { name: 'Menu: What moves conversion?' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await choose('Show as table');
    const table = card('What moves conversion?').getByRole('table');
    expect(await table.getByRole('row').count()).toBeGreaterThan(30);
    expect(await table.textContent()).toContain('Pricing page: 6 instead of 8');
    await choose('Show as chart');
  });

  it('is walked by arrow keys from pair to pair of threshold and half-life, from the present one', async () => {
    const here = page.locator('.heat-cell[tabindex="0"]');
    const said = page.locator('.heat-words');
    expect(await here.count()).toBe(1);
    await here.focus();
    expect(await said.textContent()).toMatch(/MQL at 52, half-life 60.d \(as now\)/u);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await said.textContent()).toMatch(/MQL at 57, half-life 45.d; .*n \d/u);
    expect(await here.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    expect(await said.textContent()).toContain('MQL at 57');
  });

  it('works the shares of the rules out when asked, tells how far it is, and can be stopped', async () => {
    await workItOut().focus();
    await page.keyboard.press('Enter');
    const progress = page.getByRole('region', { name: 'Moving one lever after the other' });
    await progress.waitFor({ timeout: 30_000 });
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached', timeout: 30_000 });
    expect(await plot('Which rules earn their place?').count()).toBe(0);
    await workItOut().click();
    await plot('Which rules earn their place?').waitFor({ timeout: 120_000 });
    expect(await card('Which rules earn their place?').textContent()).toMatch(
      /Free-mail address.* add.? nothing|adds nothing/u,
    );
    expect(await workItOut().count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 180_000);

  it.each([
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['light', 1920, 1080],
    ['dark', 1920, 1080],
  ] as const)('fits in %s at %i × %i', async (colorScheme, width, height) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => textFaults(page)).toEqual([]);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.sensitivity-cards .chart-plot')].flatMap((chart) => {
        const room = chart.getBoundingClientRect();
        return [...chart.querySelectorAll('text')]
          .filter((text) => {
            const box = text.getBoundingClientRect();
            return (
              box.width > 0 && (box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1)
            );
          })
          .map((text) => text.textContent);
      }),
    );
    expect(outside).toEqual([]);
    await shoot(`demo-${colorScheme}-${width}`);
  });

  it('says that it is out of date when the rules change, and is soon told anew where that is quickly done', async () => {
    await goTo('What-if');
    const threshold = page.getByRole('textbox', { name: /^MQL at/u }).first();
    await threshold.fill('50');
    await threshold.press('Enter');
    await goTo('Compare');
    await page.getByText('Rules or history have changed since this was worked out.').waitFor({ timeout: 60_000 });
    await expect.poll(() => labels('What moves SQLs caught?'), { timeout: 60_000 }).toContain('MQL at 45–55');
    expect(await workItOut().textContent()).toBe('Work it out again');
  });

  it('is told of the side that is chosen, and of what sales was given there is nothing to move', async () => {
    await page.getByRole('radio', { name: /^v3/u }).click();
    await expect.poll(() => labels(CARDS[0]), { timeout: 60_000 }).toContain('MQL at 45–55');
    await page.getByRole('radio', { name: /^What sales was given/u }).click();
    await page.getByText('What sales was given has no rules to move').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: /^Joint draft/u }).click();
    await card(CARDS[0]).waitFor();
  });

  it.each(HISTORIES.filter(({ leads }) => leads > 0))(
    'bears a history of $name, with reasons in place of charts',
    async (history) => {
      await openHistory(writeToLookAt(stage.served.folder, history), history.name);
      for (const question of CARDS) await card(question).waitFor();
      await page.locator('.compare-sensitivity[aria-busy="false"]').waitFor();
      await expect
        .poll(() => page.locator('.sensitivity-cards').textContent(), { timeout: 60_000 })
        .not.toMatch(/Being worked out|Not worked out/u);
      expect(await card(CARDS[0]).locator('.chart-plot svg, .chart-reason').count()).toBeGreaterThan(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await textFaults(page)).toEqual([]);
      await shoot(history.name);
    },
  );

  it('waits to be asked with 100,000 leads, and then counts them in seconds', async () => {
    await openHistory(writeManyToLookAt(stage.served.folder), 'Many leads');
    await card(CARDS[0]).getByText('Not worked out yet.').waitFor({ timeout: 60_000 });
    await workItOut().click();
    await plot(CARDS[0]).waitFor({ timeout: 120_000 });
    const progress = page.getByRole('region', { name: 'Moving one lever after the other' });
    await progress.getByRole('button', { name: 'Cancel' }).click({ timeout: 60_000 });
    await progress.waitFor({ state: 'detached', timeout: 30_000 });
    expect(await textFaults(page)).toEqual([]);
    await shoot('Many leads');
  }, 240_000);

  it('leaves no error behind', () => {
    expect(faults).toEqual([]);
  });
});
