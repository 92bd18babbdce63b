/** Files that are chosen together are joined by the cells that they share. */
import { describe, expect, it } from 'vitest';
import type { InspectedFile } from '../../../../api/import.ts';
import { closeWorkshop } from '../../../../db/open-workshop.ts';
import { inspectSource } from '../../../../services/import/proposal/inspect-source.ts';
import { newImportWorkshop, reportOf, writeSource } from '../../../support/import-into.ts';

const LEADS =
  'Lead ID,Email,Converted Opportunity ID,Visits\nL-0001,ann@acme.com,006A1,3\nL-0002,bob@acme.com,006A2,12\nL-0003,,,3\n';
const proposedOf = (file: InspectedFile | undefined) => (file?.kind === 'table' ? file.proposed : null);

async function proposals(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ file: writeSource(`file-${index}.csv`, text) }));
  const source = await inspectSource(files, null);
  if (!source.ok || source.value.kind !== 'files') throw new Error('they are files');
  return source.value.files.map(proposedOf);
}

describe('the proposed join', () => {
  it('given addresses of leads then it is by the e-mail address', async () => {
    const [, events] = await proposals(
      LEADS,
      'Event ID,Timestamp,Type,Recipient\n9001,2025-01-02,open,ANN@acme.com\n9002,2025-01-03,click,bob@acme.com\n9003,2025-01-03,open,bob@acme.com\n',
    );
    expect(events).toMatchObject({ rows: 'activities', lead: 'Recipient', leadBy: 'Email', at: 'Timestamp' });
  });

  it('given numbers of deals that leads name then it is by them', async () => {
    const [, deals] = await proposals(
      LEADS,
      'Opportunity ID,Won Date,Amount\n006A1,2025-02-01,100\n006A2,2025-02-02,200\n006A9,2025-02-02,7\n',
    );
    expect(deals).toMatchObject({ rows: 'stages', lead: 'Opportunity ID', leadBy: 'Converted Opportunity ID' });
  });

  it('given the ids of leads then it is by the id', async () => {
    const [, calls] = await proposals(
      LEADS,
      'Lead ID,Call ID,At,Type\nL-0001,7001,2025-01-02,call\nL-0001,7002,2025-01-03,call\nL-0003,7003,2025-01-03,call\n',
    );
    expect(calls).toMatchObject({ rows: 'activities', lead: 'Lead ID' });
    expect(calls?.leadBy).toBeUndefined();
  });

  it('given counters that happen to be alike then it stays what the headings say', async () => {
    const [, calls] = await proposals(
      LEADS,
      'Lead ID,Minutes,At,Type\nX-1,3,2025-01-02,call\nX-1,12,2025-01-03,call\nX-3,3,2025-01-03,call\n',
    );
    expect(calls).toMatchObject({ lead: 'Lead ID' });
    expect(calls?.leadBy).toBeUndefined();
  });

  it('given the leads are in the workshop already then it is by what they have', async () => {
    const workshop = newImportWorkshop();
    const mapping = { format: 'accord.mapping/1', rows: 'leads', lead: 'Lead ID' };
    await reportOf(workshop, [{ file: writeSource('leads.csv', LEADS), mapping }]);
    const file = writeSource(
      'events.csv',
      'Timestamp,Type,Recipient\n2025-01-02,open,ann@acme.com\n2025-01-03,click,bob@acme.com\n2025-01-03,open,bob@acme.com\n',
    );
    const source = await inspectSource([{ file }], workshop);
    closeWorkshop(workshop);
    expect(source.ok && source.value.kind === 'files' ? proposedOf(source.value.files[0]) : null).toMatchObject({
      lead: 'Recipient',
      leadBy: 'Email',
    });
  });
});
