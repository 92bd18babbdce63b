import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestedFile } from '../../../api/import.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop } from '../../../db/open-workshop.ts';
import type { WritableWorkshop } from '../../../db/workshop.ts';
import { newImportWorkshop, reportOf, writeSources } from '../../support/import-into.ts';
import { type Export, folderTexts, MAPPING_BY_FILE, mappedTexts, randomExports } from '../../support/random-exports.ts';
import { rowsOfHistory } from '../../support/rows-of-history.ts';

const rowsIn = (workshop: WritableWorkshop) => rowsOfHistory(readHistory(workshop));

const WAYS: readonly (readonly [string, (given: Export) => readonly RequestedFile<string>[]])[] = [
  ['a data folder', (given) => [{ file: writeSources(folderTexts(given)) }]],
  [
    'mapped files',
    (given) => {
      const texts = mappedTexts(given);
      const folder = writeSources(texts);
      return Object.keys(texts).map((name) => ({ file: join(folder, name), mapping: MAPPING_BY_FILE[name] }));
    },
  ],
];

describe.each(WAYS)('a newer export of %s', (_, requestOf) => {
  it('given any two exports then taking the newer gives what it alone gives, and keeping adds only what is new', async () => {
    await fc.assert(
      fc.asyncProperty(randomExports, async ({ earlier, newer }) => {
        const [workshop, fresh] = [newImportWorkshop(), newImportWorkshop()];
        const request = requestOf(newer);
        await reportOf(fresh, request);
        await reportOf(workshop, requestOf(earlier));
        const before = rowsIn(workshop);

        const kept = await reportOf(workshop, request, { onChanged: 'keep' });
        const afterKeep = rowsIn(workshop);
        // What was there is there, as it was, but for attributes that are new.
        for (const [id, cells] of Object.entries(before.leads))
          expect(afterKeep.leads[id]?.slice(1)).toEqual(expect.arrayContaining(cells.slice(1)));
        expect(withoutFirst(afterKeep.stages, before.stages)).toHaveLength(
          afterKeep.stages.length - before.stages.length,
        );
        expect(afterKeep.stages.length).toBe(rowsIn(fresh).stages.length);
        expect(afterKeep.activities).toEqual(rowsIn(fresh).activities);

        const keptAgain = await reportOf(workshop, request, { onChanged: 'keep' });
        expect(rowsIn(workshop)).toEqual(afterKeep);
        expect(keptAgain.tables.map(({ accepted }) => accepted)).toEqual(keptAgain.tables.map(() => 0));
        expect(kept.tables.map(({ table, read }) => [table, read])).toEqual(
          keptAgain.tables.map(({ table, read }) => [table, read]),
        );

        await reportOf(workshop, request, { onChanged: 'take' });
        expect(rowsIn(workshop)).toEqual(rowsIn(fresh));
        const takenAgain = await reportOf(workshop, request, { onChanged: 'take' });
        expect(rowsIn(workshop)).toEqual(rowsIn(fresh));
        for (const { accepted, changed } of takenAgain.files) expect([accepted, changed]).toEqual([0, 0]);
        for (const one of [workshop, fresh]) closeWorkshop(one);
      }),
      { numRuns: 25 },
    );
  });
});

