import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dirtCounts } from '../../../core/demo/demo-dirt.ts';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { DEMO_ATTRIBUTES, DEMO_PROPERTIES } from '../../../core/demo/demo-leads.ts';
import { SOURCES } from '../../../core/demo/demo-words.ts';
import { createHistoryBuilder, DEFAULT_REFERENCE_DATE_MS } from '../../../core/history/build-history.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../../db/open-workshop.ts';
import { listCosts } from '../../../db/queries/costs.ts';
import { readScenario } from '../../../db/queries/scenario.ts';
import { writeDemoFolder } from '../../../services/demo/write-demo-folder.ts';
import { writeDemoWorkshop } from '../../../services/demo/write-demo-workshop.ts';
import { readDataFolder } from '../../../services/import/rows/read-data-folder.ts';

const LEADS = 1_200;
const SEED = 5;
const OPTIONS = { timeZone: 'Europe/Berlin', referenceDateMs: DEFAULT_REFERENCE_DATE_MS };
const GO_ON = { progress: () => {}, isCancelled: () => false };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const expected = () => {
  const demo = demoHistory({ leads: LEADS, seed: SEED });
  if (demo === null) throw new Error('nobody asked to stop');
  return demo.history;
};

describe('the demo as a data folder', () => {
  it('given a clean one then reading it gives the history that the demo workshop has', async () => {
    await writeDemoFolder({ folder, leads: LEADS, seed: SEED, dirty: false });
    const read = await readDataFolder(folder, OPTIONS);
    expect(read.ok && read.value.history).toEqual(expected());
  });

  it('given the same seed then the files are the same, byte by byte', async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    await writeDemoFolder({ folder: one, leads: LEADS, seed: SEED, dirty: true });
    await writeDemoFolder({ folder: other, leads: LEADS, seed: SEED, dirty: true });
    for (const name of [
      'leads.csv',
      'activities.csv',
      'stages.csv',
      'costs.csv',
      'rules-baseline.json',
      'rules-draft.json',
    ]) {
      expect(readFileSync(join(other, name)).equals(readFileSync(join(one, name)))).toBe(true);
    }
  });

  it('given a dirty one then exactly the wrong rows that it tells of are refused, and the rest is the history', async () => {
    const written = await writeDemoFolder({ folder, leads: LEADS, seed: SEED, dirty: true });
    const builder = createHistoryBuilder({
      ...OPTIONS,
      attributeNames: DEMO_ATTRIBUTES,
      propertyNames: DEMO_PROPERTIES,
    });
    const refused: Record<string, number> = {};
    const count = ({ kind }: { readonly kind: string }) => {
      if (kind !== 'added') refused[kind] = (refused[kind] ?? 0) + 1;
    };
    for (const [id = '', created = '', ...cells] of rowsOf('leads.csv')) count(builder.addLead(id, created, cells));
    for (const [lead = '', at = '', type = '', ...cells] of rowsOf('activities.csv'))
      count(builder.addActivity(lead, at, type, cells));
    for (const [lead = '', at = '', stage = '', amount = '', reason = ''] of rowsOf('stages.csv'))
      count(builder.addStage(lead, at, stage, amount, reason));
    expect(refused).toEqual(dirtCounts(LEADS));
    expect(written.ok && written.value.dirt).toEqual(dirtCounts(LEADS));
    expect(builder.finish()).toEqual(expected());
  });

  it('given a folder with files of these names then nothing is written over', async () => {
    await writeDemoFolder({ folder, leads: 200, seed: 1, dirty: false });
    const before = readFileSync(join(folder, 'leads.csv'), 'utf8');
    const again = await writeDemoFolder({ folder, leads: 300, seed: 2, dirty: false });
    expect(again.ok).toBe(false);
    expect(readFileSync(join(folder, 'leads.csv'), 'utf8')).toBe(before);
  });
});

describe('the demo as a workshop', () => {
  const request = () => ({ path: join(folder, 'demo.accord'), leads: LEADS, seed: SEED, nowMs: 1_760_000_000_000 });

  it('given it is written then it holds the history, what its sources cost, and a scenario beside its baseline', () => {
    expect(writeDemoWorkshop(request(), GO_ON).ok).toBe(true);
    const opened = openWorkshop(request().path);
    if (!opened.ok) throw new Error(opened.error.detail);
    const [history, scenario] = [readHistory(opened.value), readScenario(opened.value)];
    const costs = listCosts(opened.value);
    closeWorkshop(opened.value);
    expect(history).toEqual(expected());
    expect(scenario?.name).toBe('Joint draft');
    expect(costs).toHaveLength(18 * SOURCES.length);
    expect(costs.every(({ importId, amountCents }) => importId === null && amountCents > 0)).toBe(true);
  });

  it('given it is cancelled half-way then there is no file', () => {
    const answers = [false, false, false, true];
    const reply = writeDemoWorkshop(request(), { progress: () => {}, isCancelled: () => answers.shift() ?? true });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(existsSync(request().path)).toBe(false);
  });

  it('given the work then it tells how many leads there are already', () => {
    const told: (number | null)[][] = [];
    writeDemoWorkshop(request(), { ...GO_ON, progress: ({ done, total }) => told.push([done, total]) });
    expect(told.slice(0, 3)).toEqual([
      [0, LEADS],
      [100, LEADS],
      [200, LEADS],
    ]);
    expect(told.at(-1)).toEqual([0, null]);
  });
});

const rowsOf = (name: string): readonly string[][] =>
  Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8'), { skipEmptyLines: true }).data.slice(1);
