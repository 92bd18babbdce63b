/** Months after signing: working lists by what was signed, and a review that shows a promise kept and one broken. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNED_MS, storyAgreement, storyHistory } from '../core/review/review-story.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, chartFaults, textFaults } from './screen-checks.ts';
import { writeSignedWorkshop } from './signed-story.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/shots/review');

describe('the review', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    stage = await openServedPage();
    ({ page, faults } = stage);
    page.setDefaultTimeout(30_000);
  }, 60_000);
  afterAll(() => stage.close());

  const goTo = (name: string) => page.getByRole('navigation').first().getByRole('link', { name, exact: false }).click();
  const openStory = async (name: string, weeksAfter?: number) => {
    const path = join(stage.served.folder, `${name}.accord`);
    writeSignedWorkshop(path, {
      agreement: storyAgreement,
      history: storyHistory(weeksAfter),
      signedMs: SIGNED_MS,
      maturityDays: 14,
    });
    await stage.served.openWorkshop(path);
    await page.getByRole('banner').getByText(name).waitFor();
  };
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`) });
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };

  it('says that nothing is signed yet, and where to sign', async () => {
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await goTo('Review');
    await page.getByRole('heading', { name: 'No version is in force' }).waitFor();
    await look('not-signed');
    await page.getByRole('link', { name: 'Go to Agreement' }).click();
    await page.waitForURL(/#agreement/u);
  });

  it('shows a promise kept and one broken, week by week, what drifted, and what it comes to', async () => {
    await openStory('Story');
    await goTo('Review');
    await page.getByText('Adjust what was signed.').waitFor();
    const kept = page.getByRole('region', { name: 'Marketing promised' });
    await kept.getByText(/^Kept/u).waitFor();
    const broken = page.getByRole('region', { name: 'Sales promised' });
    await broken.getByText(/^Broken/u).waitFor();
    expect(await broken.getByRole('img', { name: /Held in 0 of/u }).count()).toBe(1);
    await page.getByText('No lead meets “Came from the fair” any more.').waitFor();
    await page.getByRole('region', { name: 'Do the rules still tell leads apart?' }).getByText('Large').waitFor();
    await look('story');
  });

  it('draws how far inputs moved against what chance alone does, and gives the figures as a table', async () => {
    const inputs = page.getByRole('region', { name: 'Do other leads come in?' });
    await inputs.getByRole('img').getByText('2.87 (0.03)', { exact: true }).waitFor();
    await inputs.getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    const source = inputs.getByRole('row', { name: /^source/u });
    expect(await source.getByRole('cell').allTextContents()).toMatchObject([
      'source',
      '2.87',
      '0.03',
      'yes',
      'web',
      '50',
      '100',
    ]);
    await look('story-table');
  });

  it('draws conversion and share of each band before and since', async () => {
    const bands = page.getByRole('region', { name: 'Does a score still mean the same?' });
    await bands.getByRole('img').getByText('56 or more', { exact: true }).waitFor();
    expect(await bands.getByRole('img').textContent()).toContain('conversion 50\u202f% (45–55), n 400');
    expect(await chartFaults(page)).toEqual([]);
  });

  it('can look at another time', async () => {
    await page.getByLabel('Which time is reviewed').selectOption({ label: 'the last 13 weeks' });
    await page.getByText(/30 Jan 2026 to 1 May 2026/u).waitFor();
  });

  it('says that there is no newer history, and what to do', async () => {
    await openStory('Early', 0);
    await goTo('Review');
    await page.getByText('There is no newer history yet.').waitFor();
    await look('early');
    await page.getByRole('button', { name: 'Meanwhile, look at the last 13 weeks' }).click();
    await page.getByRole('region', { name: 'Sales promised' }).waitFor();
  });

  it('is beside the working lists by what was signed, which tell what has changed once they are given out', async () => {
    await openStory('Lists');
    await goTo('Leads');
    for (const tab of ['Sales, urgent', 'Recycle', 'Nurture', 'Sales']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab} \\d`, 'u') }).click();
      await page.getByRole('heading', { name: tab, exact: true }).waitFor();
    }
    await page.getByText('By version 1 of “Qualified leads 2027”, signed by both.').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Give out as Excel …' }).click();
    expect((await saved).suggestedFilename()).toBe('sales.xlsx');
    await page.getByText(/Since the list of .*: 0 new, 0 from other lists, 0 gone/u).waitFor();
    await look('lists');
    expect(faults).toEqual([]);
  });
});
