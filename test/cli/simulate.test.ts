import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSimulate } from '../../cli/commands/simulate.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { setKeptOut } from '../../db/queries/kept-out.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { historyOf } from '../support/history-of.ts';
import { specCaseNames } from '../support/spec-cases.ts';

const CASES = resolve(import.meta.dirname, '../../../shared/spec/cases');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runSimulate(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err };
}

const options = (name: string): readonly string[] =>
  readFileSync(join(CASES, name, 'options.txt'), 'utf8')
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Real numbers agree within 1e-9 × max(1, |x|); all else is equal. */
function agree(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number')
    return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => agree(Reflect.get(left, key), Reflect.get(right, key)));
}

const cells = (text: string): unknown =>
  Papa.parse<string[]>(text, { skipEmptyLines: true }).data.map((row) =>
    row.map((cell) => (cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell)),
  );

describe('simulate on the worked cases', () => {
  it.each(specCaseNames())('prints what %s expects, and its leads', async (name) => {
    const data = join(CASES, name);
    const leads = join(folder, `${name}.csv`);
    const { status, out } = await run(
      '--data',
      data,
      '--rules',
      join(data, 'rules.json'),
      ...options(name),
      '--leads',
      leads,
    );
    expect(status).toBe(0);
    const { warnings: _printed, ...printed } = JSON.parse(out) as Record<string, unknown>;
    const { warnings: _wanted, ...wanted } = JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(agree(printed, wanted), `${JSON.stringify(printed)} against ${JSON.stringify(wanted)}`).toBe(true);
    expect(
      agree(cells(readFileSync(leads, 'utf8')), cells(readFileSync(join(data, 'expected-leads.csv'), 'utf8'))),
    ).toBe(true);
  });
});

describe('simulate on a workshop', () => {
  const workshopOf = (fill: (workshop: WritableWorkshop) => void): string => {
    const path = join(mkdtempSync(join(folder, 'workshop-')), 'spring.accord');
    const created = createWorkshop(path);
    if (!created.ok) throw new Error(created.error.detail);
    const stored = inTransaction(created.value, () => fill(created.value));
    if (!stored.ok) throw new Error(stored.error.detail);
    closeWorkshop(created.value);
    return path;
  };
  const rulesOf = (attribute: string): string => {
    const path = join(folder, 'rules.json');
    const rule = {
      id: 'r',
      name: 'Owner',
      kind: 'attribute',
      dimension: 'fit',
      points: 5,
      if: { attribute, op: 'exists' },
    };
    const document = {
      format: 'accord.rule-set/1',
      name: 'T',
      dimensions: [{ id: 'fit', name: 'Fit' }],
      rules: [rule],
      levels: [{ id: 'mql', name: 'MQL', total: 5 }],
    };
    writeFileSync(path, JSON.stringify(document));
    return path;
  };
  const lead = (id: string, created: string) => ({ id, created, cells: { owner: 'Ada' } });

  it('names the rules that read what the workshop keeps out of rules', async () => {
    const workshop = workshopOf((opened) => {
      writeHistory(opened, historyOf({ leads: [lead('A', '2025-01-01')] }));
      setKeptOut(opened, 'owner', true);
    });
    const { status, out } = await run('--workshop', workshop, '--rules', rulesOf('owner'));
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      warnings: [expect.stringMatching(/^rules\[0\]\.if\.attribute: the rule "Owner" reads the attribute "owner"/u)],
    });
  });

  it('takes the days that a lead may have from the workshop, where none are given', async () => {
    const fill = (maturityDays: number | null) => (opened: WritableWorkshop) => {
      writeHistory(opened, historyOf({ leads: [lead('A', '2025-01-01'), lead('B', '2025-02-10')] }));
      writeSettings(opened, { maturityDays });
    };
    const rulesPath = rulesOf('owner');
    const silent = ['--workshop', workshopOf(fill(null)), '--rules', rulesPath];
    const saying = ['--workshop', workshopOf(fill(30)), '--rules', rulesPath];
    const { out } = await run(...saying);
    expect(out).toBe((await run(...silent, '--maturity-days', '30')).out);
    expect(out).not.toBe((await run(...silent)).out);
    expect((await run(...saying, '--maturity-days', '90')).out).toBe((await run(...silent)).out);
  });
});

describe('simulate when something is wrong', () => {
  const data = join(CASES, 'case-01');
  const rules = join(data, 'rules.json');

  it.each([
    ['no history', ['--rules', rules]],
    ['two histories', ['--data', data, '--workshop', 'x.accord', '--rules', rules]],
    ['no rule set', ['--data', data]],
    ['an unknown option', ['--data', data, '--rules', rules, '--frobnicate']],
    ['an unreadable date', ['--data', data, '--rules', rules, '--as-of', 'yesterday']],
    ['an unknown time zone', ['--data', data, '--rules', rules, '--time-zone', 'Europe/Atlantis']],
    ['an unreadable number of days', ['--data', data, '--rules', rules, '--maturity-days', '-1']],
    ['an unknown horizon', ['--data', data, '--rules', rules, '--horizon', 'sunset']],
  ])('%s is bad use: status 2, one line, nothing printed', async (_, args) => {
    const { status, out, err } = await run(...args);
    expect([status, out, err.length]).toEqual([2, '', 1]);
  });

  it('a missing folder is a fault: status 1, one line that names it', async () => {
    const { status, out, err } = await run('--data', join(folder, 'nowhere'), '--rules', rules);
    expect([status, out, err.length]).toEqual([1, '', 1]);
    expect(err[0]).toContain('nowhere');
  });

  it('a faulty rule set is a fault that names the path of the fault', async () => {
    const faulty = join(folder, 'faulty.json');
    writeFileSync(faulty, JSON.stringify({ ...(JSON.parse(readFileSync(rules, 'utf8')) as object), levels: [] }));
    const { status, out, err } = await run('--data', data, '--rules', faulty);
    expect([status, out]).toEqual([1, '']);
    expect(err[0]).toContain('levels');
  });

  it('a leads file that cannot be written is a fault and leaves nothing behind', async () => {
    const { status, out } = await run(
      '--data',
      data,
      '--rules',
      rules,
      '--leads',
      join(folder, 'no-such-folder', 'leads.csv'),
    );
    expect([status, out]).toEqual([1, '']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('a repeated id is a fault that names file and row', async () => {
    const broken = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(broken, 'leads.csv'), 'id,created\r\nA,2025-01-01\r\nA,2025-01-02\r\n');
    const { status, err } = await run('--data', broken, '--rules', rules);
    expect(status).toBe(1);
    expect(err[0]).toMatch(/leads\.csv.*3/u);
  });
});
