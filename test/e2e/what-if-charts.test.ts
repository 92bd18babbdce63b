/** The charts of the What-if: they follow a lever that keeps moving, are moved by keyboard, and are given away as pictures and tables. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';

const CARDS = ['Where should the line be?', 'Does it hold month by month?', 'Do higher scores convert better?'];

describe('the charts of the What-if', () => {
  let stage: ServedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page } = stage);
    page.setDefaultTimeout(30_000);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'What-if' }).click({ timeout: 60_000 });
    await page.locator('.what-if-stage[aria-busy="false"] .sweep-card .chart-plot svg').waitFor();
  }, 120_000);
  afterAll(() => stage.close());

  const card = (question: string) => page.getByRole('region', { name: question, exact: true });
  const fromMenu = async (question: string, item: string) => {
    const download = page.waitForEvent('download');
    await card(question)
      .getByRole('button', { name: `Menu: ${question}` })
      .click();
    await page.getByRole('menuitem', { name: item }).click();
    return readFileSync(await (await download).path());
  };
  /** Of all cards, how many frames each has shown since `watchFrames`, and whether all show the newest. */
  const watched = () =>
    page.evaluate(() => {
      const shown = Reflect.get(globalThis, 'shownFrames') as ReadonlyMap<Element, ReadonlySet<string>>;
      const newest = document.querySelector('.what-if-stage')?.getAttribute('data-frame');
      return {
        fewest: Math.min(...[...shown.values()].map((frames) => frames.size)),
        areNewest: [...shown.keys()].every((element) => element.getAttribute('data-frame') === newest),
      };
    });

  it('all follow a key that is held down, and end at its last step', async () => {
    await page.evaluate(watchFrames);
    await page.getByRole('group', { name: 'MQL at', exact: true }).getByRole('slider').focus();
    // A key held down comes again and again without being let go.
    while ((await watched()).fewest < 3) {
      for (const key of ['ArrowRight', 'ArrowLeft']) await page.keyboard.down(key);
    }
    for (const key of ['ArrowRight', 'ArrowLeft']) await page.keyboard.up(key);
    await expect.poll(async () => (await watched()).areNewest).toBe(true);
  });

  it('are followed by names that take one stop of Tab; arrows walk from name to name', async () => {
    const names = page.getByRole('tabpanel').getByRole('table').getByRole('link');
    await names.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await names.nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await names.evaluateAll((links) => links.map(({ tabIndex }) => tabIndex).slice(0, 3))).toEqual([-1, 0, -1]);
    await page.keyboard.press('ArrowUp');
    expect(await names.first().evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it('let the threshold be moved by keyboard, where a screen reader hears what it means', async () => {
    const handle = page.getByRole('slider', { name: 'MQL threshold' });
    const before = Number(await handle.getAttribute('aria-valuenow'));
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await handle.getAttribute('aria-valuenow'))).toBe(before + 1);
    expect(await handle.getAttribute('aria-valuetext')).toMatch(/\d+.% \(\d+–\d+\), [\d.]+ leads a week$/u);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => Number(await handle.getAttribute('aria-valuenow'))).toBe(before);
  });

  it.each(CARDS)('give "%s" away as a picture that stands on its own, and as a table', async (question) => {
    const svg = (await fromMenu(question, 'Save as SVG …')).toString();
    expect(svg).toMatch(/^<svg /u);
    expect(svg).toContain(question);
    expect(svg.match(/<path [^>]*d="M/gu)?.length ?? 0).toBeGreaterThan(3);
    expect(svg).not.toMatch(/var\(--|color-mix|NaN/u);
    const png = await fromMenu(question, 'Save as PNG …');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const csv = (await fromMenu(question, 'Save the table as CSV …')).toString().split('\r\n');
    expect(csv.length).toBeGreaterThan(5);
  });

  it('keep their question and their short names whole, however a scenario is called; the picture has all of them', async () => {
    const called = 'What marketing and sales drafted together in spring, with demos and webinars';
    const scenario = page.getByRole('banner').getByRole('button', { name: /^Joint draft /u });
    await scenario.click();
    const name = page.getByRole('textbox', { name: 'Name of the scenario' });
    await name.fill(called);
    await name.press('Enter');
    await page.getByRole('banner').getByText(called).waitFor();
    await page.keyboard.press('Escape');
    const cut = await page
      .locator('.what-if-stage .chart-card :is(h2, .chart-legend > span:not(.long) > .legend-name)')
      .evaluateAll((texts) => texts.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    expect(cut).toEqual([]);
    const svg = (await fromMenu(CARDS[0] ?? '', 'Save as SVG …')).toString();
    expect(svg).toContain(called);
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await scenario.waitFor();
  });

  it('never saw an error', () => {
    expect(stage.faults).toEqual([]);
  });
});

/** In the page: keeps which frames each card has shown. */
function watchFrames(): void {
  const shown = new Map<Element, Set<string>>();
  for (const element of document.querySelectorAll('.what-if-stage > [data-frame]')) shown.set(element, new Set());
  Object.assign(globalThis, { shownFrames: shown });
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target instanceof Element) shown.get(target)?.add(target.getAttribute('data-frame') ?? '');
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-frame'] });
}
