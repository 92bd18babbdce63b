/** The figures of the What-if headline as they stand on screen, and as `accord simulate` has them of the same scenario. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LevelMeasures } from '../../api/core-types.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import type { SimulateResult } from '../../core/measures/simulate-result.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { readScenario } from '../../db/queries/scenario.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';

/** Each figure with its n, to the last digit shown; a dash where there is none. */
export interface HeadlineFigures {
  readonly reached: string;
  readonly conversion: string;
  readonly interval: string;
  readonly bounds: string;
  readonly caught: string;
  readonly missed: string;
  readonly amount: string;
  /** Empty where nobody won. */
  readonly won: string;
  readonly leadTime: string;
}

/** Of the first level, which the screen shows unless another one was chosen. */
export async function shownHeadline(page: Page): Promise<HeadlineFigures> {
  await page.locator('.what-if-stage[aria-busy="false"]').waitFor({ timeout: 60_000 });
  const cell = (place: number) => page.locator('.headline-cell').nth(place);
  const value = async (place: number) => (await cell(place).locator('.headline-value b').textContent()) ?? '';
  const beside = async (place: number) =>
    (await cell(place).locator('.headline-value span').first().textContent()) ?? '';
  const foot = async (place: number) => (await cell(place).locator('.headline-foot').textContent()) ?? '';
  return {
    reached: (await cell(0).locator('.headline-value .hint').textContent()) ?? '',
    conversion: await value(1),
    interval: (/^\([^)]*\)/u.exec(await beside(1)) ?? [await beside(1)])[0],
    bounds: await foot(1),
    caught: await value(2),
    missed: await foot(2),
    amount: await value(3),
    won: (/^[\d\u202f]+/u.exec((await foot(3)).replace(/^from /u, '')) ?? [''])[0],
    leadTime: `${await value(4)}, ${(await foot(4)).replace(/^median, /u, '')}`,
  };
}

/** Runs the command on the workshop file and the scenario that is on its table. */
export async function simulatedHeadline(workshopsFolder: string): Promise<HeadlineFigures> {
  const path = newestWorkshop(workshopsFolder);
  const rulesPath = join(workshopsFolder, 'on-the-table.json');
  writeFileSync(rulesPath, scenarioIn(path));
  let printed = '';
  const status = await runSimulate(['--workshop', path, '--rules', rulesPath], {
    out: (text) => {
      printed += text;
    },
    err: (line) => {
      throw new Error(line);
    },
  });
  if (status !== 0) throw new Error(`accord simulate ended with ${status}`);
  const [first] = (JSON.parse(printed) as SimulateResult).levels;
  if (first === undefined) throw new Error('the rule set has no level');
  return written(first);
}

function written(measures: LevelMeasures): HeadlineFigures {
  const { reached, observed, converted, rate, interval, bounds, sqls, won, amount, leadTimeDays } = measures;
  const format = createFormats('en-GB', 'UTC');
  if (rate === null || interval === null || bounds === null || converted < 10 || leadTimeDays === null)
    throw new Error('this history has not every figure, so its headline is no proof');
  return {
    reached: `n ${format.count(reached)}`,
    conversion: format.percent(rate),
    interval: `(${format.range(interval)})`,
    bounds: `n ${format.count(observed)} of ${format.count(reached)} known, bounds ${format.range(bounds)}\u202f%`,
    caught: format.count(converted),
    missed: `of ${format.count(sqls)}, ${format.count(sqls - converted)} missed`,
    amount: format.amount(amount),
    won: won === 0 ? '' : format.count(won),
    leadTime: `${format.decimal(leadTimeDays, leadTimeDays < 10 ? 1 : 0)} d, n ${format.count(converted)}`,
  };
}

function newestWorkshop(folder: string): string {
  const [newest] = readdirSync(folder)
    .filter((name) => name.endsWith('.accord'))
    .map((name) => join(folder, name))
    .toSorted((one, other) => statSync(other).birthtimeMs - statSync(one).birthtimeMs);
  if (newest === undefined) throw new Error(`no workshop in ${folder}`);
  return newest;
}

function scenarioIn(path: string): string {
  const opened = openWorkshop(path, { readOnly: true });
  if (!opened.ok) throw new Error(opened.error.detail);
  try {
    const scenario = readScenario(opened.value);
    if (scenario === null) throw new Error('no scenario is on the table');
    return scenario.document;
  } finally {
    closeWorkshop(opened.value);
  }
}
