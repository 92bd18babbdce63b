import { describe, expect, it } from 'vitest';
import { decided, findingsOf, LATE_LEAD, times } from './report-of.ts';

describe('outcomes before creation', () => {
  it('given won the day before then the lead is told; within the day it is not', () => {
    const [found] = findingsOf('outcomeBeforeCreation', [
      { created: '2025-03-02T10:00:00Z', stages: [{ at: '2025-03-01T23:00:00Z', stage: 'won' }] },
      { created: '2025-03-02T10:00:00Z', stages: [{ at: '2025-03-02T00:00:00Z', stage: 'won' }] },
      { created: '2025-03-02T10:00:00Z', stages: [{ at: '2025-02-02', stage: 'sql' }] },
      { created: '2025-03-02T10:00:00Z', stages: [{ at: '2025-02-02', stage: 'lost' }] },
    ]);
    expect(found).toMatchObject({ won: 1, touched: { leads: 2, examples: [0, 2] } });
  });

  it("given midnight in the workshop's zone then the calendar there says which day it is", () => {
    const lead = { created: '2025-03-01T23:30:00Z', stages: [{ at: '2025-03-01T22:30:00Z', stage: 'won' as const }] };
    expect(findingsOf('outcomeBeforeCreation', [lead])).toEqual([]);
    expect(findingsOf('outcomeBeforeCreation', [lead], { timeZone: 'Europe/Warsaw' })).toHaveLength(1);
  });
});

describe('activities before creation', () => {
  it('given visits on earlier days then leads and rows are counted', () => {
    const [found] = findingsOf('activitiesBeforeCreation', [
      {
        created: '2025-03-02',
        activities: ['2025-02-01', '2025-03-01', '2025-03-02', '2025-03-09'].map((at) => ({ at, type: 'visit' })),
      },
      { created: '2025-03-02', activities: [{ at: '2025-03-02', type: 'visit' }] },
    ]);
    expect(found).toMatchObject({ rows: 2, touched: { leads: 1, examples: [0] } });
  });
});

describe('the order of stages', () => {
  it('given won before mql and sql then both pairs are told, the lead once', () => {
    const [found] = findingsOf('stageOrder', [
      {
        created: '2025-01-01',
        stages: [
          { at: '2025-02-01', stage: 'won' },
          { at: '2025-02-02', stage: 'mql' },
          { at: '2025-02-03', stage: 'sql' },
        ],
      },
    ]);
    expect(found).toMatchObject({
      pairs: [
        { first: 'won', before: 'mql', leads: 1 },
        { first: 'won', before: 'sql', leads: 1 },
      ],
      touched: { leads: 1 },
    });
  });

  it('given a lead that came round again then its first dates count, and it is in order', () => {
    const stages = [
      { at: '2025-01-02', stage: 'mql' as const },
      { at: '2025-01-03', stage: 'sql' as const },
      { at: '2025-01-09', stage: 'recycled' as const },
      { at: '2025-03-02', stage: 'mql' as const },
    ];
    expect(findingsOf('stageOrder', [{ created: '2025-01-01', stages }])).toEqual([]);
  });
});

describe('leads without a known outcome', () => {
  it('given leads that sales never worked and young ones then each are told by month and source', () => {
    const leads = [
      ...times(3, () => ({ created: '2025-01-10', cells: { source: 'fair' } })),
      { ...decided(true), cells: { source: 'fair' } },
      { created: '2025-02-10', cells: { source: 'web' } },
      { ...LATE_LEAD, cells: { source: '' } },
    ];
    expect(findingsOf('neverWorked', leads)).toMatchObject([
      {
        weight: 4 / 6,
        touched: {
          leads: 4,
          known: 0,
          byMonth: [
            { startMs: Date.UTC(2025, 0), leads: 3, of: 4 },
            { startMs: Date.UTC(2025, 1), leads: 1, of: 1 },
            { startMs: Date.UTC(2025, 11), leads: 0, of: 1 },
          ],
          bySource: [
            { source: 'fair', leads: 3, of: 4 },
            { source: 'web', leads: 1, of: 1 },
          ],
        },
      },
    ]);
    expect(findingsOf('immature', leads)).toMatchObject([
      { touched: { leads: 1, examples: [5], bySource: [{ source: null, leads: 1, of: 1 }] } },
    ]);
  });
});

describe('addresses that are no person at a company', () => {
  it('given some of each then one finding a kind has its leads and domains', () => {
    const emails = [
      'a@gmail.com',
      'b@gmail.com',
      'c@wp.pl',
      'info@varda.com',
      'd@mailinator.com',
      'nobody',
      'e@varda.com',
      '',
    ];
    const found = findingsOf(
      'emailAddresses',
      emails.map((email) => ({ cells: { email } })),
    );
    expect(
      found.map(({ email, touched, domains }) => [email, touched.examples, domains.map(({ domain }) => domain)]),
    ).toEqual([
      ['free', [0, 1, 2], ['gmail.com', 'wp.pl']],
      ['disposable', [4], ['mailinator.com']],
      ['role', [3], ['varda.com']],
      ['malformed', [5], []],
    ]);
  });
});
