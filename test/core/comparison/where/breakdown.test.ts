import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Breakdown, type BreakdownBy, breakdown } from '../../../../core/comparison/where/breakdown.ts';
import type { RowFigures } from '../../../../core/comparison/where/row-figures.ts';
import { pairedRateDifference } from '../../../../core/statistics/paired-rates.ts';
import { anyLines, type LeadLine, times, twoScenarios } from './two-scenarios.ts';

const line: LeadLine = { createdDay: 0, cells: { source: 'Webinar' }, fate: 'won', a: 0, b: 0 };
const bySource = { kind: 'attribute', name: 'source' } as const;
const BREAKDOWNS: readonly BreakdownBy[] = [
  bySource,
  { kind: 'attribute', name: 'employees' },
  { kind: 'attribute', name: 'first_seen' },
  { kind: 'attribute', name: 'no such attribute' },
  { kind: 'month', of: 'reached' },
  { kind: 'month', of: 'created' },
];
const anyBreakdown = fc.constantFrom(...BREAKDOWNS);
const COUNTS = ['leads', 'observed', 'converted', 'immature', 'unobserved'] as const;
const brokenDown = (lines: readonly LeadLine[], by: BreakdownBy): Breakdown => {
  const { data, pair } = twoScenarios(lines);
  return breakdown(data, pair, by);
};
/** A history is built for each. */
const RUNS = { numRuns: 40 };
const names = ({ rows }: Breakdown) => rows.map(({ of }) => of);

