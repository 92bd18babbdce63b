/** What moves a level, on screen: which bars come first, how they are called, and what becomes of a run. */
import { describe, expect, it } from 'vitest';
import type { Method } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { ChangedFigures, Sensitivity, Tornado } from '../../api/sensitivity.ts';
import type { Client } from '../../renderer/client/client.ts';
import { earningWords } from '../../renderer/features/compare/sensitivity/earning-words.ts';
import { leverName, movedTo, moveWords } from '../../renderer/features/compare/sensitivity/lever-words.ts';
import {
  createSensitivityStore,
  sensitivityKey,
} from '../../renderer/features/compare/sensitivity/sensitivity-store.ts';
import { tornadoRows } from '../../renderer/features/compare/sensitivity/tornado-rows.ts';
import { tornadoTable } from '../../renderer/features/compare/sensitivity/tornado-table.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { createJobStore } from '../../renderer/stores/job-store.ts';

const messages = createMessages('en-GB', 'UTC');
const plain = (words: string) => words.replaceAll(/\s/gu, ' ');

const figures = (leads: number, converted: number, difference = 0): ChangedFigures => ({
  cell: {
    leads,
    observed: leads,
    converted,
    immature: 0,
    unobserved: 0,
    rate: converted / leads,
    interval: [0.1, 0.3],
  },
  perWeek: leads / 10,
  rateDifference: { difference, interval: [difference - 0.01, difference + 0.01] },
});
const moved = (values: readonly number[], atThreshold: ChangedFigures, atVolume: ChangedFigures | null) => ({
  values,
  atThreshold,
  atVolume: atVolume === null ? null : { ...atVolume, threshold: 44 },
});
const tornado: Tornado = {
  present: { cell: figures(200, 40).cell, perWeek: 20 },
  bars: [
    {
      lever: { kind: 'threshold', level: 'mql', name: 'MQL' },
      present: [50],
      lower: moved([45], figures(240, 44, -0.02), null),
      higher: moved([55], figures(160, 35, 0.02), null),
    },
    {
      lever: { kind: 'points', ruleId: 'size', name: 'Size' },
      present: [-20],
      lower: moved([-25], figures(190, 30), figures(200, 33)),
      higher: moved([-15], figures(210, 41), figures(200, 40)),
    },
    {
      lever: { kind: 'off', ruleId: 'size', name: 'Size' },
      present: [],
      lower: moved([], figures(150, 20), figures(200, 28)),
      higher: null,
    },
    {
      lever: { kind: 'decay', decay: 'half-life', days: 60, rules: 3 },
      present: [60],
      lower: moved([45], figures(199, 39), figures(200, 40)),
      higher: moved([75], figures(201, 40), figures(200, 40)),
    },
  ],
};
const namesOf = (rows: ReturnType<typeof tornadoRows>) =>
  rows.map((row) => plain(`${leverName(row.lever, messages)} ${movedTo(row, messages)}`));

describe('a tornado', () => {
  it('has what moves most on top, by the figure that is asked for', () => {
    expect(namesOf(tornadoRows(tornado, 'sqls', 'threshold', 'step'))).toEqual([
      'Size −25 to −15',
      'MQL at 45–55',
      'Half-life 45–75 d',
    ]);
    expect(namesOf(tornadoRows(tornado, 'volume', 'threshold', 'step'))[0]).toBe('MQL at 45–55');
  });

  it('at the same volume has no bar of the threshold, and counts what the new cut holds', () => {
    const rows = tornadoRows(tornado, 'sqls', 'volume', 'step');
    expect(namesOf(rows)).toEqual(['Size −25 to −15', 'Half-life 45–75 d']);
    expect(rows[0]?.lower).toMatchObject({ change: -7, threshold: 44 });
  });

  it('shows rules switched off by themselves', () => {
    expect(tornadoRows(tornado, 'sqls', 'threshold', 'off').map(({ lower }) => lower?.change)).toEqual([-20]);
  });

  it('has an interval for conversion alone', () => {
    expect(tornadoRows(tornado, 'conversion', 'threshold', 'step')[0]?.higher?.interval).toEqual([0.01, 0.03]);
    expect(tornadoRows(tornado, 'sqls', 'threshold', 'step')[0]?.higher?.interval).toBeNull();
  });

  it('says of a move all that it does, with n', () => {
    const [row] = tornadoRows(tornado, 'conversion', 'threshold', 'step');
    if (row?.higher === null || row === undefined) throw new Error('it is moved both ways');
    expect(plain(moveWords(row, row.higher, messages))).toBe(
      'MQL at: 55 instead of 50; 35 SQLs of 160 leads, 16 a week; 22 % (10–30) convert, n 160; +2 points (95 %: +1 to +3)',
    );
  });
});

