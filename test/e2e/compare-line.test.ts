/** Where to draw the line, looked at with histories of every kind: it says why where it has nothing to draw. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../core/history/history.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { historyOf, type LeadRows } from '../support/history-of.ts';
import { ruleSetFrom } from '../support/rule-set-from.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/compare-line');
const SWEEP = 'Where should the line be?';
const BANDS = 'Do higher scores convert better?';
const GAINS = 'How many SQLs for how many leads?';
const JUDGED = 'Does the choice hold on newer leads?';
const DISTRIBUTION = 'Where do converted leads score?';

describe('where to draw the line', () => {
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

  const card = (question: string) => page.getByRole('region', { name: question, exact: true });
  const reader = () => card(SWEEP).getByRole('slider', { name: 'Threshold that is read' });
  const open = async () => {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('tab', { name: 'Where to draw the line' }).click();
    await page.locator('.line[aria-busy="false"]').waitFor();
  };
  const openHistory = async (name: string, leads: readonly LeadRows[]) => {
    const path = join(stage.served.folder, `${name}.accord`);
    writeWorkshop(path, leads);
    await stage.served.openWorkshop(path);
    await page.getByRole('banner').getByText(name).waitFor();
    await open();
  };
  const look = async (name: string) => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  };

  it('is drawn for the demo in light and dark, on a laptop and on a wall', async () => {
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await open();
    for (const question of [BANDS, GAINS, JUDGED, DISTRIBUTION])
      await card(question).getByRole('img', { name: question }).waitFor();
    await card(SWEEP).getByRole('group', { name: SWEEP }).waitFor();
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await look(`demo-${colorScheme}-${width}`);
        expect(await spilled(page)).toEqual([]);
      }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
  }, 120_000);

  it('keeps every legend inside its card, however a scenario is called', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Joint draft /u })
      .click();
    const name = page.getByRole('textbox', { name: 'Name of the scenario' });
    await name.fill('What marketing and sales drafted in spring, with demos');
    await name.press('Enter');
    await page.getByRole('banner').getByText('What marketing and sales drafted').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.line[aria-busy="false"]').waitFor();
    const beyond = await page.locator('.line .chart-card').evaluateAll((cards) =>
      cards.flatMap((one) => {
        const { right } = one.getBoundingClientRect();
        const entries = [...one.querySelectorAll('.chart-legend > span')];
        return entries.filter((entry) => entry.getBoundingClientRect().right > right).map((entry) => entry.textContent);
      }),
    );
    expect(beyond).toEqual([]);
    await look('Long name');
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Joint draft /u })
      .waitFor();
  });

  it('says what is equally good, whether that is settled, and from where on the capacity holds', async () => {
    const words = await card(SWEEP).getByRole('list').innerText();
    expect(words).toMatch(/tell SQLs from other leads equally well; best is \d+/u);
    expect(words).toMatch(/Not settled: of 300 draws of the same leads 8 in 10 put the best at \d+–\d+|Stable: /u);
    expect(words).toMatch(/Capacity \d+ holds from \d+ on, nine weeks in ten/u);
    expect(await card(BANDS).getByText('Higher scores convert better.').count()).toBe(1);
    expect(
      await card(DISTRIBUTION)
        .getByText(/^Of an SQL and another lead the SQL scores higher in this share of pairs, a tie counted as half/u)
        .count(),
    ).toBe(1);
  });

  it('says that the best is chosen on the leads it is judged on, and judges a choice of older leads on newer ones', async () => {
    const words = await card(SWEEP).getByRole('list').innerText();
    expect(words).toContain('Chosen on the leads it is judged on, so likely too good: newer ones beside.');
    const said = () => card(JUDGED).locator('.chart-reason').innerText();
    expect(await said()).toMatch(
      /^Leads before .* choose \d+ .*, those from .* on judge it: since then .* All together choose \d+ and judge their own choice\.$/u,
    );
    const proposed = await said();
    await card(JUDGED).getByLabel('Newer leads begin').fill('2025-01-01');
    await card(JUDGED)
      .getByText(/those from (?:1 Jan 2025|Jan 1, 2025) on judge it/u)
      .waitFor();
    await card(JUDGED).getByRole('button', { name: 'As proposed' }).click();
    await card(JUDGED).getByText(proposed).waitFor();
  });

  it('finds where most SQLs are caught at a conversion that sales accepts', async () => {
    const least = card(SWEEP).getByRole('textbox', { name: 'Conversion at least, %' });
    await least.fill('40');
    await card(SWEEP)
      .getByText(/^Most SQLs at 40\s% or more and within capacity: at \d+, \d+ of \d+\.$/u)
      .waitFor();
    await least.fill('99.5');
    await card(SWEEP)
      .getByText(/^None of these thresholds converts/u)
      .waitFor();
    await least.fill('');
  });

  it('is read by keyboard at any threshold, a rate never without its n', async () => {
    const read = async () => (await reader().getAttribute('aria-valuetext')) ?? '';
    expect(await read()).toMatch(/^52: Joint draft: 37\s% \(34–41\), n 793/u);
    await reader().focus();
    await page.keyboard.press('ArrowRight');
    expect(await read()).toMatch(/^53: .*, n \d+/u);
    await page.keyboard.press('End');
    expect(await read()).toMatch(/\d+ of \d+ known/u);
    await page.keyboard.press('Home');
    expect(await reader().getAttribute('aria-valuenow')).toBe(await reader().getAttribute('aria-valuemin'));
  });

  it('shows the SQLs caught and the profit below the conversion, once people say what they are worth', async () => {
    await card(SWEEP).getByRole('button', { name: 'SQLs caught' }).click();
    await card(SWEEP)
      .getByText(/297 of \d+|of \d+/u)
      .first()
      .waitFor();
    await card(SWEEP).getByRole('button', { name: 'Profit' }).click();
    await card(SWEEP).getByText('Say above what an SQL is worth and what a lead costs.').waitFor();
    await card(SWEEP).getByRole('textbox', { name: 'Working a lead costs' }).fill('900');
    await card(SWEEP)
      .getByText(/bring in equally much|bring in more than/u)
      .waitFor();
    await look('profit');
    await card(SWEEP).getByRole('button', { name: 'Leads a week' }).click();
  });

  it('has every figure as a table, by keyboard', async () => {
    await card(SWEEP)
      .getByRole('button', { name: /Where should/u })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Show as table' }).focus();
    await page.keyboard.press('Enter');
    const table = card(SWEEP).getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(90);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('against what sales was given draws one line, as that has no score', async () => {
    await page
      .getByRole('combobox', { name: 'A: what B is told against' })
      .selectOption({ label: 'What sales was given' });
    await page.locator('.line[aria-busy="false"]').waitFor();
    await card(BANDS).getByRole('img').waitFor();
    await look('against-hand-over');
  });

  it.each([
    ['1 lead', () => scored(1, 'mixed'), /too few for rates/u],
    ['30 leads', () => scored(30, 'mixed'), /too few for rates/u],
    ['No outcome', () => scored(200, 'none'), /too few for rates/u],
    ['All won', () => scored(200, 'won'), /nine weeks in ten|Set the capacity/u],
  ] as const)('of a history of %s says what cannot be told', async (name, leads, words) => {
    await openHistory(name, leads());
    await card(SWEEP).getByText(words).first().waitFor();
    await look(name);
    expect(faults).toEqual([]);
  });
});

/** Points by an attribute from 0 to 100. */
const BY_SIZE = ruleSetFrom({
  rules: [{ id: 'size', name: 'Size', kind: 'counter', dimension: 'fit', attribute: 'size', points: 1, max: 100 }],
});

