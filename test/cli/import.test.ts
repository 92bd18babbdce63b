import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runImportCommand } from '../../cli/commands/import.ts';

async function run(args: readonly string[]) {
  let out = '';
  let err = '';
  const status = await runImportCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += line;
    },
  });
  return { status, out, err };
}
function files(contents: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-cli-'));
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return { folder, workshop: join(folder, 'new.accord'), at: (name: string) => join(folder, name) };
}

describe('accord import', () => {
  it('makes the workshop, imports a data folder and prints the report', async () => {
    const { folder, workshop } = files({
      'leads.csv': 'id\nA\nB\n',
      'stages.csv': 'lead,at,stage\nA,2025-01-01,won\nX,2025-01-01,won\n',
    });
    const { status, out, err } = await run([workshop, folder]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('leads: 2 read, 2 accepted, 0 rejected, 0 known already.\n');
    expect(out).toContain('Warning: stages.csv: 1 row was left out, of leads that leads.csv lacks.\n');
    expect(existsSync(workshop)).toBe(true);
  });

  it('imports one CSV by its mapping into the workshop that is there, and prints JSON', async () => {
    const mapping = { format: 'accord.mapping/1', rows: 'stages', lead: 'who', stages: [{ stage: 'won', at: 'when' }] };
    const { folder, workshop, at } = files({
      'leads.csv': 'id\nA\n',
      'deals.csv': 'who,when\nA,2025-01-01\n',
      'm.json': JSON.stringify(mapping),
    });
    await run([workshop, folder]);
    const { status, out } = await run([workshop, at('deals.csv'), '--mapping', at('m.json'), '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: 2, tables: [{ table: 'stages', accepted: 1 }] });
  });

  it('says a fault in one line, exits 1 and leaves no new workshop behind', async () => {
    const { folder, workshop } = files({ 'leads.csv': 'id\nA\nA\n' });
    const { status, out, err } = await run([workshop, folder]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^accord import: leads\.csv, row 2 \(line 3\).*Nothing was changed\./);
    expect(existsSync(workshop)).toBe(false);
  });

  it.each([
    [[]],
    [['only.accord']],
    [['a.accord', 'folder', '--colour']],
    [['a.accord', 'folder', '--time-zone', 'Mars']],
  ])('exits 2 for bad use: %j', async (args) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('accord import WORKSHOP DATA_FOLDER');
  });
});