describe('working out what moves a level', () => {
  const asked = { level: 'mql', options: { horizon: 'outcome' }, side: { kind: 'baseline' } } as const;
  const answer: Sensitivity = { leads: 1, sqls: 0, tornado: null, heatMap: null, shapley: null };
  const storeAnswering = (replyTo: (parts: readonly string[]) => Reply<Sensitivity>) => {
    const calls: (readonly string[])[] = [];
    const call = (_method: Method, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
      const parts = Array.isArray(input['parts']) ? input['parts'].map(String) : [];
      calls.push(parts);
      return Promise.resolve(replyTo(parts));
    };
    const client = call as Client;
    const jobs = createJobStore({ client, newId: () => 'job' });
    return { calls, store: createSensitivityStore({ client, jobs }) };
  };

  it('goes from the levers to the shares of the rules', async () => {
    const { calls, store } = storeAnswering(() => ({ ok: true, value: answer }));
    await store.getState().run(asked, ['moves', 'shares']);
    expect(calls).toEqual([['tornado', 'heatMap'], ['shapley']]);
    const { moves, shares, running } = store.getState();
    expect([moves?.answer, shares?.answer, running]).toEqual([answer, answer, null]);
  });

  it('ends with what is cancelled, and leaves what was there', async () => {
    const { calls, store } = storeAnswering((parts) =>
      parts.includes('shapley') ? { ok: true, value: answer } : { ok: false, error: { kind: 'cancelled', detail: '' } },
    );
    await store.getState().run(asked, ['shares']);
    await store.getState().run(asked, ['moves', 'shares']);
    expect(calls).toHaveLength(2);
    expect(store.getState()).toMatchObject({
      moves: null,
      shares: { answer },
      failure: { failure: { kind: 'cancelled' } },
    });
  });

  it('is out of date once the workshop has changed', async () => {
    const { store } = storeAnswering(() => ({ ok: true, value: answer }));
    await store.getState().run(asked, ['moves']);
    expect(store.getState().moves?.key).toBe(sensitivityKey(store.getState(), asked));
    store.getState().outdate();
    expect(store.getState().moves?.key).not.toBe(sensitivityKey(store.getState(), asked));
  });
});

describe('the table of what moves a level', () => {
  const figuresOf = (figure: 'conversion' | 'volume') => {
    const { columns, rows } = tornadoTable(tornadoRows(tornado, figure, 'threshold', 'step'), figure, messages);
    const row = rows.find(([name]) => plain(String(name)).startsWith('MQL at: 45')) ?? [];
    return Object.fromEntries(columns.map((column, index) => [column.replaceAll('\u202f', ' '), row[index]]));
  };

  it('has rates in percent and their differences in points, as every other table has', () =>
    expect(figuresOf('conversion')).toMatchObject({
      'Change, points': -2,
      'Conversion, %': 18.3,
      'Conversion, change in points': -2,
    }));

  it('has the change of a volume in leads a week', () =>
    expect(figuresOf('volume')).toMatchObject({ 'Change, a week': 4, 'A week': 24, SQLs: 44 }));
});

describe('the rules that earn their place', () => {
  const words = (...rows: readonly (readonly [string, number, number | null])[]) =>
    earningWords(
      rows.map(([name, share, standardError]) => ({ name, share, standardError })),
      messages.t,
    );

  it('are all, where each share is above 0, and surely where it is drawn', () => {
    expect(words(['Size', 3, null], ['Demo', 0.1, null])).toBe('Every rule adds something.');
    expect(words(['Size', 3, 0.2], ['Demo', 1, 0.2])).toBe('Every rule adds something.');
  });

  it('are not those whose share is nothing or less', () =>
    expect(words(['Size', 3, null], ['Demo', 0, null])).toBe('Demo adds nothing, all sets of rules taken together.'));

  it('are neither told nor denied of shares that the draw cannot tell from nothing', () => {
    expect(words(['Size', 3, 0.2], ['Demo', 0.1, 0.2])).toBe(
      'Whether Demo adds anything the drawn orders cannot tell.',
    );
    expect(words(['Size', 3, 0.2], ['Demo', -0.1, 0.2])).toBe(
      'Whether Demo adds anything the drawn orders cannot tell.',
    );
  });
});
