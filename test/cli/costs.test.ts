import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCostsCommand } from '../../cli/commands/costs.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { publicFile } from '../support/public-file.ts';
import { workbookFile } from '../support/workbook-file.ts';

type Command = typeof runCostsCommand;

async function run(command: Command, args: readonly string[]) {
  let out = '';
  let err = '';
  const status = await command(args, {
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += line;
    },
  });
  return { status, out, err };
}

async function workshopWith(costs: string) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-cli-'));
  const at = (name: string) => join(folder, name);
  writeFileSync(
    at('leads.csv'),
    'id,created,source\nA,2026-01-02,Ads\nB,2026-01-03,ads\nC,2026-02-01,Ads\nD,2026-01-01,\n',
  );
  writeFileSync(at('stages.csv'), 'lead,at,stage,amount\nA,2026-01-20,won,1500.50\n');
  writeFileSync(at('costs.csv'), costs);
  const [workshop, file] = [at('w.accord'), at('costs.csv')];
  expect((await run(runImportCommand, [workshop, folder])).err).toBe('');
  return { workshop, file };
}

describe('accord costs', () => {
  it('imports a file, says what became of its rows and prints what leads cost', async () => {
    const { workshop, file } = await workshopWith(
      'Channel;Month;Spend\nAds;2026-01;100,50\nADS;January 2026;99,50\nFair;2026-01;10\n;2026-01;7\nAds;soon;7\n',
    );
    const { status, out, err } = await run(runCostsCommand, [workshop, file]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`Read costs.csv (utf-8), columns Channel, Month, Spend.
costs: 5 read, 3 accepted, 2 rejected.
Rejected: line 5, Channel “”: It is not said whom the money went to.
Rejected: line 6, Month “soon”: This is not written as a date.

Costs are by the attribute “source”.
Ads: 200.00, 2 leads (100.00 each), 0 MQL (no figure), 0 SQL of 0 matured (no figure), 1 won, 1500.50, return on spend 650.3 %
  2026-01  200.00, 2 leads
  2026-02  no cost known, left out, 1 lead
Fair: 10.00, 0 leads (no figure), 0 MQL (no figure), 0 SQL of 0 matured (no figure), 0 won, 0.00, return on spend -100.0 %
  2026-01  10.00, 0 leads
  No lead has this name.
All: 210.00, 2 leads (105.00 each), 0 MQL (no figure), 0 SQL of 0 matured (no figure), 1 won, 1500.50, return on spend 614.5 %
No lead has 1 of the 2 names that costs are known of; they cost 10.00.
No costs are known of: (no source).
Left out: 2 leads of months without a cost.
`);
  });

  it('prints JSON in whole cents; the same file again changes nothing, other spelling or not', async () => {
    const { workshop, file } = await workshopWith('source,month,cost\nAds,2026-01,12.34\n');
    const first = JSON.parse((await run(runCostsCommand, [workshop, file, '--json'])).out) as object;
    writeFileSync(file, 'source,month,cost\nADS,2026-01,12.34\n');
    const again = JSON.parse((await run(runCostsCommand, [workshop, file, '--json'])).out) as object;
    const shown = JSON.parse((await run(runCostsCommand, [workshop, '--json'])).out) as object;
    expect(first).toMatchObject({
      imported: { read: 1, accepted: 1, cells: 1, rejected: [] },
      total: { costCents: 1234, leads: 2, costPerLeadCents: 617 },
      sources: [{ source: 'Ads' }, { source: null }],
    });
    expect(again).toEqual({ ...first, imported: expect.anything() as unknown });
    expect(shown).toEqual({ ...first, imported: undefined });
  });

  it('keeps the attribute that the costs are by, and refuses one that the leads lack', async () => {
    const { workshop, file } = await workshopWith('source,month,cost\nSpring,2026-01,1\nAds,2026-01,2\n');
    const refused = await run(runCostsCommand, [workshop, file, '--by', 'campaign']);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain(
      'no attribute of the leads is called “campaign”; they are source. Nothing was changed.',
    );
    expect((await run(runCostsCommand, [workshop, file, '--by', 'source'])).out).toContain(
      'No lead has 1 of the 2 names that costs are known of; they cost 1.00.',
    );
    expect(JSON.parse((await run(runCostsCommand, [workshop, '--json'])).out)).toMatchObject({
      by: 'source',
      isByChosen: true,
    });
    expect(JSON.parse((await run(runCostsCommand, [workshop, '--by', '', '--json'])).out)).toMatchObject({
      by: 'source',
      isByChosen: false,
    });
  });

  it('reads the campaign costs of a CRM, and lists every campaign that no lead came from', async () => {
    const { workshop } = await workshopWith('x');
    const campaigns = publicFile('zoho-crm-demo/Campaigns.csv');
    const { out } = await run(runCostsCommand, [workshop, campaigns, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      imported: { read: 110, accepted: 110, cells: 109, sumCents: 4_420_958_000, replaced: 0, rejected: [] },
      total: { costCents: 4_420_958_000, leads: 0, costPerLeadCents: null },
    });
    const again = (await run(runCostsCommand, [workshop, campaigns])).out;
    expect(again).toContain('Of 109 costs by source and month 109 were known before and were replaced, 0 of them');
    expect(again).toContain('No lead has 109 of the 109 names that costs are known of; they cost 44209580.00.');
  });

  it('reads a workbook as the screen does', async () => {
    const { workshop, file } = await workshopWith('x');
    const cells = [
      ['Campaign', 'Month', 'Amount spent'],
      ['Ads', 'January 2026', '12.50'],
    ];
    const rows = cells.map(
      (row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    );
    writeFileSync(file, workbookFile({ sheets: [{ name: 'Spend', rows: rows.join('') }] }));
    const { out } = await run(runCostsCommand, [workshop, file]);
    expect(out).toContain('Read costs.csv (xlsx), columns Campaign, Month, Amount spent.\ncosts: 1 read, 1 accepted');
    expect(out).toContain('Ads: 12.50, 2 leads (6.25 each)');
  });

  it('changes nothing where no row can be read, and says why', async () => {
    const { workshop, file } = await workshopWith('source,month,cost\nAds,May,1\n');
    const { status, out, err } = await run(runCostsCommand, [workshop, file]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(
      /^accord costs: costs\.csv: no row can be read; the first is on line 2, column “month”.*Nothing was changed\.$/,
    );
    expect((await run(runCostsCommand, [workshop])).out).toBe('No costs are known yet.\n');
  });

  it.each([[[]], [['a.accord', 'b.csv', 'c.csv']], [['a.accord', '--shout']]])('%j is bad use', async (args) => {
    expect(await run(runCostsCommand, args)).toMatchObject({ status: 2, out: '' });
  });

  it('names a workshop or a file that is not there', async () => {
    const { workshop, file } = await workshopWith('x');
    expect(await run(runCostsCommand, [workshop, `${file}.gone`])).toMatchObject({ status: 1, out: '' });
    expect(await run(runCostsCommand, [`${workshop}.gone`])).toMatchObject({ status: 1, out: '' });
  });
});