describe('the leads of two scenarios, row by row', () => {
  it('add up to the whole, whatever they are told apart by', () => {
    fc.assert(
      fc.property(anyLines, anyBreakdown, (lines, by) => {
        const { rows, all } = brokenDown(lines, by);
        for (const side of ['a', 'b'] as const)
          for (const count of COUNTS)
            expect(rows.reduce((sum, row) => sum + row[side][count], 0)).toBe(all[side][count]);
      }),
      RUNS,
    );
  });

  it('given the scenarios change places then each difference is negated and its interval mirrored', () => {
    fc.assert(
      fc.property(anyLines, anyBreakdown, (lines, by) => {
        const { rows } = brokenDown(lines, by);
        const swapped = brokenDown(
          lines.map((one) => ({ ...one, a: one.b, b: one.a })),
          by,
        );
        rows.forEach(({ a, b, difference }, index) => {
          const other = swapped.rows[index];
          expect([other?.a, other?.b]).toEqual([b, a]);
          expect(other?.difference === null).toBe(difference === null);
          if (difference === null) return;
          expect(other?.difference?.difference).toBe(0 - difference.difference);
          expect(other?.difference?.interval).toEqual(mirrored(difference.interval));
          expect(other?.difference?.bounds?.[0]).toBeCloseTo(-(difference.bounds?.[1] ?? Number.NaN), 12);
        });
      }),
      RUNS,
    );
  });

  it('given two scenarios that are one then every difference is exactly 0', () => {
    fc.assert(
      fc.property(anyLines, anyBreakdown, (lines, by) => {
        const { rows, all } = brokenDown(
          lines.map((one) => ({ ...one, b: one.a })),
          by,
        );
        for (const { a, b, difference } of [...rows, all]) {
          expect(b).toEqual(a);
          if (difference !== null)
            expect(difference).toMatchObject({ difference: 0, interval: [0, 0], isSameLeads: true });
        }
      }),
      RUNS,
    );
  });

  it('have rates, intervals and bounds inside 0 to 1, and none of fewer than 20 known outcomes', () => {
    fc.assert(
      fc.property(anyLines, anyBreakdown, (lines, by) => {
        for (const { a, b } of brokenDown(lines, by).rows)
          for (const { observed, rate, interval, bounds } of [a, b]) {
            expect(rate === null).toBe(observed < 20);
            for (const share of [rate ?? 0, ...(interval ?? []), ...(bounds ?? [])]) {
              expect(share).toBeGreaterThanOrEqual(0);
              expect(share).toBeLessThanOrEqual(1);
            }
          }
      }),
      RUNS,
    );
  });

  it('given a lead reached in different months then each scenario has it in its own', () => {
    const { rows } = brokenDown([{ ...line, a: 0, b: 40 }], { kind: 'month', of: 'reached' });
    expect(rows.map(({ a, b }) => [a.leads, b.leads])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('given a month without a lead between two others then it keeps its place', () => {
    const { rows } = brokenDown([line, { ...line, createdDay: 75 }], { kind: 'month', of: 'created' });
    expect(rows.map(({ a }) => a.leads)).toEqual([1, 0, 1]);
  });

  it('given spellings of one value then they are one row, called as most leads have it', () => {
    const found = brokenDown(
      [...times(2, line), { ...line, cells: { source: 'WEBINAR' } }, { ...line, cells: { source: '' } }],
      bySource,
    );
    expect(names(found)).toEqual([{ kind: 'value', value: 'Webinar' }, { kind: 'missing' }]);
    expect(found.rows[0]?.a.leads).toBe(3);
  });

  it('given many values then the rarest are one row', () => {
    const lines = Array.from({ length: 20 }, (_, index) =>
      times(20 - index, { ...line, cells: { source: `S${index}` } }),
    );
    const found = brokenDown(lines.flat(), bySource);
    expect(found.rows).toHaveLength(13);
    expect(found.rows[0]?.of).toEqual({ kind: 'value', value: 'S0' });
    expect(found.rows.at(-1)?.of).toEqual({ kind: 'others', values: 8 });
  });

  it('given numbers then bands that end at round ones, each with about a fifth of the known outcomes', () => {
    const lines = Array.from({ length: 200 }, (_, index) => ({ ...line, cells: { employees: String(index) } }));
    const { rows } = brokenDown(lines, { kind: 'attribute', name: 'employees' });
    expect(rows.map(({ of, a }) => [of.kind === 'band' && of.band.to, a.observed])).toEqual([
      [50, 50],
      [80, 30],
      [120, 40],
      [150, 30],
      [null, 50],
    ]);
  });

  it('given dates then months', () => {
    const lines = ['2025-01-05', '2025-01-25', '2025-03-02'].map((day) => ({ ...line, cells: { day } }));
    const { rows } = brokenDown(lines, { kind: 'attribute', name: 'day' });
    expect(rows.map(({ of, a }) => [of.kind === 'month' && of.startMs, a.leads])).toEqual([
      [Date.UTC(2025, 0, 1), 2],
      [Date.UTC(2025, 1, 1), 0],
      [Date.UTC(2025, 2, 1), 1],
    ]);
  });

  it('given segments then each has its leads, shared ones in both, and the rest a row of their own', () => {
    const segment = (name: string, value: string) =>
      ({ name, condition: { attribute: 'source', op: 'contains', value } }) as const;
    const lines = ['Trade fair', 'Fair', 'Trade', 'Web'].map((source) => ({ ...line, cells: { source } }));
    const found = brokenDown(lines, {
      kind: 'segments',
      segments: [segment('Fairs', 'fair'), segment('Trade', 'trade')],
    });
    expect(found.rows.map(({ of, a }) => [of, a.leads])).toEqual([
      [{ kind: 'segment', name: 'Fairs' }, 2],
      [{ kind: 'segment', name: 'Trade' }, 2],
      [{ kind: 'noSegment' }, 1],
    ]);
  });

  it('given enough outcomes then the difference is that of the paired counts, within its bounds', () => {
    const [row] = brokenDown(
      [
        ...times(15, line),
        ...times(10, { ...line, a: null }),
        ...times(20, { ...line, fate: 'lost' }),
        ...times(12, { ...line, fate: 'lost', b: null }),
        ...times(3, { ...line, fate: 'unworked', a: null }),
      ],
      bySource,
    ).rows;
    const paired = pairedRateDifference({
      bothConverted: 15,
      onlyAConverted: 0,
      onlyBConverted: 10,
      bothNot: 20,
      onlyANot: 12,
      onlyBNot: 0,
    });
    expect(row?.difference).toMatchObject({ difference: paired?.difference, interval: paired?.interval });
    expect(row?.difference?.bounds).toEqual([25 / 48 - 15 / 47, 28 / 48 - 15 / 47]);
    expect(row?.b.bounds).toEqual([25 / 48, 28 / 48]);
  });

  it('given fewer than ten SQLs of a side then no difference is told', () => {
    const few = [...times(9, line), ...times(40, { ...line, fate: 'lost' })] as const;
    const told = ({ difference }: RowFigures) => difference !== null;
    expect(brokenDown(few, bySource).rows.map(told)).toEqual([false]);
    expect(brokenDown([...few, line], bySource).rows.map(told)).toEqual([true]);
  });
});

const mirrored = (interval: readonly [number, number] | null | undefined) =>
  interval === null || interval === undefined ? interval : [0 - interval[1], 0 - interval[0]];
