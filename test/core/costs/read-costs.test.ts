import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costsFaultWords } from '../../../core/costs/costs-fault.ts';
import type { CostsTable } from '../../../core/costs/costs-table.ts';
import { readCosts } from '../../../core/costs/read-costs.ts';
import { readMonth } from '../../../core/costs/read-month.ts';

const table = (header: string, ...rows: readonly string[]): CostsTable => ({
  header: header.split('|'),
  rows: rows.map((row, index) => ({ line: index + 2, cells: row.split('|') })),
});
const read = (...of: Parameters<typeof table>) => {
  const costs = readCosts(table(...of), 'Europe/Berlin');
  if (!costs.ok) throw new Error(JSON.stringify(costs.error));
  return costs.value;
};
const faultOf = (...of: Parameters<typeof table>) => {
  const { header } = table(...of);
  const costs = readCosts(table(...of), 'UTC');
  return costs.ok ? null : costsFaultWords(costs.error, header);
};

describe('a table of costs', () => {
  it('is read by source, month and amount, and adds up rows of the same two', () => {
    expect(read('Channel|Month|Spend', 'Ads|2026-01|$1,200.50', 'ads |January 2026|99.5', 'Fair|01/2026|(10)')).toEqual(
      {
        columns: ['Channel', 'Month', 'Spend'],
        dates: 'plain',
        numbers: 'point',
        costs: [
          { source: 'Ads', month: '2026-01', amountCents: 130_000 },
          { source: 'Fair', month: '2026-01', amountCents: -1_000 },
        ],
        read: 3,
        accepted: 3,
        rejected: [],
        warnings: [],
      },
    );
  });

  it('may have the months as columns; an empty cell is no cost, a zero is one', () => {
    expect(read('Source|2026-01|Feb 2026', 'Ads|1.200,50|', 'Fair|0|7,25').costs).toEqual([
      { source: 'Ads', month: '2026-01', amountCents: 120_050 },
      { source: 'Fair', month: '2026-01', amountCents: 0 },
      { source: 'Fair', month: '2026-02', amountCents: 725 },
    ]);
  });

  it('takes the column of what was spent before that of what was planned', () => {
    expect(read('Campaign Name|Start Date|Budgeted Cost|Actual Cost', 'A|2021-04-25|$115.00K|$141.56K').costs).toEqual([
      { source: 'A', month: '2021-04', amountCents: 14_156_000 },
    ]);
  });

  it('names line, column, value and reason of each row that it rejects', () => {
    const {
      read: rows,
      accepted,
      rejected,
    } = read(
      'source|date|cost',
      'Ads|2026-01-31|1.50',
      '|2026-01-31|1',
      'Ads|soon|1',
      'Ads|2026-01-31|',
      'Ads|2026-01-31|much',
      'Ads|45631|1',
      'Ads|2026-13|1',
    );
    expect([rows, accepted]).toEqual([7, 1]);
    expect(rejected.map(({ line, column, value }) => [line, column, value])).toEqual([
      [3, 'source', ''],
      [4, 'date', 'soon'],
      [5, 'cost', ''],
      [6, 'cost', 'much'],
      [7, 'date', '45631'],
      [8, 'date', '2026-13'],
    ]);
    expect(rejected.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('reads days in the order that the clear ones show, and an instant in the zone of the workshop', () => {
    expect(
      read('source|date|cost', 'A|31/01/2026|1', 'A|03/02/2026|2', 'A|2026-02-28T23:30:00Z|4').costs.map(
        ({ month, amountCents }) => [month, amountCents],
      ),
    ).toEqual([
      ['2026-01', 100],
      ['2026-02', 200],
      ['2026-03', 400],
    ]);
  });

  it('rounds what is finer than a cent, and says so', () => {
    const { costs, warnings } = read('source|month|cost', 'A|2026-01|0.005', 'B|2026-01|-1.2349', 'C|2026-01|1.500');
    expect(costs.map(({ amountCents }) => amountCents)).toEqual([1, -123, 150]);
    expect(warnings).toEqual(['2 rows have amounts finer than a cent; they were rounded to the cent.']);
  });

  it.each([
    [['source|when|cost', 'A|2026-01|1'], 'The heading names no column for a month or date: it is “source”'],
    [['a|b', '1|2'], 'a source, channel or campaign, nor for a month or date, nor for a cost'],
    [['source|date|cost', 'A|03/04/2026|1'], 'The date “03/04/2026” on line 2 may be read in more than one way'],
    [['source|date|cost', 'A|13/04/2026|1', 'A|04/13/2026|1'], 'in different orders: “13/04/2026” on line 2'],
    [['source|month|cost', 'A|2026-01|1.200'], 'may be thousands or decimals'],
    [['source|month|cost', 'A|2026-01|1.50', 'A|2026-01|1,50'], 'some a decimal comma: “1.50” on line 2'],
    [['source|month|cost', 'A|2026-01|€5', 'A|2026-02|$5'], 'of several kinds: €, $'],
    [['source|month|cost', 'A|2026-01|5 %'], 'percentages'],
  ] as const)('%j is not read, and the fault says why', (rows, fault) => {
    const [header, ...cells] = rows;
    expect(faultOf(header, ...cells)).toContain(fault);
  });

  it('keeps every cent, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), { maxLength: 20 }), (cents) => {
        const { costs } = read(
          'source|month|cost',
          ...cents.map((one) => {
            const digits = String(Math.abs(one)).padStart(3, '0');
            return `A|2026-01|${one < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
          }),
        );
        expect(costs[0]?.amountCents ?? 0).toBe(cents.reduce((sum, one) => sum + one, 0));
      }),
    );
  });
});

describe('a month', () => {
  it.each(['2026-03', '2026/3', '202603', '3/2026', '03.2026', 'Mar 2026', 'marzec 2026', '2026 March', 'mar.-2026'])(
    '%s is 2026-03',
    (text) => {
      expect(readMonth(text)).toBe('2026-03');
    },
  );

  it.each(['Mar-26', '2026', '2026-00', '13/2026', '2026-03-01', '45631', 'Cost 2026', ''])('%s is none', (text) => {
    expect(readMonth(text)).toBeNull();
  });
});
