import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCompareCommand } from '../../cli/commands/compare.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import type { ComparisonDocument } from '../../core/comparison/pair/comparison-document.ts';
import type { SimulateResult } from '../../core/measures/simulate-result.ts';
import { ruleSetFrom } from '../support/rule-set-from.ts';
import { specCaseNames } from '../support/spec-cases.ts';

const CASES = resolve(import.meta.dirname, '../../../shared/spec/cases');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof runCompareCommand, args: readonly string[]) {
  let out = '';
  const lines: string[] = [];
  const status = await command(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => lines.push(line),
  });
  return { status, out, lines };
}

const printed = async (...args: readonly string[]): Promise<ComparisonDocument> => {
  const { status, out, lines } = await run(runCompareCommand, args);
  expect([status, lines]).toEqual([0, []]);
  return JSON.parse(out) as ComparisonDocument;
};

const fileOf = (name: string, document: object): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(document));
  return path;
};

const byTitle = (title: string, level = 'mql') =>
  ruleSetFrom({
    rules: [
      {
        id: 'title',
        name: 'Title',
        kind: 'attribute',
        dimension: 'fit',
        points: 50,
        if: { attribute: 'job_title', op: 'contains', value: title },
      },
    ],
    levels: [{ id: level, name: level, total: 50 }],
  });

/** Of one title: so many leads, of which so many converted, so many were lost; the rest has no stage. */
interface Kind {
  readonly title: string;
  readonly converted: number;
  readonly lost: number;
  readonly unknown: number;
}

function dataOf(name: string, kinds: readonly Kind[]): string {
  const leads = ['id,created,job_title'];
  const stages = ['lead,at,stage', 'clock,2025-12-31,lost'];
  leads.push('clock,2025-01-01,none');
  for (const { title, converted, lost, unknown } of kinds)
    for (let index = 0; index < converted + lost + unknown; index += 1) {
      const id = `${title}${index}`;
      leads.push(`${id},2025-01-01,${title}`);
      if (index < converted + lost) stages.push(`${id},2025-02-01,${index < converted ? 'sql' : 'lost'}`);
    }
  return folderOf(name, { 'leads.csv': leads, 'stages.csv': stages, 'activities.csv': ['lead,at,type'] });
}

function folderOf(name: string, files: Readonly<Record<string, readonly string[]>>): string {
  const path = mkdtempSync(join(folder, `${name}-`));
  for (const [file, lines] of Object.entries(files)) writeFileSync(join(path, file), `${lines.join('\n')}\n`);
  return path;
}

