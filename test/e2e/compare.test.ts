/** Compare, by clicking and typing only: the sentence, the table of scenarios, another B by keyboard, and the views. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('comparing scenarios', () => {
  let stage: ServedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Compare' }).click({ timeout: 60_000 });
    await settled();
  }, 120_000);
  afterAll(() => stage.close());

  const verdict = () => page.getByRole('region', { name: 'What the comparison comes to' });
  const sentence = () => verdict().getByRole('heading');
  const row = (name: RegExp) => page.getByRole('radio', { name });
  const settled = async (): Promise<void> => {
    await page.locator('.compare-verdict[aria-busy="false"]').waitFor({ timeout: 60_000 });
    await page.locator('.compare-difference[aria-busy="false"]').waitFor({ timeout: 60_000 });
  };
  const isSound = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };

  it('says it in one sentence, and under it what that rests on', async () => {
    expect(await sentence().textContent()).toBe(
      'Joint draft catches 7 more SQLs than v3; whether it converts better the history cannot tell.',
    );
    expect(await verdict().textContent()).toMatch(
      /As many MQLs a week\. Difference, 95 %: −0\.2 to \+3\.4 points among 957 known/u,
    );
  });

  it('holds every scenario against the baseline, the hand-over among them', async () => {
    expect(await page.getByRole('radio').count()).toBe(3);
    expect(await row(/^Joint draft/u).isChecked()).toBe(true);
    await row(/^v3, baseline: conversion 36\s%/u).waitFor();
    await row(/^What sales was given, as it really happened/u).waitFor();
  });

  it('tells another scenario when the arrow keys choose its row', async () => {
    await row(/^Joint draft/u).focus();
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => sentence().textContent())
      .toMatch(/^What sales was given converts \d+\.?\d* points worse than v3 and catches \d+ more SQLs\.$/u);
    expect(await row(/^What sales was given/u).evaluate((element) => element === document.activeElement)).toBe(true);
    await settled();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => sentence().textContent()).toMatch(/^Joint draft/u);
  });

  it('tells it against what is chosen', async () => {
    const against = page.getByRole('combobox', { name: 'A: what B is told against' });
    await against.selectOption({ label: 'What sales was given' });
    await expect
      .poll(() => sentence().textContent())
      .toMatch(/^Joint draft converts \d+\.?\d* points better than What sales was given/u);
    await settled();
    await against.selectOption({ label: 'v3' });
    await expect.poll(() => sentence().textContent()).toMatch(/than v3/u);
    await settled();
  });

  it('shows the difference with its bounds, swaps by name, SQLs, deals and newer leads', async () => {
    for (const question of [
      'How sure is the difference?',
      'How large a pilot would tell?',
      'Who comes in, who falls out?',
      'Who catches the SQLs?',
      'What do the deals come to?',
      'Does it hold on newer leads?',
    ])
      await page.getByRole('region', { name: question }).waitFor();
    const list = page.getByRole('tabpanel', { name: /^\+ Gained/u });
    const counted = (await page.getByRole('tab', { name: /^\+ Gained/u }).textContent())?.replaceAll(/\D/gu, '');
    expect(Number(counted)).toBeGreaterThan(50);
    expect(await list.getByRole('row').count()).toBe(51);
    await list.getByRole('button', { name: '50 more' }).click();
    await expect.poll(() => list.getByRole('row').count()).toBe(101);
  });

  it('sizes a pilot by the points that are asked for', async () => {
    const pilot = page.getByRole('region', { name: 'How large a pilot would tell?' });
    const leads = async () => Number((await pilot.locator('b').first().textContent())?.replaceAll(/\D/gu, ''));
    const forThree = await leads();
    await pilot.getByRole('button', { name: '±1', exact: true }).click();
    expect((await leads()) / forThree).toBeCloseTo(9, 0);
  });

  it('moves the day from which leads are the newer ones, and back', async () => {
    const periods = page.getByRole('region', { name: 'Does it hold on newer leads?' });
    await periods.getByLabel('Newer leads begin').fill('2025-01-01');
    await periods.getByText('From 1 Jan 2025', { exact: true }).waitFor();
    await settled();
    await periods.getByRole('button', { name: 'As proposed' }).click();
    await expect.poll(() => periods.getByText('From 1 Jan 2025', { exact: true }).count()).toBe(0);
  });

  it('takes one stop of Tab for all names of a list; arrows walk from name to name', async () => {
    const names = page
      .getByRole('tabpanel', { name: /^\+ Gained/u })
      .getByRole('table')
      .getByRole('link');
    await names.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await names.nth(2).evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await names.evaluateAll((links) => links.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
    await page.keyboard.press('End');
    expect(await names.last().evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Home');
    expect(await names.first().evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it.each([
    [1280, 800, 'light'],
    [1280, 800, 'dark'],
    [1920, 1080, 'light'],
    [1920, 1080, 'dark'],
  ] as const)('reads well at %i × %i, %s', async (width, height, colorScheme) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await settled();
    await isSound();
    const basis = await verdict().getByRole('paragraph').boundingBox();
    expect(basis?.height).toBeLessThanOrEqual(40);
  });

  it('gives its figures as a table', async () => {
    const table = page.getByRole('region', { name: 'Which scenario converts best?', exact: true });
    await table.getByRole('button', { name: /Which scenario/u }).click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    await table.getByRole('cell', { name: 'Joint draft' }).waitFor();
    await isSound();
    await table.getByRole('button', { name: /Which scenario/u }).click();
    await page.getByRole('menuitem', { name: 'Show as chart' }).click();
  });

  it('draws two scenarios of one seat in one hue with marks of their own', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Joint draft /u })
      .click();
    await page.getByRole('button', { name: 'Branch from this' }).click();
    await page.keyboard.press('Escape');
    await row(/^Joint draft 2/u).waitFor();
    const marks = page.locator('.scenarios-plot [data-whose="both"][data-mark]');
    const shapes = await marks.evaluateAll((dots) => dots.map((dot) => dot.getAttribute('data-mark')));
    expect(new Set(shapes)).toEqual(new Set(['disc', 'square']));
    await isSound();
  });
});
