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
  /** As a person does it: lets go once the mark shows where it will land. */
  const dragOnto = async (from: Locator, to: Locator, share: number) => {
    // Hovering waits until nothing moves any more: figures that arrive late push the rows about.
    await to.hover();
    await from.hover();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (start === null || end === null) throw new Error('nothing to drag');
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 20, { steps: 4 });
    const mark = to
      .and(page.locator('[class*="drop-"]'))
      .or(to.locator('xpath=ancestor::*[contains(@class, "drop-")]'));
    // Near its edge the list scrolls under the pointer: the hand follows what it aims at.
    await expect
      .poll(async () => {
        const now = (await to.boundingBox()) ?? end;
        await page.mouse.move(start.x + start.width / 2, now.y + now.height * share, { steps: 8 });
        return mark.count();
      })
      .toBeGreaterThan(0);
    await page.mouse.up();
  };
  const row = (name: string) =>
    page.locator('.rule-row').filter({ has: page.getByRole('button', { name, exact: true }) });

  it('puts a dragged rule before or behind another, and undo takes it back', async () => {
    const before = await namesIn('Person');
    const [first = '', second = '', third = ''] = before;
    await dragOnto(grip(first), row(third), 0.8);
    await expect.poll(async () => (await namesIn('Person')).slice(0, 3)).toEqual([second, third, first]);
    await expect.poll(() => status().textContent()).toBe(`${first} is now 3 of ${before.length} in Profile, Person`);
    await undo();
    await expect.poll(() => namesIn('Person')).toEqual(before);
  });

  it('puts a dragged rule into another group of another dimension', async () => {
    const [size = ''] = await namesIn('Company');
    await dragOnto(grip(size), heading('Intent'), 0.5);
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
    await dragOnto(grip('Behaviour'), heading('Profile'), 0.1);
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
