/** The What-if and the difference of Compare looked at with histories of every kind, in light and dark, on a laptop and on a wall; screenshots are kept. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { shownHeadline, simulatedHeadline } from './headline-figures.ts';
import { HISTORIES, writeManyToLookAt, writeToLookAt } from './histories-to-look-at.ts';
import { accessibilityFaults, chartFaults, spilledWords, textFaults } from './screen-checks.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/screens');
const SIZES = [
  [1280, 800],
  [1920, 1080],
] as const;

interface Looked {
  readonly screen: string;
  /** Shows the screen, and waits until all of it is drawn. */
  readonly open: (page: Page) => Promise<void>;
}

/** Each is looked at with every history: a view more is a row more. */
const LOOKED: readonly Looked[] = [
  { screen: 'what-if', open: openWhatIf },
  { screen: 'compare', open: openDifference },
];

describe.each(LOOKED)('the screen $screen', ({ screen, open }) => {
  let stage: ServedPage;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    stage = await openServedPage();
    ({ page } = stage);
    page.setDefaultTimeout(30_000);
  }, 60_000);
  afterAll(() => stage.close());

  /** The faults of each look, by size and colours. */
  const look = async (name: string): Promise<Readonly<Record<string, readonly string[]>>> => {
    const faults: Record<string, readonly string[]> = {};
    for (const [width, height] of SIZES)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await open(page);
        const shot = `${screen}-${name.toLowerCase().replaceAll(' ', '-')}-${colorScheme}-${width}`;
        await page.screenshot({ path: join(SHOTS, `${shot}.png`) });
        faults[`${colorScheme} ${width}`] = [
          ...(await textFaults(page)),
          ...(await spilledWords(page)),
          ...(await chartFaults(page)),
          ...(width === 1280 ? await accessibilityFaults(page) : []),
        ];
      }
    return faults;
  };

  const openWorkshop = async (path: string) => {
    const opened = await stage.served.openWorkshop(path);
    if (!opened.ok) throw new Error(opened.error.detail);
    await page.reload();
  };

  it('has nothing to reproach with the demo', async () => {
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'What-if' }).waitFor({ timeout: 60_000 });
    expect(await look('demo')).toEqual(NO_FAULTS);
  }, 120_000);

  it.each(HISTORIES)(
    'has nothing to reproach with $name',
    async (history) => {
      await openWorkshop(writeToLookAt(stage.served.folder, history));
      expect(await look(history.name)).toEqual(NO_FAULTS);
    },
    120_000,
  );

  it('has nothing to reproach with 100,000 leads', async () => {
    await openWorkshop(writeManyToLookAt(stage.served.folder));
    expect(await look('many leads')).toEqual(NO_FAULTS);
  }, 120_000);

  it('never saw an error, nor content that the policy refused', () => {
    expect(stage.faults).toEqual([]);
    expect(stage.served.log).toEqual([]);
  });
});

describe('the headline of the What-if', () => {
  it('of the demo equals what simulate prints, to the last digit shown', async () => {
    const stage = await openServedPage();
    try {
      await stage.page.getByRole('button', { name: /demo/iu }).first().click();
      await openWhatIf(stage.page);
      expect(await shownHeadline(stage.page)).toEqual(await simulatedHeadline(stage.served.folder));
    } finally {
      await stage.close();
    }
  }, 120_000);
});

const NO_FAULTS = Object.fromEntries(
  SIZES.flatMap(([width]) => ['light', 'dark'].map((scheme) => [`${scheme} ${width}`, []])),
);

async function openWhatIf(page: Page): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: 'What-if' }).click({ timeout: 60_000 });
  await page.locator('.what-if-stage[aria-busy="false"], .empty-state').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => {
    const [stage, ...cards] = document.querySelectorAll('.what-if-stage, .what-if-stage > [data-frame]');
    const frame = stage?.getAttribute('data-frame');
    const isDrawn = cards.every((card) => card.getAttribute('data-frame') === frame);
    return isDrawn && document.querySelector('.more-row[aria-busy="true"]') === null;
  });
}

async function openDifference(page: Page): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Compare' }).click({ timeout: 60_000 });
  await page.locator('.compare-difference[aria-busy="false"], .empty-state').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('[data-names="waited for"]') === null);
}
