import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mcNemar } from '../../../core/statistics/mcnemar.ts';
import { type PairedTable, pairedTableDifference } from '../../../core/statistics/newcombe-paired.ts';
import { tangoInterval } from '../../../core/statistics/tango.ts';

const table = (both: number, onlyFirst: number, onlySecond: number, neither: number): PairedTable => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
});

const anyTable = fc
  .tuple(fc.nat(200), fc.nat(60), fc.nat(60), fc.nat(200))
  .filter((cells) => cells.some((cell) => cell > 0))
  .map((cells) => table(...cells));

describe('the difference of two rates over the same leads', () => {
  // contingencytables (cavo_2012 and its second example), Altman (2000) table 6.2; the last two worked out apart.
  it.each([
    [table(59, 6, 16, 80), -0.0621, -0.1186, -0.0046],
    [table(1, 0, 0, 1), 0, -0.5734, 0.5734],
    [table(14, 5, 0, 22), 0.122, 0.0115, 0.2265],
    [table(36, 12, 2, 0), 0.2, 0.0569, 0.3404],
    [table(1, 1, 7, 12), -0.2857, -0.5069, -0.0256],
  ])('given %o then Newcombe’s interval is as published', (of, difference, low, high) => {
    const found = pairedTableDifference(of);
    expect(found?.difference).toBeCloseTo(difference, 4);
    expect(found?.interval[0]).toBeCloseTo(low, 4);
    expect(found?.interval[1]).toBeCloseTo(high, 4);
  });

  it('given the table of contingencytables then Tango’s interval is as published', () => {
    const [low, high] = tangoInterval(table(59, 6, 16, 80)) ?? [Number.NaN, Number.NaN];
    expect(low).toBeCloseTo(-0.124, 4);
    expect(high).toBeCloseTo(-0.0054, 4);
  });

  it('given no leads then there is none', () => {
    expect(pairedTableDifference(table(0, 0, 0, 0))).toBeNull();
    expect(tangoInterval(table(0, 0, 0, 0))).toBeNull();
  });

  it('given any leads then both intervals lie within −1 and 1 around the difference', () => {
    fc.assert(
      fc.property(anyTable, (of) => {
        const found = pairedTableDifference(of);
        const difference = found?.difference ?? Number.NaN;
        for (const [low, high] of [found?.interval, tangoInterval(of)].map((ends) => ends ?? [1, -1])) {
          expect(-1 <= low && low <= difference && difference <= high && high <= 1).toBe(true);
        }
      }),
    );
  });

  it('given any leads then swapping first and second negates Newcombe’s to the last digit', () => {
    fc.assert(
      fc.property(anyTable, (of) => {
        const one = pairedTableDifference(of);
        const other = pairedTableDifference({ ...of, onlyFirst: of.onlySecond, onlySecond: of.onlyFirst });
        expect((one?.difference ?? 1) + (other?.difference ?? 1)).toBe(0);
        expect((one?.interval[0] ?? 1) + (other?.interval[1] ?? 1)).toBeCloseTo(0, 12);
      }),
    );
  });

  it('given any leads then Tango’s interval leaves 0 out exactly where McNemar’s χ² finds a difference', () => {
    fc.assert(
      fc.property(anyTable, (of) => {
        const [low, high] = tangoInterval(of) ?? [Number.NaN, Number.NaN];
        const p = mcNemar(of.onlyFirst, of.onlySecond)?.p ?? 1;
        expect(low > 0 || high < 0).toBe(p < 0.05);
      }),
    );
  });
});