/** What is left of the rows when each of the others has taken one equal to it away. */
function withoutFirst(rows: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...rows];
  for (const one of others) {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

const BASE = { format: 'accord.mapping/1', stages: [], leaveOut: [], missing: [] } as const;
const LEADS = { ...BASE, rows: 'leads', lead: 'id', created: 'made', stages: [{ stage: 'mql', at: 'mql' }] } as const;
const DEALS = {
  ...BASE,
  rows: 'stages',
  lead: 'id',
  stages: [{ stage: 'won', at: 'at', amount: 'amount' }],
} as const;
const CALLS = { ...BASE, rows: 'activities', lead: 'id', at: 'at', type: { constant: 'call' } } as const;

const amountsIn = (workshop: WritableWorkshop) => [...readHistory(workshop).stages.amount].sort((a, b) => a - b);

describe('two deals won on one day', () => {
  const header = { folder: 'lead,at,stage,amount', mapped: 'id,at,amount' };
  const inFolder = (...amounts: readonly number[]) => [
    {
      file: writeSources({
        'leads.csv': 'id\nA\n',
        'activities.csv': 'lead,at,type\n',
        'stages.csv': [header.folder, ...amounts.map((one) => `A,2025-01-01,won,${one}`), ''].join('\n'),
      }),
    },
  ];
  const mapped = (...amounts: readonly number[]) => {
    const folder = writeSources({
      'leads.csv': 'id,made,mql\nA,2025-01-01,\n',
      'deals.csv': [header.mapped, ...amounts.map((one) => `A,2025-01-01,${one}`), ''].join('\n'),
    });
    return [
      { file: join(folder, 'leads.csv'), mapping: LEADS },
      { file: join(folder, 'deals.csv'), mapping: DEALS },
    ];
  };

  it.each([
    ['a data folder', inFolder],
    ['mapped files', mapped],
  ] as const)('of %s: the one that is new is added, also where it stands first', async (_, requestOf) => {
    const workshop = newImportWorkshop();
    await reportOf(workshop, requestOf(10));
    const kept = await reportOf(workshop, requestOf(20, 10));
    expect(kept.tables.find(({ table }) => table === 'stages')).toMatchObject({
      accepted: 1,
      duplicate: 1,
      changed: 0,
    });
    expect(amountsIn(workshop)).toEqual([10, 20]);
  });
});

describe('a data folder that is imported again', () => {
  const folder = (size: string, amount: string) => [
    {
      file: writeSources({
        'leads.csv': `id,size\nA,${size}\n`,
        'activities.csv': 'lead,at,type\n',
        'stages.csv': `lead,at,stage,amount\nA,2025-01-01,won,${amount}\n`,
      }),
    },
  ];

  it('with an amount that cannot be read is refused, though the workshop holds the stage', async () => {
    const workshop = newImportWorkshop();
    await reportOf(workshop, folder('1', ''));
    await expect(reportOf(workshop, folder('1', 'lots'))).rejects.toThrow('lots');
  });

  it('with cells that are taken has the kind that they have', async () => {
    const workshop = newImportWorkshop();
    const kind = () => readHistory(workshop).leads.attributes.find(({ name }) => name === 'size')?.kind;
    await reportOf(workshop, folder('many', ''));
    expect(kind()).toBe('text');
    await reportOf(workshop, folder('12', ''), { onChanged: 'take' });
    expect(kind()).toBe('number');
  });
});

describe('exports that overlap', () => {
  it('brought in at once double nothing, as if one had come after the other', async () => {
    const folder = writeSources({
      'leads-1.csv': 'id,made,mql\nA,2025-01-01,2025-01-02\nB,2025-01-01,\n',
      'leads-2.csv': 'id,made,mql\nA,2025-01-01,2025-01-02\nC,2025-01-01,\n',
      'deals-1.csv': 'id,at,amount\nA,2025-02-01,10\nA,2025-02-01,10\n',
      'deals-2.csv': 'id,at,amount\nA,2025-02-01,10\nB,2025-02-01,20\n',
      'calls-1.csv': 'id,at\nA,2025-02-01\nA,2025-02-01\n',
      'calls-2.csv': 'id,at\nA,2025-02-01\nC,2025-02-01\nA,2025-02-01\nA,2025-02-01\n',
    });
    const request = (['leads', 'deals', 'calls'] as const).flatMap((name) =>
      [1, 2].map((part) => ({
        file: join(folder, `${name}-${part}.csv`),
        mapping: { leads: LEADS, deals: DEALS, calls: CALLS }[name],
      })),
    );
    const [atOnce, oneByOne] = [newImportWorkshop(), newImportWorkshop()];
    const report = await reportOf(atOnce, request);
    for (const file of request) await reportOf(oneByOne, [file]);
    expect(rowsIn(atOnce)).toEqual(rowsIn(oneByOne));
    expect(report.files.map(({ file, table, accepted, duplicate }) => [file, table, accepted, duplicate])).toEqual([
      ['leads-1.csv', 'leads', 2, 0],
      ['leads-1.csv', 'stages', 1, 0],
      ['leads-2.csv', 'leads', 1, 1],
      ['leads-2.csv', 'stages', 0, 1],
      ['deals-1.csv', 'stages', 2, 0],
      ['deals-2.csv', 'stages', 1, 1],
      ['calls-1.csv', 'activities', 2, 0],
      ['calls-2.csv', 'activities', 2, 2],
    ]);
    const before = rowsIn(atOnce);
    const again = await reportOf(atOnce, request);
    expect(again.files.map(({ accepted }) => accepted)).toEqual(again.files.map(() => 0));
    expect(rowsIn(atOnce)).toEqual(before);
  });

  it('with a lead twice in one file have its stage once', async () => {
    const workshop = newImportWorkshop();
    const folder = writeSources({ 'people.csv': 'id,made,mql\nA,2025-01-01,2025-01-02\nA,2025-01-01,2025-01-02\n' });
    const request = [{ file: join(folder, 'people.csv'), mapping: LEADS }];
    const { tables } = await reportOf(workshop, request);
    expect(tables).toMatchObject([
      { table: 'leads', accepted: 1, duplicate: 1 },
      { table: 'stages', accepted: 1, duplicate: 1 },
    ]);
    expect((await reportOf(workshop, request)).tables).toMatchObject([{ duplicate: 2 }, { duplicate: 2 }]);
  });
});
