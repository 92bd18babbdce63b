import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoldsVerdict, holds, verdictOf } from '../../../../core/comparison/where/holds.ts';
import type { RowDifference } from '../../../../core/comparison/where/row-figures.ts';
import { anyLines, type LeadLine, times, twoScenarios } from './two-scenarios.ts';

const held = (lines: readonly LeadLine[]) => {
  const { data, pair } = twoScenarios(lines);
  return holds(data, pair);
};
const difference = (points: number, standardError = 0.01): RowDifference => ({
  difference: points,
  standardError,
  interval: [points - 2 * standardError, points + 2 * standardError],
  isSameLeads: false,
  bounds: null,
});
const row = (points: number | null, without: number | null = 0.1) => ({
  difference: points === null ? null : difference(points),
  without: without === null ? null : difference(without),
});
/** A history is built for each. */
const RUNS = { numRuns: 40 };
const line: LeadLine = { createdDay: 0, cells: {}, fate: 'won', a: 0, b: 0 };
/** `b` keeps what converts and drops of the rest: ahead. */
const ahead = (cells: LeadLine['cells'], createdDay = 0): readonly LeadLine[] => [
  ...times(30, { ...line, cells, createdDay }),
  ...times(20, { ...line, cells, createdDay, fate: 'lost' }),
  ...times(20, { ...line, cells, createdDay, fate: 'lost', b: null }),
];

describe('where the conclusion holds', () => {
  it('is asked by month, by source and by region, of whichever the history has', () => {
    const parts = (cells: LeadLine['cells']) => held([{ ...line, cells }]).parts.map(({ by }) => by);
    expect(parts({ 'Lead Source': 'Web', Country: 'DE', city: 'Kiel' })).toEqual([
      { kind: 'month' },
      { kind: 'source', attribute: 'Lead Source' },
      { kind: 'region', attribute: 'Country' },
    ]);
    expect(parts({ colour: 'red' })).toEqual([{ kind: 'month' }]);
  });

  it('given a row then what is left without it is the difference among all other leads', () => {
    const [web, fair] = [ahead({ source: 'Web' }), ahead({ source: 'Fair' })];
    const rest = held(web).all.difference;
    const bySource = held([...web, ...fair]).parts.find(({ by }) => by.kind === 'source');
    expect(bySource?.rows.map(({ without }) => without)).toEqual([rest, rest]);
  });

  it('counts every lead once in each part', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { all, parts } = held(lines);
        for (const { rows } of parts)
          for (const side of ['a', 'b'] as const)
            expect(rows.reduce((sum, one) => sum + one[side].leads, 0)).toBe(all[side].leads);
      }),
      RUNS,
    );
  });

  it('given the scenarios change places then the other leads, in as many rows', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { parts } = held(lines);
        const swapped = held(lines.map((one) => ({ ...one, a: one.b, b: one.a }))).parts;
        parts.forEach(({ verdict }, index) => {
          const other = swapped[index]?.verdict;
          expect(other?.kind).toBe(verdict.kind);
          if (verdict.kind !== 'held' || other?.kind !== 'held') return;
          expect(other.leader).not.toBe(verdict.leader);
          expect([other.told, other.ahead, other.unknown]).toEqual([verdict.told, verdict.ahead, verdict.unknown]);
        });
      }),
      RUNS,
    );
  });

  it('given one scenario twice then neither is ahead anywhere', () => {
    const twice = ahead({ source: 'Web' }).map((one) => ({ ...one, b: one.a }));
    expect(held(twice).parts.map(({ verdict }) => verdict)).toEqual([{ kind: 'level' }, { kind: 'level' }]);
  });
});

describe('what the rows say together', () => {
  it('counts only rows with enough outcomes, and those that lack them apart', () => {
    const verdict = verdictOf([row(0.1), row(0.2), row(-0.1), row(0), row(null)], difference(0.1));
    expect(verdict).toMatchObject({ kind: 'held', leader: 'b', told: 4, ahead: 2, behind: 1, unknown: 1 });
  });

  it('given too few outcomes over all then nothing is said of the rows', () => {
    expect(verdictOf([row(0.1), row(0.2)], null)).toEqual({ kind: 'tooFew' });
  });

  it('given one row with enough outcomes then there is nothing to compare it with', () => {
    expect(verdictOf([row(0.1), row(null)], difference(0.1))).toEqual({ kind: 'notParted', told: 1, unknown: 1 });
  });

  it('given one lead of 2 standard errors in each of 10 rows then chance turns about 0.23 of them round', () => {
    const verdict = verdictOf(
      Array.from({ length: 10 }, () => row(0.02)),
      difference(0.02),
    );
    // Of a normal distribution 2.275 % lie more than 2 standard deviations below its mean.
    expect(heldVerdict(verdict).behindByChance).toBeCloseTo(0.2275, 4);
    expect(heldVerdict(verdict).homogeneity).toMatchObject({ q: 0, p: 1 });
  });

  it('given a row that carries the difference then it is named, and that the order turns without it', () => {
    const rows = [row(0.1, 0.08), row(0.9, -0.02), row(0.1, 0.05)];
    expect(heldVerdict(verdictOf(rows, difference(0.1))).heaviest).toEqual({ row: 1, turns: true });
    expect(heldVerdict(verdictOf(rows.slice(0, 1).concat(row(0.1, 0.05)), difference(0.1))).heaviest).toEqual({
      row: 1,
      turns: false,
    });
  });

  it('given a row without which nothing is left of the difference then the order is not said to turn', () => {
    const rows = [row(0.1, 0), row(0.1, 0.1)];
    expect(heldVerdict(verdictOf(rows, difference(0.1))).heaviest).toEqual({ row: 0, turns: false });
  });

  it('given rows that lie far apart then chance does not make them so', () => {
    const verdict = verdictOf([row(0.2), row(-0.2), row(0.2), row(-0.2)], difference(0.05));
    expect(heldVerdict(verdict).homogeneity?.p).toBeLessThan(0.001);
  });
});

function heldVerdict(verdict: HoldsVerdict) {
  if (verdict.kind !== 'held') throw new Error(`no verdict: ${verdict.kind}`);
  return verdict;
}
