import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImportCommand } from '../../cli/commands/import.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import { runSweepCommand } from '../../cli/commands/sweep.ts';
import type { SweepDocument } from '../../core/comparison/line/sweep-document.ts';
import type { SimulateResult } from '../../core/measures/simulate-result.ts';
import { publicFile } from '../support/public-file.ts';
import { specCaseNames } from '../support/spec-cases.ts';

const CASES = resolve(import.meta.dirname, '../../../shared/spec/cases');
const FIXTURES = resolve(import.meta.dirname, '../fixtures');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-sweep-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runSweepCommand, ...args: readonly string[]) {
  let out = '';
  const err: string[] = [];
  const status = await command(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => err.push(line),
  });
  return { status, out, err };
}

const sweepOf = async (...args: readonly string[]): Promise<SweepDocument> => {
  const { status, out, err } = await run(runSweepCommand, ...args);
  expect(err).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(out) as SweepDocument;
};

interface RulesFile {
  readonly levels: readonly { readonly id: string; readonly total: number }[];
}

/** The same rules with another threshold of one level, in a file. */
const withThreshold = (rules: RulesFile, id: string, total: number): string => {
  const path = join(folder, 'moved.json');
  const levels = rules.levels.map((level) => (level.id === id ? { ...level, total } : level));
  writeFileSync(path, JSON.stringify({ ...rules, levels }));
  return path;
};

/** Enough to tell, few enough to replay: the ends and some between. That all are right is a property of the core. */
const someOf = <T>(all: readonly T[]): readonly T[] => {
  const every = Math.max(1, Math.ceil(all.length / 4));
  return all.filter((_, index) => index % every === 0 || index === all.length - 1);
};

describe('sweep on the worked cases', () => {
  it.each(specCaseNames())('prints of %s at a threshold what simulate prints with it', async (name) => {
    const data = join(CASES, name);
    const options = readFileSync(join(data, 'options.txt'), 'utf8').trim().split(/\s+/u).filter(Boolean);
    const rules = JSON.parse(readFileSync(join(data, 'rules.json'), 'utf8')) as RulesFile;
    for (const { id } of rules.levels) {
      const given = ['--data', data, ...options];
      const swept = await sweepOf(...given, '--rules', join(data, 'rules.json'), '--level', id);
      for (const point of [...someOf(swept.thresholds), swept.present]) {
        const moved = withThreshold(rules, id, point.threshold);
        const simulated = JSON.parse((await run(runSimulate, ...given, '--rules', moved)).out) as SimulateResult;
        const { id: _id, ...measures } = simulated.levels.find((level) => level.id === id) ?? { id };
        expect(point).toMatchObject(measures);
      }
    }
  });
});

describe('sweep on a public history', () => {
  it('finds the published table of the nine-rule card, and how well it ranks', async () => {
    const workshop = join(folder, 'x-education.accord');
    const mapping = join(FIXTURES, 'mappings', 'x-education.json');
    const file = publicFile('x-education/Leads.csv');
    expect((await run(runImportCommand, workshop, file, '--mapping', mapping)).status).toBe(0);
    const rules = join(FIXTURES, 'rule-sets', 'nine-rule-card.json');
    const swept = await sweepOf('--workshop', workshop, '--rules', rules, '--level', 'at-0');
    const at = (least: number) => swept.thresholds.find(({ threshold }) => threshold >= least);
    expect([0, 20, 30, 40, 60].map((least) => [at(least)?.reached, at(least)?.converted])).toEqual([
      [6_843, 3_150],
      [2_879, 2_220],
      [2_656, 2_081],
      [1_003, 946],
      [442, 427],
    ]);
    expect(swept.auc?.value).toBeGreaterThan(0.8);
  }, 60_000);
});

describe('the use of sweep', () => {
  const data = join(CASES, 'case-05');
  const given = ['--data', data, '--rules', join(data, 'rules.json')] as const;

  it('tells of a capacity which weeks it breaks and from which threshold on it holds', async () => {
    const without = await sweepOf(...given);
    expect([without.capacityPerWeek, without.capacityThreshold, without.present.weeksOverCapacity]).toEqual([
      null,
      null,
      null,
    ]);
    const within = await sweepOf(...given, '--capacity', '1000');
    expect(within.capacityThreshold).toBe(within.thresholds[0]?.threshold);
    expect(within.present.weeksOverCapacity).toBe(0);
  });

  it('judges a choice of older leads on newer ones, from the day that is given', async () => {
    const { judged, best, present } = await sweepOf(...given, '--split', '2025-06-01', '--maturity-days', '10');
    expect(judged).toMatchObject({ splitAt: '2025-06-01T00:00:00.000Z', olderBefore: '2025-05-22T00:00:00.000Z' });
    expect(judged?.present.all).toEqual(present);
    expect(judged?.present.newer.reached).toBeLessThanOrEqual(present.reached);
    expect(best === null || judged?.best !== undefined).toBe(true);
  });

  it('tells profit where a value and a cost are given, and needs both', async () => {
    const { present, best } = await sweepOf(...given, '--value-per-sql', '10', '--cost-per-lead', '1');
    expect(present.profit).toBe(10 * present.converted - present.observed);
    expect(best === null || best.by === 'profit').toBe(true);
    expect(await run(runSweepCommand, ...given, '--value-per-sql', '10')).toMatchObject({ status: 2, out: '' });
  });

  it.each([
    [['--capacity', 'many'], /--capacity: "many" is no number/u, 2],
    [['--least-rate', '34'], /--least-rate: "34" is no number from 0 to 1/u, 2],
    [['--split', 'spring'], /--split: "spring" is no date/u, 2],
    [['--level', 'none'], /has no level "none"; it has mql/u, 1],
  ])('refuses %s with one clear line', async (options, line, status) => {
    const answer = await run(runSweepCommand, ...given, ...options);
    expect(answer).toMatchObject({ status, out: '' });
    expect(answer.err.join('\n')).toMatch(line);
  });
});