describe('accord compare', () => {
  it('prints the published comparison of two tests on the same subjects (DTComPair, Paired1)', async () => {
    const data = dataOf('paired', [
      { title: 'ab', converted: 319, lost: 31, unknown: 0 },
      { title: 'a', converted: 78, lost: 53, unknown: 0 },
      { title: 'b', converted: 22, lost: 22, unknown: 0 },
      { title: 'none', converted: 32, lost: 154, unknown: 0 },
    ]);
    const a = fileOf('a.json', byTitle('a'));
    const b = fileOf('b.json', byTitle('b'));
    const { format, level, difference, recall, swap } = await printed('--data', data, '--rules', a, '--rules', b);
    expect([format, level]).toEqual(['accord.comparison/1', 'mql']);
    expect(difference.rate).toBeCloseTo(0.04011841, 8);
    expect(difference.p).toBeCloseTo(0.0193912, 7);
    expect(difference.standardError).toBeCloseTo(0.01680389, 8);
    expect(difference.interval?.[0]).toBeCloseTo(0.007183, 6);
    expect(difference.bounds).toEqual([difference.rate, difference.rate]);
    expect(recall.difference).toBeCloseTo((22 - 78) / 451, 12);
    expect(recall.interval).toEqual([expect.any(Number), expect.any(Number)]);
    expect(swap).toMatchObject({
      kept: { leads: 350, observed: 350, converted: 319 },
      lost: { leads: 131, observed: 131, converted: 78 },
      gained: { leads: 44, observed: 44, converted: 22, rate: 0.5 },
    });
  });

  it('bounds the difference sharply where outcomes are unknown (STATISTICS.md 11)', async () => {
    const data = dataOf('bounds', [
      { title: 'ab', converted: 24, lost: 56, unknown: 10 },
      { title: 'a', converted: 6, lost: 64, unknown: 40 },
      { title: 'b', converted: 0, lost: 0, unknown: 30 },
    ]);
    const args = ['--data', data, '--rules', fileOf('a.json', byTitle('a')), '--rules', fileOf('b.json', byTitle('b'))];
    const { difference, sentence } = await printed(...args);
    expect(difference.rate).toBeCloseTo(0.1, 12);
    expect(difference.bounds?.[0]).toBeCloseTo(-0.15, 12);
    expect(difference.bounds?.[1]).toBeCloseTo(1 / 3, 12);
    expect(sentence).toMatch(
      /^B converts 10\.0 points better than A .* unless sales skipped better leads than it took/u,
    );
  });

  it('prints no break-even that unknown leads cannot come to', async () => {
    // Half of the known ones convert; for B to come level with 30 of 40 its 20 unknown would have to do so three times as often.
    const data = dataOf('never', [
      { title: 'a', converted: 30, lost: 10, unknown: 0 },
      { title: 'b', converted: 0, lost: 20, unknown: 20 },
    ]);
    const args = ['--data', data, '--rules', fileOf('a.json', byTitle('a')), '--rules', fileOf('b.json', byTitle('b'))];
    const { difference } = await printed(...args);
    expect([difference.rate, difference.breakEven]).toEqual([-0.75, null]);
  });

  it.each(specCaseNames())('has the measures of simulate to the last digit on %s, for every level', async (name) => {
    const data = join(CASES, name);
    const rules = join(data, 'rules.json');
    const options = readFileSync(join(data, 'options.txt'), 'utf8').split(/\s+/u).filter(Boolean);
    const simulated = JSON.parse(
      (await run(runSimulate, ['--data', data, '--rules', rules, ...options])).out,
    ) as SimulateResult;
    for (const measures of simulated.levels) {
      const given = ['--data', data, '--rules', rules, '--rules', rules, '--level', measures.id, ...options];
      const { a, b, difference, sentence } = await printed(...given);
      expect([a, b]).toEqual([measures, measures]);
      expect(difference.rate ?? 0).toBe(0);
      expect(sentence).toBe(
        measures.reached === 0
          ? 'Neither A nor B reaches a lead.'
          : 'A and B reach the same leads, so they convert alike.',
      );
    }
  });

  it('writes the leads with their outcome, their list and when either reaches them', async () => {
    const data = dataOf('rows', [
      { title: 'ab', converted: 1, lost: 0, unknown: 0 },
      { title: 'a', converted: 0, lost: 1, unknown: 0 },
      { title: 'b', converted: 0, lost: 0, unknown: 1 },
    ]);
    const leads = join(data, 'compared.csv');
    const args = ['--rules', fileOf('a.json', byTitle('a')), '--rules', fileOf('b.json', byTitle('b'))];
    await printed('--data', data, ...args, '--leads', leads);
    const at = '2025-01-01T00:00:00.000Z';
    expect(readFileSync(leads, 'utf8').split('\r\n')).toEqual([
      'lead,outcome,list,a:reachedAt,a:peak,b:reachedAt,b:peak',
      'clock,immature,,,0,,0',
      `ab0,converted,kept,${at},50,${at},50`,
      `a0,not converted,lost,${at},50,,0`,
      `b0,unobserved,gained,,0,${at},50`,
      '',
    ]);
    const { status, out, lines } = await run(runCompareCommand, [
      '--data',
      data,
      ...args,
      '--leads',
      join(leads, 'no'),
    ]);
    expect([status, out]).toEqual([1, '']);
    expect(lines).toEqual([expect.stringMatching(/^accord compare: .* cannot be written: /u)]);
  });

  it('says null where a figure does not exist, and counts in words', async () => {
    const data = dataOf('few', [{ title: 'a', converted: 2, lost: 3, unknown: 1 }]);
    const args = ['--data', data, '--rules', fileOf('a.json', byTitle('a')), '--rules', fileOf('b.json', byTitle('b'))];
    const { difference, sentence } = await printed(...args);
    expect(difference).toEqual({
      rate: null,
      standardError: null,
      interval: null,
      p: null,
      bounds: null,
      breakEven: null,
    });
    expect(sentence).toBe('Too few SQLs to compare rates: A 2 of 5 leads with a known outcome, B 0 of 0.');
  });

  it('names the rule set that lacks the level, and the levels that it has', async () => {
    const data = dataOf('level', []);
    const b = fileOf('b.json', byTitle('b', 'hot'));
    const args = ['--data', data, '--rules', fileOf('a.json', byTitle('a')), '--rules', b];
    const { status, out, lines } = await run(runCompareCommand, args);
    expect([status, out]).toEqual([1, '']);
    expect(lines).toEqual([`accord compare: the rule set ${b} has no level "mql"; it has hot`]);
  });

  it.each([
    ['one rule set', ['--rules', 'a.json']],
    ['three rule sets', ['--rules', 'a.json', '--rules', 'b.json', '--rules', 'c.json']],
  ])('%s is bad use', async (_, args) => {
    const { status, out, lines } = await run(runCompareCommand, ['--data', folder, ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(lines).toEqual(['accord compare: give two rule sets, A and then B: --rules A.json --rules B.json']);
  });
});
