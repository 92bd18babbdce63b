/** The course of time, looked at with histories of every kind: it says why where it has nothing to draw. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../core/history/history.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { historyOf, type LeadRows } from '../support/history-of.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, chartFaults, textFaults } from './screen-checks.ts';

const SHOTS = resolve(import.meta.dirname, '../../out/compare-course');
const CURVE = 'How soon do they become SQLs?';
const FUNNEL = 'From lead to won';
const LOAD = 'Can sales keep up?';
const MONTHS = 'Does it hold month by month?';

describe('the course of time', () => {
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
  const open = async () => {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('tab', { name: 'Course of time' }).click();
    await page.locator('.course[aria-busy="false"]').waitFor();
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
    expect(await spilled(page)).toEqual([]);
    await page.screenshot({ path: join(SHOTS, `${name.toLowerCase().replaceAll(' ', '-')}.png`) });
  };

  it('of the demo is drawn in four charts, in light and dark, on a laptop and on a wall', async () => {
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await open();
    for (const question of [CURVE, FUNNEL, LOAD, MONTHS])
      await card(question).getByRole('img', { name: question }).waitFor();
    expect(await card(CURVE).getByText('half of those who convert').count()).toBe(1);
    expect(
      await card(LOAD)
        .getByText(/weeks over capacity/u)
        .count(),
    ).toBe(1);
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await look(`demo-${colorScheme}-${width}`);
      }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
  }, 120_000);

  it('leaves every chart its height and its menu in its place, however a scenario is called', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Joint draft /u })
      .click();
    const name = page.getByRole('textbox', { name: 'Name of the scenario' });
    await name.fill('What marketing and sales drafted in spring, only for those that have asked for a demo');
    await name.press('Enter');
    await card(CURVE)
      .locator('.chart-legend')
      .getByText(/^What marketing/u)
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await chartFaults(page)).toEqual([]);
    const heights = await page
      .locator('.course .chart-plot')
      .evaluateAll((plots) => plots.map((plot) => plot.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(140);
    const menu = await card(CURVE).getByRole('button', { name: /^Menu/u }).boundingBox();
    const question = await card(CURVE).getByRole('heading').boundingBox();
    expect(Math.abs((menu?.y ?? 0) - (question?.y ?? 0))).toBeLessThan(8);
    await look('long-name');
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Joint draft /u })
      .waitFor();
  });

  it('has the figures behind each chart as a table, by keyboard', async () => {
    await card(CURVE)
      .getByRole('button', { name: /How soon/u })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Show as table' }).focus();
    await page.keyboard.press('Enter');
    const table = card(CURVE).getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(90);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('of many leads without a capacity says where to set one, and draws the weeks all the same', async () => {
    await openHistory('No capacity', worked(300, 'mixed'));
    await card(LOAD).getByText('set the capacity').waitFor();
    await card(LOAD).getByRole('img').waitFor();
    await look('no-capacity');
  });

  it.each([
    ['1 lead', () => worked(1, 'mixed')],
    ['30 leads', () => worked(30, 'mixed')],
  ] as const)('of %s tells counts in place of rates', async (name, leads) => {
    await openHistory(name, leads());
    await card(MONTHS)
      .getByText(/too few for rates, so counts instead/u)
      .waitFor();
    await card(MONTHS).getByRole('table').waitFor();
    await card(FUNNEL).getByRole('img').waitFor();
    await look(name);
  });

  it('of leads that sales was never given says that nobody knows', async () => {
    await openHistory('No outcome', worked(200, 'none'));
    await card(CURVE).getByText('so nobody knows').waitFor();
    await card(MONTHS).getByRole('table').waitFor();
    await look('no outcome');
  });

  it('of leads that were all won is drawn up to 100 %', async () => {
    await openHistory('All won', worked(200, 'won'));
    await card(CURVE).getByRole('img').waitFor();
    expect(await card(CURVE).getByText('100').count()).toBeGreaterThan(0);
    await look('All won');
  });

  it('of a history without dates says so in place of what time would tell, and has a funnel', async () => {
    const at = '2026-03-01';
    await openHistory(
      'Without dates',
      Array.from({ length: 60 }, (_, lead) => ({
        created: at,
        stages: [{ at, stage: lead % 3 === 0 ? ('sql' as const) : ('lost' as const) }],
      })),
    );
    for (const question of [CURVE, LOAD, MONTHS])
      await card(question)
        .getByText(/All dates .* are the same/u)
        .waitFor();
    await card(FUNNEL).getByText('33').first().waitFor();
    await look('Without dates');
    expect(faults).toEqual([]);
  });
});

const EVERYBODY = ruleSet({
  format: 'accord.rule-set/1',
  name: 'Everybody',
  dimensions: [{ id: 'all', name: 'All' }],
  rules: [],
  levels: [{ id: 'mql', name: 'MQL', total: 0 }],
});

function ruleSet(document: unknown): RuleSet {
  const parsed = parseRuleSet(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function writeWorkshop(path: string, leads: readonly LeadRows[]): void {
  const workshop = createWorkshop(path);
  if (!workshop.ok) throw new Error(workshop.error.detail);
  inTransaction(workshop.value, () => {
    writeHistory(workshop.value, historyOf({ leads }));
    beginScenario(workshop.value, EVERYBODY, EVERYBODY, Date.UTC(2026, 0, 1));
  });
  closeWorkshop(workshop.value);
}

/** A lead every day; sales takes it the next and has an answer after a week: every fifth is an SQL, or all, or none. */
function worked(leads: number, outcomes: 'mixed' | 'none' | 'won'): readonly LeadRows[] {
  const at = (days: number) => new Date(Date.UTC(2025, 0, 1) + days * DAY_MS).toISOString();
  return Array.from({ length: leads }, (_, lead): LeadRows => {
    if (outcomes === 'none') return { created: at(lead) };
    const isSql = outcomes === 'won' || lead % 5 === 0;
    return {
      created: at(lead),
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
    [...document.querySelectorAll<SVGTextElement>('.course .chart-plot text')].flatMap((text) => {
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
