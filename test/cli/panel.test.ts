import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPanelCommand } from '../../cli/commands/panel.ts';
import type { PanelDocument } from '../../core/panel/panel-document.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-panel-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[]) {
  let out = '';
  const lines: string[] = [];
  const status = await runPanelCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => lines.push(line),
  });
  return { status, out, lines };
}

let files = 0;
function fileOf(rows: readonly string[]): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, ['lead,seat,verdict', ...rows, ''].join('\n'));
  return path;
}

async function printed(rows: readonly string[]): Promise<PanelDocument> {
  const { status, out, lines } = await run(['--judgements', fileOf(rows)]);
  expect([status, lines]).toEqual([0, []]);
  return JSON.parse(out) as PanelDocument;
}

/** `cells`: leads by what marketing says (row) and sales says (column): yes, then no, then unsure. */
function judgementsOf(cells: readonly (readonly number[])[]): readonly string[] {
  const verdicts = ['yes', 'no', 'unsure'];
  let leads = 0;
  return cells.flatMap((counts, row) =>
    counts.flatMap((count, column) =>
      Array.from({ length: count }, () => {
        leads += 1;
        return [`${leads},marketing,${verdicts[row]}`, `${leads},sales,${verdicts[column]}`];
      }).flat(),
    ),
  );
}

async function refused(rows: readonly string[]): Promise<string> {
  const { status, out, lines } = await run(['--judgements', fileOf(rows)]);
  expect([status, out]).toEqual([1, '']);
  return lines.join('\n');
}

describe('accord panel', () => {
  it('given judgements with a published κ then it prints the measures', async () => {
    const panel = await printed(
      judgementsOf([
        [20, 5],
        [10, 15],
      ]),
    );
    expect(Object.keys(panel)).toEqual('format leads raw kappa ac1 alpha stricter midP disagreements'.split(' '));
    expect(panel).toMatchObject({ format: 'accord.panel/1', leads: 50, raw: 0.7, stricter: 'marketing' });
    expect(panel.kappa.value).toBeCloseTo(0.4, 10);
    expect(panel.ac1.value).toBeCloseTo(0.4059, 4);
    expect(panel.disagreements).toHaveLength(15);
    expect(panel.disagreements[0]).toEqual({ lead: '21', marketing: 'yes', sales: 'no' });
  });

  it('given the abstractors with three answers then intervals are those published', async () => {
    const panel = await printed(
      judgementsOf([
        [13, 0, 0],
        [0, 20, 4],
        [0, 7, 56],
      ]),
    );
    expect(panel.kappa.interval?.map((end) => end.toFixed(3))).toEqual(['0.680', '0.913']);
    expect(panel.ac1.interval?.map((end) => end.toFixed(3))).toEqual(['0.764', '0.935']);
    expect(panel).toMatchObject({ stricter: null, midP: null });
  });

  it('given leads that one seat alone judged then they are left out', async () => {
    const panel = await printed(['a,marketing,yes', 'a,sales,no', 'b,sales,no', 'c,marketing,yes', 'c,sales,']);
    expect(panel).toMatchObject({ leads: 1, raw: 0, disagreements: [{ lead: 'a' }] });
  });

  it('given no judgement then figures that do not exist are null', async () => {
    const nothing = { value: null, interval: null };
    expect(await printed([])).toEqual({
      format: 'accord.panel/1',
      leads: 0,
      raw: null,
      kappa: nothing,
      ac1: nothing,
      alpha: nothing,
      stricter: null,
      midP: null,
      disagreements: [],
    });
  });

  it('given a verdict or a seat that is none then its line is named', async () => {
    expect(await refused(['a,marketing,perhaps'])).toContain('line 2: the verdict is "perhaps"');
    expect(await refused(['a,marketing,Yes', 'a,finance,no'])).toContain('line 3: the seat is "finance"');
  });

  it('given a lead that a seat judged twice then both lines are named', async () => {
    expect(await refused(['a,sales,no', 'a,sales,yes'])).toContain('line 3: sales has judged lead "a" on line 2');
  });

  it('given no file, or one that is not there then the status says so', async () => {
    expect((await run([])).status).toBe(2);
    expect((await run(['--judgements', join(folder, 'none.csv')])).status).toBe(1);
  });
});
