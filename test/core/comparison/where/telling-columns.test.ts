import { describe, expect, it } from 'vitest';
import { tellingColumns } from '../../../../core/comparison/where/telling-columns.ts';
import { type CellsByName, historyOf } from '../../../support/history-of.ts';

const offered = (cells: readonly CellsByName[]) =>
  tellingColumns(historyOf({ leads: cells.map((of) => ({ created: '2025-01-01', cells: of })) })).map(
    ({ name }) => name,
  );

describe('the attributes by which leads are told apart', () => {
  it('begin with the source, wherever it stands', () => {
    expect(
      offered([
        { country: 'DE', 'Lead Source': 'Web' },
        { country: 'DE', 'Lead Source': 'Fair' },
        { country: 'PL', 'Lead Source': 'Web' },
      ]),
    ).toEqual(['Lead Source', 'country']);
  });

  it('leave out what names people', () => {
    const people = { name: 'Ann', company: 'Acme', email: 'ann@acme.example' };
    expect(offered([people, people, { ...people, name: 'Bob' }])).toEqual([]);
  });

  it('leave out texts that most leads have to themselves, and what all have alike', () => {
    const cells = Array.from({ length: 20 }, (_, index) => ({ crm: `x${index}`, product: 'Pump', size: `${index}` }));
    expect(offered(cells)).toEqual(['size']);
  });

  it('keep what some leads lack, though those that have it have it alike', () => {
    expect(offered([{ newsletter: 'yes' }, { newsletter: 'yes' }, {}])).toEqual(['newsletter']);
  });
});
