/**
 * Two exports of one system, an earlier and a newer one: the newer has all that the earlier had, with some cells, stages and
 * activities changed or added, and its columns in another order. As a data folder, and as files that are mapped.
 */
import fc from 'fast-check';
import type { DelimitedMapping } from '../../api/import.ts';

export interface ExportPair {
  readonly earlier: Export;
  readonly newer: Export;
}

export interface Export {
  readonly leads: Rows;
  readonly activities: Rows;
  readonly stages: Rows;
}

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const DAYS = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-03`);
const day = fc.constantFrom(...DAYS);
/** Few, so that several stages of a lead share one. */
const fewDays = fc.constantFrom(...DAYS.slice(0, 3));
const cell = fc.constantFrom(
  '',
  'x',
  'X',
  '007',
  '12',
  '7',
  '=1+1',
  'a,"b";c',
  'two\nlines',
  'żółw',
  'yes',
  ' padded ',
);
const amount = fc.constantFrom('', '0', '10', '10.50', '200');

/** An earlier and a newer cell; a newer one is not empty where the earlier was not. */
const filledPair = (filled: fc.Arbitrary<string>) =>
  fc.oneof(
    filled.map((one) => [one, one] as const),
    fc.tuple(filled, filled),
    filled.map((one) => ['', one] as const),
    fc.constant(['', ''] as const),
  );
const pair = (any: fc.Arbitrary<string>) =>
  fc.oneof(
    any.map((one) => [one, one] as const),
    fc.tuple(any, any),
  );

const randomLead = fc.record({
  isEarlier: fc.boolean(),
  created: filledPair(day),
  size: pair(fc.constantFrom('', '1', '20', '300', 'many')),
  note: pair(cell),
  fresh: cell,
  mql: filledPair(fewDays),
  mqlAmount: pair(amount),
});

const randomStage = fc.record({
  isEarlier: fc.boolean(),
  lead: fc.nat(3),
  at: fewDays,
  stage: fc.constantFrom('sql', 'won', 'lost'),
  amount: pair(amount),
  reason: pair(cell),
});

const randomActivity = fc.record({
  isEarlier: fc.boolean(),
  lead: fc.nat(3),
  at: fewDays,
  type: fc.constantFrom('visit', 'call'),
  url: cell,
});

/** `mql` of a lead is a column of its row; other stages are rows of their own. */
export const randomExports: fc.Arbitrary<ExportPair> = fc
  .record({
    leads: fc.array(randomLead, { minLength: 1, maxLength: 6 }),
    stages: fc.array(randomStage, { maxLength: 8 }),
    activities: fc.array(randomActivity, { maxLength: 8 }),
    order: fc.infiniteStream(fc.nat(1_000)),
  })
  .map(({ leads, stages, activities, order }) => {
    const shuffled = <T>(items: readonly T[]): readonly T[] =>
      items
        .map((item) => [order.next().value as number, item] as const)
        .sort(([one], [other]) => one - other)
        .map(([, item]) => item);
    const exportOf = (version: 0 | 1): Export => {
      const has = ({ isEarlier }: { readonly isEarlier: boolean }) => version === 1 || isEarlier;
      const arranged = version === 1 ? shuffled : <T>(items: readonly T[]) => items;
      const known = leads.flatMap((lead, index) => (has(lead) ? [`L${index}`] : []));
      const ofKnown = ({ lead }: { readonly lead: string }) => known.includes(lead);
      return {
        leads: {
          columns: arranged([
            'id',
            'created',
            'size',
            'note',
            'mql at',
            'mql amount',
            ...(version === 1 ? ['fresh'] : []),
          ]),
          rows: arranged(
            leads.flatMap((lead, index) =>
              has(lead)
                ? [
                    {
                      id: `L${index}`,
                      created: lead.created[version],
                      size: lead.size[version],
                      note: lead.note[version],
                      fresh: lead.fresh,
                      'mql at': lead.mql[version],
                      'mql amount': lead.mqlAmount[version],
                    },
                  ]
                : [],
            ),
          ),
        },
        activities: {
          columns: arranged(['lead', 'at', 'type', 'url']),
          rows: arranged(
            activities
              .filter(has)
              .map(({ lead, at, type, url }) => ({ lead: `L${lead}`, at, type, url }))
              .filter(ofKnown),
          ),
        },
        stages: {
          columns: arranged(['lead', 'at', 'stage', 'amount', 'reason']),
          rows: arranged(
            stages
              .filter(has)
              .map((one) => ({
                lead: `L${one.lead}`,
                at: one.at,
                stage: one.stage,
                amount: one.amount[version],
                reason: one.reason[version],
              }))
              .filter(ofKnown),
          ),
        },
      };
    };
    return { earlier: exportOf(0), newer: exportOf(1) };
  });

function csvOfRows({ columns, rows }: Rows): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')));
  return `${[columns.map(quoted), ...lines].map((cells) => cells.join(',')).join('\n')}\n`;
}

/** A data folder has no columns for stages of leads: they are attributes there. */
export const folderTexts = ({ leads, activities, stages }: Export): Readonly<Record<string, string>> => ({
  'leads.csv': csvOfRows(leads),
  'activities.csv': csvOfRows(activities),
  'stages.csv': csvOfRows(stages),
});

const BASE = { format: 'accord.mapping/1', leaveOut: [], missing: [] } as const;
const PART = { at: 'at', amount: 'amount', reason: 'reason' } as const;

/** By the names of the files. */
export const MAPPING_BY_FILE: Readonly<Record<string, DelimitedMapping>> = {
  'contacts.csv': {
    ...BASE,
    rows: 'leads',
    lead: 'id',
    created: 'created',
    stages: [{ stage: 'mql', at: 'mql at', amount: 'mql amount' }],
  },
  'events.csv': { ...BASE, rows: 'activities', lead: 'lead', at: 'at', type: { column: 'type' }, stages: [] },
  'deals.csv': {
    ...BASE,
    rows: 'stages',
    lead: 'lead',
    stages: (['sql', 'won', 'lost'] as const).map((stage) => ({ stage, column: 'stage', when: [stage], ...PART })),
  },
};

export const mappedTexts = ({ leads, activities, stages }: Export): Readonly<Record<string, string>> => ({
  'contacts.csv': csvOfRows(leads),
  'events.csv': csvOfRows(activities),
  'deals.csv': csvOfRows(stages),
});
