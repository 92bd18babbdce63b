/** The list of rules by hand: dragged, moved by keys, searched, and compared with the baseline. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('the list of rules', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: 'Try it with a demo' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Rules' }).click({ timeout: 60_000 });
    await page.locator('.rule-row').first().waitFor();
  }, 90_000);
  afterAll(() => stage.close());

  const namesIn = (place: string) =>
    page.getByRole('list', { name: place, exact: true }).locator('.rule-open').allTextContents();
  const grip = (name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true });
  const undo = () => page.getByRole('button', { name: /^Undo/u }).click();
  const status = () => page.getByRole('main').locator('[role="status"].only-heard');
  const heading = (name: string) => page.locator('.rule-list').getByRole('button', { name, exact: true });
  /** Takes hold as a person does: figures that arrive late may pull the grip from under the hand, which then tries again. */
  const pickUp = async (from: Locator) => {
    const isHeld = async () => {
      await from.hover();
      await page.mouse.down();
      const at = await from.boundingBox();
      if (at !== null) await page.mouse.move(at.x + 20, at.y + 20, { steps: 4 });
      const chip = page.locator('.drag-chip');
      return chip.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    };
    while (!(await isHeld())) await page.mouse.up();
  };
  type Edge = 'before' | 'after' | 'into';
  const SHARE_OF_HEIGHT: Readonly<Record<Edge, number>> = { before: 0.1, into: 0.5, after: 0.9 };
  /** Follows what it aims at, which may scroll or move under the hand, until the mark shows that it will land there. */
  const aimAt = (edge: Edge, to: Locator) => {
    const marked = page.locator(`.drop-${edge}`);
    const mark = to.locator('xpath=ancestor-or-self::*').and(marked);
    return expect
      .poll(async () => {
        const at = await to.boundingBox();
        if (at === null) return 0;
        const y = at.y + at.height * SHARE_OF_HEIGHT[edge];
        // A hand is never quite still.
        await page.mouse.move(at.x + 16, y);
        await page.mouse.move(at.x + 20, y, { steps: 4 });
        return mark.count();
      })
      .toBeGreaterThan(0);
  };
  const drag = async (from: Locator, edge: Edge, to: Locator) => {
    await pickUp(from);
    await aimAt(edge, to);
    await page.mouse.up();
  };
  const row = (name: string) =>
    page.locator('.rule-row').filter({ has: page.getByRole('button', { name, exact: true }) });

  it('puts a dragged rule before or behind another, and undo takes it back', async () => {
    const before = await namesIn('Person');
    const [first = '', second = '', third = ''] = before;
    await drag(grip(first), 'after', row(third));
    await expect.poll(async () => (await namesIn('Person')).slice(0, 3)).toEqual([second, third, first]);
    await expect.poll(() => status().textContent()).toBe(`${first} is now 3 of ${before.length} in Profile, Person`);
    await undo();
    await expect.poll(() => namesIn('Person')).toEqual(before);
  });

  it('puts it where it is let go even when the rows have moved since it was taken hold of', async () => {
    const before = await namesIn('Person');
    const [first = '', second = '', third = ''] = before;
    await pickUp(grip(first));
    await page.locator('.rule-list').evaluate((list) => {
      list.style.paddingTop = '120px';
    });
    await aimAt('after', row(third));
    await page.mouse.up();
    await expect.poll(async () => (await namesIn('Person')).slice(0, 3)).toEqual([second, third, first]);
    await page.locator('.rule-list').evaluate((list) => {
      list.style.paddingTop = '';
    });
    await undo();
    await expect.poll(() => namesIn('Person')).toEqual(before);
  });

  it('puts a dragged rule into another group of another dimension', async () => {
    const [size = ''] = await namesIn('Company');
    await drag(grip(size), 'into', heading('Intent'));
    await expect.poll(async () => (await namesIn('Intent'))[0]).toBe(size);
    await undo();
    await expect.poll(async () => (await namesIn('Company'))[0]).toBe(size);
  });

  it('moves a group with its rules into another dimension by keys, and stays with it', async () => {
    const rules = await namesIn('Person');
    await grip('Person').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => status().textContent()).toMatch(/^Person is now 1 of \d in Behaviour$/u);
    expect(await page.getByRole('region', { name: 'Behaviour' }).getByRole('list', { name: 'Person' }).count()).toBe(1);
    expect(await namesIn('Person')).toEqual(rules);
    expect(await grip('Person').evaluate((element) => element === document.activeElement)).toBe(true);
    await undo();
  });

  it('moves a rule on from group to group by keys, one undo each', async () => {
    const last = (await namesIn('Person')).at(-1) ?? '';
    await page.locator('.rule-list').getByRole('button', { name: last, exact: true }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => namesIn('Behaviour')).toEqual([last]);
    expect(await grip(last).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await namesIn('Intent'))[0]).toBe(last);
    await undo();
    await expect.poll(() => namesIn('Behaviour')).toEqual([last]);
    await undo();
    await expect.poll(async () => (await namesIn('Person')).at(-1)).toBe(last);
  });

  it('moves a dimension by drag, and a level by keys', async () => {
    await drag(grip('Behaviour'), 'before', heading('Profile'));
    await expect.poll(async () => (await page.locator('.dimension-line h2').allTextContents())[0]).toBe('Behaviour');
    await undo();
    await expect.poll(async () => (await page.locator('.dimension-line h2').allTextContents())[0]).toBe('Profile');
    const levels = page.locator('.level-order li');
    await grip('Hot').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await levels.first().textContent())?.startsWith('Hot')).toBe(true);
    await undo();
    await expect.poll(async () => (await levels.first().textContent())?.startsWith('MQL')).toBe(true);
  });

  it('finds rules by name, word or value, keeps the headings, and Escape clears it', async () => {
    const all = await page.locator('.rule-row').count();
    await heading('Profile').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('CTO');
    await expect.poll(() => page.locator('.rule-open').allTextContents()).toEqual(['Decides']);
    expect(await page.locator('.group-line').count()).toBeGreaterThan(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.rule-row').count()).toBe(all);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('quote each');
    await expect.poll(() => page.locator('.rule-row').count()).toBeLessThan(all);
    await page.keyboard.press('Escape');
  });

  it('says in words how a rule differs from the baseline, and takes the baseline’s', async () => {
    await heading('Asks for a quote').click();
    const section = page.getByRole('region', { name: 'Against v3' });
    await section.getByText('Fades').waitFor();
    expect(await section.locator('li').allTextContents()).toContainEqual(
      expect.stringMatching(/^Fades.*→.*halves 60 d$/u),
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await section.getByRole('button', { name: 'Take the baseline’s' }).click();
    await section.waitFor({ state: 'detached' });
    expect(await row('Asks for a quote').locator('.changed-dot').count()).toBe(0);
    await undo();
    await section.waitFor();
  });

  it('keeps a removed rule as a ghost that can be brought back', async () => {
    const before = await namesIn('Intent');
    await heading('Asks for a quote').click();
    await page.locator('.rule-editor').getByRole('button', { name: 'Remove', exact: true }).click();
    const back = page.getByRole('button', { name: 'Bring back Asks for a quote' });
    await back.waitFor();
    expect(await page.locator('.list-tools').textContent()).toMatch(/1 removed/u);
    expect(await accessibilityFaults(page)).toEqual([]);
    await back.press('Enter');
    await expect.poll(() => namesIn('Intent')).toEqual(before);
    expect(await row('Asks for a quote').locator('.changed-dot').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
