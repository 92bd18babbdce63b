import { describe, expect, it } from 'vitest';
import type { LeadRows } from '../../support/history-of.ts';
import { decided, findingsOf, LATE_LEAD, LONG_AGO, times } from './report-of.ts';

/** A hundred leads with a known outcome, every fourth of which converted. */
const hundred = (cells: (converted: boolean, index: number) => LeadRows['cells']): readonly LeadRows[] => {
  const leads = times(160, (index) => {
    const made = cells(index % 4 === 0, index);
    return { ...decided(index % 4 === 0), ...(made === undefined ? {} : { cells: made }) };
  });
  return [...leads, LATE_LEAD];
};
const signsOf = (leads: readonly LeadRows[]) =>
  findingsOf('leakingAttribute', leads).map(({ attribute, signs }) => [attribute, ...signs.map(({ kind }) => kind)]);

describe('attributes that leak the outcome', () => {
  it('given one filled for the converted and hardly for others then it is told with all four counts', () => {
    const [found] = findingsOf(
      'leakingAttribute',
      hundred((converted, index) => ({ contract: converted || index === 1 ? `c${index}` : '' })),
    );
    expect(found?.signs[0]).toEqual({ kind: 'filledWithOutcome', filled: 40, set: 40, filledOthers: 1, others: 120 });
  });

  it('given one filled at the hand-over then it is told', () => {
    const leads = [
      ...hundred((_, index) => ({ carer: `p${index % 5}` })),
      ...times(40, () => ({ created: LONG_AGO, cells: { carer: '' } })),
    ];
    expect(findingsOf('leakingAttribute', leads)).toMatchObject([
      {
        attribute: 'carer',
        signs: [{ kind: 'filledWithHandover', filled: 160, set: 160, filledOthers: 0, others: 41 }],
      },
    ]);
  });

  it('given a value that only the converted have then it is named', () => {
    const leads = hundred((converted, index) => ({ answer: converted && index < 152 ? 'will pay' : `x${index % 3}` }));
    expect(findingsOf('leakingAttribute', leads)[0]?.signs).toContainEqual({
      kind: 'valueOfConverted',
      value: 'will pay',
      known: 38,
      converted: 38,
    });
  });

  it('given a number that tells the outcome then its information value is suspicious', () => {
    expect(signsOf(hundred((converted, index) => ({ minutes: String(converted ? 50 + index : index % 60) })))).toEqual([
      ['minutes', 'informationValue'],
    ]);
  });

  it('given attributes without any relation then none is told, however many values they have', () => {
    expect(
      signsOf(
        hundred((_, index) => ({ id: `n${index}`, city: `c${(index * 7) % 11}`, size: String((index * 31) % 97) })),
      ),
    ).toEqual([]);
  });

  it('given too few converted leads then no information value is worked out', () => {
    const leads = times(100, (index) => ({
      ...decided(index < 10),
      cells: { minutes: String(index < 10 ? 99 : index % 9) },
    }));
    expect(signsOf([...leads, LATE_LEAD])).toEqual([]);
  });

  it('given only a telltale heading then it is told as such', () => {
    const leads = times(2, (index) => ({
      cells: { lead_status: `s${index}`, 'Last Name': `n${index}`, TotalVisits: `${index}` },
    }));
    expect(findingsOf('leakingAttribute', leads)).toMatchObject([
      { attribute: 'lead_status', signs: [{ kind: 'heading', word: 'status', suggests: 'judgement' }] },
      { attribute: 'TotalVisits', signs: [{ kind: 'heading', word: 'total', suggests: 'total' }] },
    ]);
  });

  it('given a counter that goes on after the outcome then it is told as today’s total', () => {
    const leads = times(60, (index) => ({
      ...decided(index % 2 === 0),
      cells: { total_page_views: String(index < 30 ? 3 : 1) },
      activities: ['2025-01-12', ...(index < 30 ? ['2025-05-01', '2025-06-01'] : [])].map((at) => ({
        at,
        type: 'page_view',
      })),
    }));
    expect(findingsOf('leakingAttribute', [...leads, LATE_LEAD])).toMatchObject([
      {
        attribute: 'total_page_views',
        signs: [{ kind: 'todaysTotal', types: ['page_view'], compared: 60, exceeding: 30 }],
      },
    ]);
  });
});

describe('activities after the hand-over', () => {
  it('given a type that mostly follows it then it is told with its share', () => {
    const leads = times(40, (index) => ({
      ...decided(index < 20),
      activities: [
        { at: '2025-01-10', type: 'visit' },
        { at: '2025-01-15', type: 'call' },
        ...(index < 10 ? [{ at: '2025-01-30', type: 'call' }] : []),
      ],
    }));
    expect(findingsOf('lateActivities', [...leads, LATE_LEAD])).toMatchObject([
      { types: [{ type: 'call', rows: 50, afterHandover: 50, afterOutcome: 10 }], touched: { leads: 40 } },
    ]);
  });
});
