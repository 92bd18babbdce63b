import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runRejectedCommand } from '../../cli/commands/rejected.ts';
import { closeWorkshop } from '../../db/open-workshop.ts';
import { newImportWorkshop, reportOf, writeSources } from '../support/import-into.ts';

async function rejected(...args: readonly string[]) {
  let out = '';
  const err: string[] = [];
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (line: string) => err.push(line),
  };
  const status = await runRejectedCommand(args, streams);
  return { status, out, err: err.join('\n') };
}

const LEADS = { format: 'accord.mapping/1', rows: 'leads', lead: 'key', created: 'made', stages: [] } as const;
const CALLS = {
  format: 'accord.mapping/1',
  rows: 'activities',
  lead: 'key',
  at: 'made',
  type: { constant: 'call' },
  stages: [],
} as const;

/** Import 1 rejects of one file, import 2 of two, import 3 of none. */
async function workshopOfThreeImports() {
  const workshop = newImportWorkshop();
  const rows = Array.from({ length: 5_003 }, (_, index) => `K${index},soon`).join('\n');
  const folder = writeSources({
    'Many.csv': `key,made\n${rows}\n`,
    'Leads.csv': 'key,made\nA,2025-01-01\nB,"so, on"\n',
    'Calls.csv': 'key,made\nZ,2025-01-01\n',
    'Good.csv': 'key,made\nC,2025-01-01\n',
  });
  const at = (name: string) => join(folder, name);
  await reportOf(workshop, [{ file: at('Many.csv'), mapping: LEADS }]);
  await reportOf(workshop, [
    { file: at('Leads.csv'), mapping: LEADS },
    { file: at('Calls.csv'), mapping: CALLS },
  ]);
  await reportOf(workshop, [{ file: at('Good.csv'), mapping: LEADS }]);
  closeWorkshop(workshop);
  return { path: workshop.path, folder: at('to-mend') };
}

describe('accord rejected', () => {
  it('writes the rows of one file to standard output, however many they are', async () => {
    const { path } = await workshopOfThreeImports();
    const { status, out, err } = await rejected(path, '--import', '1');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const lines = out.split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      '\ufeffaccord line,accord column,accord reason,key,made',
      expect.stringMatching(/^2,made,.*,K0,soon$/u) as unknown,
    ]);
    expect(lines.slice(1, -1).map((line) => line.split(',').at(-2))).toEqual(
      Array.from({ length: 5_003 }, (_, index) => `K${index}`),
    );
  });

  it('writes a CSV for each file of the newest import that rejected any, and writes over none', async () => {
    const { path, folder } = await workshopOfThreeImports();
    const { status, out, err } = await rejected(path, '--out', folder);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `${join(folder, 'Leads-rejected.csv')}: 1 rejected row of Leads.csv.\n${join(folder, 'Calls-rejected.csv')}: 1 rejected row of Calls.csv.\n`,
    );
    expect(readdirSync(folder).sort()).toEqual(['Calls-rejected.csv', 'Leads-rejected.csv']);
    expect(readFileSync(join(folder, 'Leads-rejected.csv'), 'utf8')).toMatch(/,B,"so, on"\r\n$/u);
    const again = await rejected(path, '--out', folder);
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(again.err).toContain('is there already, mended perhaps; move it away, or name another folder with --out.');
  });

  it.each([
    [['--import', '2'], 1, 'import 2 rejected rows of 2 files (Leads.csv, Calls.csv); say with --out FOLDER'],
    [['--import', '3'], 1, 'import 3 rejected no row; there is nothing to mend.'],
    [['--import', '9'], 1, 'there is no import 9 in this workshop; say one of 1, 2, 3.'],
    [['--import', 'last'], 2, '--import: "last" is no number of an import; say one such as 3'],
    [['more'], 2, 'name one workshop file'],
  ] as const)('says what to do: %s', async (args, status, said) => {
    const { path } = await workshopOfThreeImports();
    const answer = await rejected(path, ...args);
    expect(answer).toMatchObject({ status, out: '' });
    expect(answer.err).toContain(said);
  });

  it('has nothing to do where nothing was rejected, and names a file that is no workshop', async () => {
    const workshop = newImportWorkshop();
    closeWorkshop(workshop);
    expect(await rejected(workshop.path)).toEqual({
      status: 1,
      out: '',
      err: 'accord rejected: no import of this workshop rejected a row; there is nothing to mend.',
    });
    expect((await rejected(join(writeSources({}), 'none.accord'))).status).toBe(1);
  });
});
