import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runListsCommand } from '../../cli/commands/lists.ts';
import { closeWorkshop } from '../../db/open-workshop.ts';
import { writeDemoWorkshop } from '../../services/demo/write-demo-workshop.ts';
import { proposeVersion, seatBoth, signByBoth } from '../db/signed-workshop.ts';
import { newWorkshop } from '../db/temp-workshop.ts';
import { patch } from './patch.ts';

let folder: string;
let workshop: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-lists-'));
  workshop = join(folder, 'demo.accord');
  const made = writeDemoWorkshop(
    { path: workshop, leads: 300, seed: 7, nowMs: 1 },
    { progress: () => {}, isCancelled: () => false },
  );
  if (!made.ok) throw new Error(made.error.detail);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  let out = '';
  const lines: string[] = [];
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (line: string) => lines.push(line),
  };
  return { status: await runListsCommand(args, streams), out, lines };
}

interface Printed {
  readonly by: { readonly isSigned: boolean; readonly name: string };
  readonly lists: readonly { readonly list: string; readonly leads: number; readonly since: object | null }[];
  readonly isRemembered: boolean;
}

describe('accord lists', () => {
  it('writes the four lists as CSV and workbooks, and the second time says what has changed', async () => {
    const out = join(folder, 'lists');
    const first = await run(workshop, '--out', out);
    expect([first.status, first.lines]).toEqual([0, []]);
    const printed = JSON.parse(first.out) as Printed;
    expect(printed).toMatchObject({ by: { isSigned: false, name: 'Joint draft' }, isRemembered: true });
    expect(printed.lists.map(({ list }) => list)).toEqual(['sales-urgent', 'sales', 'nurture', 'recycle']);
    expect(printed.lists.every(({ since }) => since === null)).toBe(true);
    expect(readdirSync(out).sort()).toEqual(
      printed.lists.flatMap(({ list }) => [`${list}.csv`, `${list}.xlsx`]).sort(),
    );
    for (const { list, leads } of printed.lists) {
      const lines = readFileSync(join(out, `${list}.csv`), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(lines.length - 1).toBe(leads);
    }
    const again = JSON.parse((await run(workshop, '--out', out)).out) as Printed;
    for (const { since } of again.lists) expect(since).toMatchObject({ added: 0, moved: 0, gone: 0 });
  });

  it('leaves the files as they were when one of them cannot be written', async () => {
    const out = join(folder, 'held');
    mkdirSync(join(out, '.recycle.xlsx.new'), { recursive: true });
    writeFileSync(join(out, 'sales.csv'), 'the list of yesterday');
    const before = readdirSync(out);
    const told = await run(workshop, '--out', out);
    expect(told).toMatchObject({ status: 1, out: '' });
    expect(told.lines[0]).toContain('cannot be written');
    expect(readdirSync(out)).toEqual(before);
    expect(readFileSync(join(out, 'sales.csv'), 'utf8')).toBe('the list of yesterday');
  });

  it('refuses what it cannot do, and says what', async () => {
    expect(await run(workshop)).toMatchObject({ status: 2 });
    expect(await run(join(folder, 'none.accord'), '--out', folder)).toMatchObject({ status: 1 });
    const taken = await run(workshop, '--out', join(workshop, 'lists'));
    expect(taken).toMatchObject({ status: 1, out: '' });
    expect(taken.lines[0]).toContain('cannot be written');
    expect(existsSync(join(folder, 'none.accord'))).toBe(false);
  });

  it('says that a changed version is not in force, so that the lists are made by the scenario on the table', async () => {
    const signed = newWorkshop();
    const seats = seatBoth(signed);
    proposeVersion(signed, '', 'disputes of 1');
    signByBoth(signed, 1, seats);
    closeWorkshop(signed);
    patch(signed.path, 'disputes of 1', 'disputes of 9');
    const { status, out, lines } = await run(signed.path, '--out', join(folder, 'altered'));
    expect([status, JSON.parse(out)]).toMatchObject([0, { by: { isSigned: false } }]);
    expect(lines).toEqual([expect.stringContaining('Version 1 no longer matches its signature')]);
  });
});