function writeWorkshop(path: string, leads: readonly LeadRows[]): void {
  const workshop = createWorkshop(path);
  if (!workshop.ok) throw new Error(workshop.error.detail);
  inTransaction(workshop.value, () => {
    writeHistory(workshop.value, historyOf({ leads }));
    beginScenario(workshop.value, BY_SIZE, BY_SIZE, Date.UTC(2026, 0, 1));
  });
  closeWorkshop(workshop.value);
}

/** A lead every day; sales takes it the next and has an answer after a week: every fifth is an SQL, or all, or none. */
function scored(leads: number, outcomes: 'mixed' | 'none' | 'won'): readonly LeadRows[] {
  const at = (days: number) => new Date(Date.UTC(2025, 0, 1) + days * DAY_MS).toISOString();
  return Array.from({ length: leads }, (_, lead): LeadRows => {
    const cells = { size: String((lead * 37) % 101) };
    if (outcomes === 'none') return { created: at(lead), cells };
    const isSql = outcomes === 'won' || lead % 5 === 0;
    return {
      created: at(lead),
      cells,
      stages: [
        { at: at(lead + 1), stage: 'mql' },
        { at: at(lead + 8), stage: isSql ? (outcomes === 'won' ? 'won' : 'sql') : 'rejected' },
      ],
    };
  });
}

/** Texts of charts that reach beyond their picture. */
const spilled = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.line .chart-plot text')].flatMap((text) => {
      const plot = text.closest('.chart-plot')?.getBoundingClientRect();
      const box = text.getBoundingClientRect();
      const fits =
        plot === undefined ||
        (box.left >= plot.left - 1 &&
          box.right <= plot.right + 1 &&
          box.top >= plot.top - 2 &&
          box.bottom <= plot.bottom + 2);
      return fits ? [] : [text.textContent];
    }),
  );
