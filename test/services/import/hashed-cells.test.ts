/** Columns that nobody is to read in the workshop, and what e-mail addresses tell before they are hashed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop } from '../../../db/open-workshop.ts';
import { rejectedCsv } from '../../../services/import/rows/rejected-csv.ts';
import {
  activitiesOf,
  importInto,
  leadsOf,
  newFolder,
  newImportWorkshop,
  reportOf,
  stagesOf,
  writeSource,
} from '../../support/import-into.ts';

const contacts = () => ({
  file: writeSource('contacts.csv', 'Email,City\nAnn@Acme.com,Roma\nbob@gmail.com,Bari\n,Pisa\nn/a,Lodi\n'),
  mapping: {
    format: 'accord.mapping/1',
    rows: 'leads',
    lead: 'City',
    hash: ['Email'],
    email: 'Email',
    missing: ['n/a'],
  },
});

describe('hashed columns', () => {
  it('given a key then no cell of them is in the workshop, and equal ones are equal', async () => {
    const workshop = newImportWorkshop();
    const keyFolder = newFolder();
    const opens = {
      file: writeSource('opens.csv', 'To,At\n ann@acme.COM,2025-01-02\nzoe@acme.com,2025-01-03\n"ann@acme.com",x\n'),
      mapping: {
        format: 'accord.mapping/1',
        rows: 'activities',
        lead: 'To',
        leadBy: 'Email',
        at: 'At',
        type: { constant: 'open' },
        hash: ['To'],
      },
    };
    const { rejected } = await reportOf(workshop, [contacts(), opens], { keyFolder });
    const history = readHistory(workshop);
    expect(activitiesOf(history)).toEqual(['Roma open 2025-01-02T00:00:00.000Z']);
    expect(leadsOf(history)['Roma']).toMatchObject({
      Email: expect.stringMatching(/^h_[0-9a-f]{24}$/) as string,
      email_kind: 'business',
      email_domain: 'acme.com',
    });
    expect(leadsOf(history)).toMatchObject({ Bari: { email_kind: 'free' }, Pisa: {}, Lodi: {} });
    expect(leadsOf(history)['Lodi']).toEqual({});
    expect(rejected).toMatchObject([{ value: expect.stringMatching(/^h_/) as string }, { value: 'x' }]);
    const { path } = workshop;
    closeWorkshop(workshop);
    const bytes = readFileSync(path).toString('latin1').toLowerCase();
    for (const address of ['ann@acme.com', 'zoe@acme.com', 'bob@gmail.com']) expect(bytes).not.toContain(address);
  });

  it('given a cell that names several leads then each of them is hashed and found', async () => {
    const workshop = newImportWorkshop();
    const deals = {
      file: writeSource('deals.csv', 'Contacts,Closed\n"ann@acme.com; BOB@gmail.com",2025-02-01\n'),
      mapping: {
        format: 'accord.mapping/1',
        rows: 'stages',
        lead: 'Contacts',
        leadBy: 'Email',
        leadSeparator: ';',
        hash: ['Contacts'],
        stages: [{ stage: 'won', at: 'Closed' }],
      },
    };
    await reportOf(workshop, [contacts(), deals], { keyFolder: newFolder() });
    expect(stagesOf(readHistory(workshop))).toEqual(['Roma won 2025-02-01', 'Bari won 2025-02-01']);
  });

  it('given the same export again then nothing is new', async () => {
    const workshop = newImportWorkshop();
    const keyFolder = newFolder();
    await reportOf(workshop, [contacts()], { keyFolder });
    const { files } = await reportOf(workshop, [contacts()], { keyFolder });
    expect(files).toMatchObject([{ read: 4, accepted: 0, duplicate: 4, changed: 0 }]);
  });

  it('given the key of another machine then the import is refused, and says what to do', async () => {
    const workshop = newImportWorkshop();
    await reportOf(workshop, [contacts()], { keyFolder: newFolder() });
    expect(await importInto(workshop, [contacts()], { keyFolder: newFolder() })).toMatchObject({
      ok: false,
      error: { kind: 'badMapping', path: 'hash', detail: expect.stringContaining('another machine') as string },
    });
  });

  it('given a row whose cells cannot be told apart then none of them is kept', async () => {
    const workshop = newImportWorkshop();
    const file = writeSource('contacts.csv', 'Email,City\nann@acme.com,Roma,too many\n');
    await reportOf(workshop, [{ ...contacts(), file }], { keyFolder: newFolder() });
    const { path } = workshop;
    closeWorkshop(workshop);
    expect(readFileSync(path).toString('latin1')).not.toContain('ann@acme.com');
  });

  it('given a row that was rejected and mended then its hash is kept, and nothing is told of an address that nobody knows', async () => {
    const workshop = newImportWorkshop();
    const keyFolder = newFolder();
    const mapping = {
      format: 'accord.mapping/1',
      rows: 'leads',
      lead: 'Id',
      created: 'Created',
      hash: ['Email'],
      email: 'Email',
    };
    const rows = 'Id,Created,Email\nRoma,2025-01-01,ann@acme.com\nBari,soon,ann@acme.com\n';
    const { id } = await reportOf(workshop, [{ file: writeSource('people.csv', rows), mapping }], { keyFolder });
    const { csv } = rejectedCsv(workshop, { importId: id, file: 'people.csv' }, 0, 10);
    const mended = writeSource('people-rejected.csv', csv.replace(',soon,', ',2025-01-02,'));
    const { tables } = await reportOf(workshop, [{ file: mended, mapping }], { keyFolder });
    expect(tables).toMatchObject([{ read: 1, accepted: 1 }]);
    const leads = leadsOf(readHistory(workshop));
    expect(leads['Roma']).toMatchObject({ email_kind: 'business' });
    expect(leads['Bari']).toEqual({ created: '2025-01-02', Email: leads['Roma']?.['Email'] });
    closeWorkshop(workshop);
  });
});
