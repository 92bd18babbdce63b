import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, type History, MISSING } from '../../../core/history/history.ts';
import { withoutLead } from '../../../core/history/without-lead.ts';
import { randomHistory } from '../../support/random-history.ts';

/** All that is written of a lead, as text. */
function textsOf({ leads, activities, stages }: History, lead: number): readonly unknown[] {
  const cell = ({ cells, codes }: Column, row: number) => cells[codes[row] ?? MISSING] ?? null;
  const rowsOf = (offsets: Int32Array) => {
    const first = offsets[lead] ?? 0;
    return Array.from({ length: (offsets[lead + 1] ?? 0) - first }, (_, row) => first + row);
  };
  return [
    leads.ids[lead],
    leads.createdAtMs[lead],
    leads.attributes.map((column) => cell(column, lead)),
    rowsOf(activities.offsets).map((row) => [
      activities.atMs[row],
      cell(activities.type, row),
      ...activities.properties.map((column) => cell(column, row)),
    ]),
    rowsOf(stages.offsets).map((row) => [
      stages.atMs[row],
      stages.stage[row],
      stages.amount[row],
      cell(stages.reason, row),
    ]),
  ];
}

const columnsOf = ({ leads, activities, stages }: History): readonly Column[] => [
  ...leads.attributes,
  activities.type,
  ...activities.properties,
  stages.reason,
];

const withLead = randomHistory()
  .filter(({ history }) => history.leads.count > 0)
  .chain(({ history }) => fc.record({ history: fc.constant(history), lead: fc.nat(history.leads.count - 1) }));

describe('a history without one of its leads', () => {
  it('has all the others as they were', () => {
    fc.assert(
      fc.property(withLead, ({ history, lead }) => {
        const left = withoutLead(history, lead);
        expect(left.leads.count).toBe(history.leads.count - 1);
        for (let other = 0; other < left.leads.count; other += 1)
          expect(textsOf(left, other)).toEqual(textsOf(history, other < lead ? other : other + 1));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('has no cell that nobody else holds', () => {
    fc.assert(
      fc.property(withLead, ({ history, lead }) => {
        for (const { cells, codes } of columnsOf(withoutLead(history, lead)))
          expect(cells.filter((_, code) => !codes.includes(code))).toEqual([]);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
