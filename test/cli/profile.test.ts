import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands/commands.ts';
import { runProfileCommand } from '../../cli/commands/profile.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { setKeptOut } from '../../db/queries/kept-out.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { historyOf } from '../support/history-of.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-profile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runProfileCommand(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err };
}

/** Four leads, of whom the two from DE asked for a demo and converted; one more is too young. */
function dataFolder(): string {
  const data = mkdtempSync(join(folder, 'data-'));
  writeFileSync(
    join(data, 'leads.csv'),
    'id,created,country\nA,2025-01-01,DE\nB,2025-01-02,DE\nC,2025-01-03,FR\nD,2025-01-04,\nE,2025-11-30,DE\n',
  );
  writeFileSync(
    join(data, 'activities.csv'),
    'lead,at,type\nA,2025-01-02,demo\nB,2025-01-03,demo\nB,2025-01-04,demo\nC,2025-03-01,demo\nE,2025-12-01,demo\n',
  );
  writeFileSync(
    join(data, 'stages.csv'),
    'lead,at,stage\nA,2025-01-10,sql\nB,2025-01-10,sql\nC,2025-01-10,rejected\nD,2025-01-10,rejected\n',
  );
  return data;
}

describe('accord profile', () => {
  it('given a data folder that nobody has seen then it prints one document in its format', async () => {
    const { status, out, err } = await run('--data', dataFolder());
    expect([status, err]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({
      format: 'accord.profile/1',
      leads: 5,
      base: 0.5,
      attributes: [
        {
          attribute: 'country',
          levels: [
            { value: 'DE', leads: 3, observed: 2, converted: 2, rate: 1, lift: 2, q: expect.any(Number) as number },
            { value: 'FR', leads: 1, observed: 1, converted: 0, rate: 0, lift: 0 },
            { value: null, leads: 1, observed: 1, converted: 0, condition: { attribute: 'country', op: 'missing' } },
          ],
        },
      ],
      behaviours: [
        {
          activity: 'demo',
          levels: [
            { value: '1+', leads: 3, observed: 2, converted: 2, interval: [expect.any(Number), 1] },
            { value: '0', leads: 2, observed: 2, converted: 0 },
            { value: '1', leads: 2, observed: 1, converted: 1 },
            { value: '2–3', leads: 1, observed: 1, converted: 1 },
            { value: '4+', leads: 0, observed: 0, rate: null, lift: null, weightOfEvidence: null, q: null },
          ],
        },
      ],
    });
    expect(JSON.parse(out)).not.toHaveProperty('pairs');
  });

  it('given --pairs then it prints them as well, and given other days they count', async () => {
    const data = dataFolder();
    const { out } = await run('--data', data, '--pairs', '--maturity-days', '0', '--horizon', 'handover');
    expect(JSON.parse(out)).toMatchObject({ pairs: [], observed: 4 });
  });

  it('given a workshop then its own days and what it keeps out hold', async () => {
    const path = join(mkdtempSync(join(folder, 'workshop-')), 'spring.accord');
    const created = createWorkshop(path);
    if (!created.ok) throw new Error(created.error.detail);
    const lead = { created: '2025-01-01', cells: { region: 'North' } };
    const stored = inTransaction(created.value, () => {
      writeHistory(
        created.value,
        historyOf({
          leads: [
            { ...lead, stages: [{ at: '2025-01-02', stage: 'sql' }] },
            { ...lead, created: '2025-02-10', cells: { region: 'South' } },
          ],
        }),
      );
      setKeptOut(created.value, 'region', true);
      writeSettings(created.value, { maturityDays: 30 });
    });
    expect(stored.ok).toBe(true);
    closeWorkshop(created.value);
    const { status, out } = await run('--workshop', path);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      observed: 1,
      attributes: [
        { attribute: 'region', flags: ['keptOut'], levels: [{ notARule: 'keptOut' }, { notARule: 'keptOut' }] },
      ],
    });
    expect(JSON.parse((await run('--workshop', path, '--maturity-days', '90')).out)).toMatchObject({ observed: 0 });
  });

  it('given a history without activities and stages then it says that nothing is known', async () => {
    const data = mkdtempSync(join(folder, 'bare-'));
    writeFileSync(join(data, 'leads.csv'), 'id\nA\n');
    const { status, out } = await run('--data', data);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ leads: 1, observed: 0, base: null, attributes: [], behaviours: [] });
  });

  it.each([
    [[], 2, /^accord profile: give the history: either --data DIR or --workshop FILE/u],
    [['--data', 'x', '--workshop', 'y'], 2, /either --data DIR or --workshop FILE/u],
    [['--data', 'x', '--rules', 'y'], 2, /--rules/u],
    [['--data', 'x', '--maturity-days', 'many'], 2, /no number of days/u],
    [['--data', 'no-such-folder'], 1, /no-such-folder/u],
    [['--workshop', 'no-such.accord'], 1, /not there/u],
  ])('given %o then the status is %d and one line says what to do', async (args, expected, words) => {
    const { status, out, err } = await run(...args);
    expect([status, out, err.length]).toEqual([expected, '', 1]);
    expect(err[0]).toMatch(words);
  });

  it('is among the commands', async () => {
    expect(await COMMANDS['profile']?.load()).toBe(runProfileCommand);
  });
});
