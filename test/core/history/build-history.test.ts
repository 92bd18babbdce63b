import { describe, expect, it } from 'vitest';
import { createHistoryBuilder, type HistoryOptions } from '../../../core/history/build-history.ts';
import type { History } from '../../../core/history/history.ts';
import { cellOf } from '../../../core/history/naming.ts';
import { instantText } from '../../../core/time/instant.ts';
import { historyOf } from '../../support/history-of.ts';

const OPTIONS: HistoryOptions = {
  timeZone: 'UTC',
  referenceDateMs: Date.UTC(2000, 0, 1),
  attributeNames: ['country', 'employees'],
  propertyNames: ['url'],
};
const created = (history: History): readonly string[] => Array.from(history.leads.createdAtMs, instantText);

describe('a history', () => {
  it('orders the rows of a lead by instant, ties as they came', () => {
    const history = historyOf({
      leads: [
        {
          created: '2025-01-01',
          activities: [
            { at: '2025-01-03', type: 'late' },
            { at: '2025-01-02', type: 'first of two' },
            { at: '2025-01-02', type: 'second of two' },
          ],
        },
      ],
    });
    expect([0, 1, 2].map((row) => cellOf(history.activities.type, row))).toEqual([
      'first of two',
      'second of two',
      'late',
    ]);
  });

  it('creates a lead without `created` at its earliest row, or else at the reference date', () => {
    const history = historyOf({
      leads: [{ activities: [{ at: '2025-03-02', type: 'x' }], stages: [{ at: '2025-03-01', stage: 'mql' }] }, {}],
    });
    expect(created(history)).toEqual(['2025-03-01T00:00:00.000Z', '2000-01-01T00:00:00.000Z']);
  });

  it('counts the cells of rows of unknown leads for the kind of their column', () => {
    const builder = createHistoryBuilder(OPTIONS);
    builder.addLead('A', '', []);
    builder.addActivity('A', '2025-01-01', 'page_view', ['7']);
    expect(builder.addActivity('B', 'not even a time', 'page_view', ['seven'])).toEqual({ kind: 'unknownLead' });
    expect(builder.finish().activities.properties[0]?.kind).toBe('text');
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['an empty id', (b: ReturnType<typeof createHistoryBuilder>) => b.addLead('  ', '', []), 'emptyId'],
    ['a repeated id', (b: ReturnType<typeof createHistoryBuilder>) => b.addLead('A', '', []), 'repeatedId'],
    [
      'an unreadable creation',
      (b: ReturnType<typeof createHistoryBuilder>) => b.addLead('C', 'soon', []),
      'unreadableTime',
    ],
    [
      'an unreadable time',
      (b: ReturnType<typeof createHistoryBuilder>) => b.addActivity('A', '', 'x', []),
      'unreadableTime',
    ],
    [
      'an unknown stage',
      (b: ReturnType<typeof createHistoryBuilder>) => b.addStage('A', '2025-01-01', 'lead', '', ''),
      'unknownStage',
    ],
    [
      'an unreadable amount',
      (b: ReturnType<typeof createHistoryBuilder>) => b.addStage('A', '2025-01-01', 'won', '1,000', ''),
      'unreadableAmount',
    ],
  ])('%s is refused and leaves the history as it was', (_, add, kind) => {
    const builder = createHistoryBuilder(OPTIONS);
    builder.addLead('A', '2025-01-01', ['RO', '5']);
    expect(add(builder).kind).toBe(kind);
    const { leads, activities, stages } = builder.finish();
    expect([leads.count, activities.count, stages.count]).toEqual([1, 0, 0]);
  });
});

describe('a history built on an earlier one', () => {
  it('keeps the old rows and adds new rows and columns', () => {
    const seed = historyOf({
      leads: [
        {
          id: 'A',
          created: '2025-01-01',
          cells: { country: 'RO' },
          activities: [{ at: '2025-01-05', type: 'x', cells: { url: '/' } }],
        },
      ],
    });
    const builder = createHistoryBuilder({ ...OPTIONS, seed });
    builder.addLead('B', '2025-02-01', ['IT', '40']);
    builder.addActivity('A', '2025-01-02', 'earlier', ['/a']);
    const history = builder.finish();
    expect(history.leads.ids).toEqual(['A', 'B']);
    expect(history.leads.attributes.map((column) => [column.name, cellOf(column, 0), cellOf(column, 1)])).toEqual([
      ['created', '2025-01-01', '2025-02-01'],
      ['country', 'RO', 'IT'],
      ['employees', null, '40'],
    ]);
    expect([0, 1].map((row) => cellOf(history.activities.type, row))).toEqual(['earlier', 'x']);
  });

  it('works out defaults of `created` anew from all rows', () => {
    const builder = createHistoryBuilder({ ...OPTIONS, seed: historyOf({ leads: [{ id: 'A' }] }) });
    builder.addActivity('A', '2025-01-02', 'x', []);
    expect(created(builder.finish())).toEqual(['2025-01-02T00:00:00.000Z']);
  });
});
