/** Several files in one import, joined by their keys. */
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import {
  activitiesOf,
  importInto,
  leadsOf,
  newImportWorkshop,
  reportOf,
  stagesOf,
  writeSource,
} from '../../support/import-into.ts';

const mapping = (rest: object) => ({ format: 'accord.mapping/1', ...rest });
const contacts = () => ({
  file: writeSource(
    'contacts.csv',
    'Record ID,Email,Deal\n1,Ann@acme.com,D1\n2,bob@acme.com,\n3,bob@acme.com,D3\n4,,\n',
  ),
  mapping: mapping({ rows: 'leads', lead: 'Record ID' }),
});
const events = () => ({
  file: writeSource(
    'events.csv',
    'Recipient,When,What\nann@ACME.com ,2025-01-02,open\nzoe@acme.com,2025-01-02,open\nbob@acme.com,2025-01-03,click\n,2025-01-04,open\nann@acme.com,2025-01-05,click\n',
  ),
  mapping: mapping({ rows: 'activities', lead: 'Recipient', leadBy: 'Email', at: 'When', type: { column: 'What' } }),
});

describe('files of one import', () => {
  it('given activities by e-mail address then each goes to the lead that has it, and orphans are counted', async () => {
    const workshop = newImportWorkshop();
    const { files, rejected } = await reportOf(workshop, [events(), contacts()]);
    expect(files).toEqual([
      { file: 'events.csv', table: 'activities', read: 5, accepted: 2, rejected: 3, duplicate: 0, changed: 0 },
      { file: 'contacts.csv', table: 'leads', read: 4, accepted: 4, rejected: 0, duplicate: 0, changed: 0 },
    ]);
    expect(activitiesOf(readHistory(workshop))).toEqual([
      '1 open 2025-01-02T00:00:00.000Z',
      '1 click 2025-01-05T00:00:00.000Z',
    ]);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'There is no lead with this "Email".'],
      [4, 'Several leads have this "Email"; which of them is meant is not said.'],
      [5, 'The row names no lead.'],
    ]);
  });

  it('given deals that the leads name then the stages go to these leads', async () => {
    const workshop = newImportWorkshop();
    const deals = {
      file: writeSource('deals.csv', 'Id,Closed,Amount\nD1,2025-02-01,100\nD2,2025-02-02,5\nD3,2025-02-03,7\n'),
      mapping: mapping({
        rows: 'stages',
        lead: 'Id',
        leadBy: 'Deal',
        stages: [{ stage: 'won', at: 'Closed', amount: 'Amount' }],
      }),
    };
    const { files } = await reportOf(workshop, [contacts(), deals]);
    expect(files).toMatchObject([{ accepted: 4 }, { file: 'deals.csv', read: 3, accepted: 2, rejected: 1 }]);
    expect(stagesOf(readHistory(workshop))).toEqual(['1 won 2025-02-01 100', '3 won 2025-02-03 7']);
  });

  it('given a cell that names several leads then its row counts once and tells of each', async () => {
    const workshop = newImportWorkshop();
    const deals = {
      file: writeSource('deals.csv', 'Contacts,Closed\n1; 2;1,2025-02-01\n3;9,2025-02-02\n'),
      mapping: mapping({
        rows: 'stages',
        lead: 'Contacts',
        leadSeparator: ';',
        stages: [{ stage: 'won', at: 'Closed' }],
      }),
    };
    const { files, rejected } = await reportOf(workshop, [contacts(), deals]);
    expect(files).toMatchObject([{ accepted: 4 }, { read: 2, accepted: 1, rejected: 1 }]);
    expect(stagesOf(readHistory(workshop))).toEqual(['1 won 2025-02-01', '2 won 2025-02-01']);
    expect(rejected).toMatchObject([{ line: 3, value: '9' }]);
  });

  it('given two files of activities then they keep their own properties, and known rows are counted for each', async () => {
    const workshop = newImportWorkshop();
    const calls = {
      file: writeSource('calls.csv', 'Lead,At,Minutes\n1,2025-01-02,5\n2,2025-01-03,n/a\n'),
      mapping: mapping({ rows: 'activities', lead: 'Lead', at: 'At', type: { constant: 'call' }, missing: ['n/a'] }),
    };
    const visits = {
      file: writeSource('visits.csv', 'Url,Lead,At\n/price,1,03.01.2025\n'),
      mapping: mapping({
        rows: 'activities',
        lead: 'Lead',
        at: 'At',
        type: { constant: 'visit' },
        dates: { At: 'dmy' },
      }),
    };
    await reportOf(workshop, [contacts(), calls, visits]);
    const { activities } = readHistory(workshop);
    expect(
      activities.properties.map(({ name, cells, codes }) => [name, [...codes].map((code) => cells[code] ?? '')]),
    ).toEqual([
      ['Minutes', ['5', '', '']],
      ['Url', ['', '/price', '']],
    ]);
    const again = await reportOf(workshop, [visits, calls, contacts()]);
    expect(again.files.map(({ file, accepted, duplicate }) => [file, accepted, duplicate])).toEqual([
      ['visits.csv', 0, 1],
      ['calls.csv', 0, 2],
      ['contacts.csv', 0, 4],
    ]);
  });

  it('given leads in two files then a lead of both has the attributes of both', async () => {
    const workshop = newImportWorkshop();
    const [first, second] = ['Id,City\na,Roma\nb,Bari\n', 'Id,Size\nb,12\nc,13\n'].map((text, index) => ({
      file: writeSource(`leads-${index}.csv`, text),
      mapping: mapping({ rows: 'leads', lead: 'Id' }),
    }));
    if (first === undefined || second === undefined) throw new Error('there are two');
    const { files } = await reportOf(workshop, [first, second], { onChanged: 'take' });
    expect(leadsOf(readHistory(workshop))).toEqual({
      a: { City: 'Roma' },
      b: { City: 'Bari', Size: '12' },
      c: { Size: '13' },
    });
    expect(files).toMatchObject([{ accepted: 2 }, { read: 2, accepted: 2, changed: 1 }]);
  });

  it('given two files of one name then they are told apart', async () => {
    const workshop = newImportWorkshop();
    const again = { ...contacts(), mapping: mapping({ rows: 'leads', lead: 'Record ID' }) };
    const { files, sources } = await reportOf(workshop, [contacts(), again]);
    expect(sources.map(({ name }) => name)).toEqual(['contacts.csv', 'contacts.csv (2)']);
    expect(files).toMatchObject([{ file: 'contacts.csv' }, { file: 'contacts.csv (2)', duplicate: 4 }]);
  });

  it('given an attribute that no lead has then the mapping is refused, and nothing is changed', async () => {
    const workshop = newImportWorkshop();
    const wrong = events();
    const refused = await importInto(workshop, [
      contacts(),
      { ...wrong, mapping: { ...wrong.mapping, leadBy: 'Mail' } },
    ]);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'badMapping', path: 'leadBy' } });
    expect(readHistory(workshop).leads.count).toBe(0);
  });
});
