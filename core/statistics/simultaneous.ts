import { bootstrapCells, drawsQuantile, type Resampling } from './bootstrap.ts';
import { cutTo, type Interval } from './interval.ts';
import { Z_95 } from './normal.ts';
import type { PairedCounts } from './paired-counts.ts';
import { type PairedRateDifference, pairedRateDifference } from './paired-rates.ts';

/** Leads with a known outcome that the same scenarios flag: bit s of `pattern` is set where scenario s does. Up to 31 scenarios. */
export interface PatternCell {
  readonly pattern: number;
  readonly converted: number;
  readonly notConverted: number;
}

/** A scenario against the baseline, among others that are as well. */
export interface SimultaneousDifference extends PairedRateDifference {
  /** 95 % for all differences together: in 95 of 100 histories every one of them holds. Null where the interval alone is. */
  readonly simultaneousInterval: Interval | null;
}

export interface SimultaneousDifferences {
  /** How many standard errors the intervals reach: 1.96 for one difference, more for several. */
  readonly point: number;
  /** By scenario, the baseline's own and those without leads null. */
  readonly differences: readonly (SimultaneousDifference | null)[];
}

/**
 * The conversion of each scenario less the baseline's, with intervals that hold together (max-T; STATISTICS.md 1.5): the resamples
 * are shared, and the 95 % point of the largest distance in each takes the place of 1.96. `scenarios`: how many there are.
 */
export function simultaneousDifferences(
  cells: readonly PatternCell[],
  scenarios: number,
  baseline: number,
  resampling: Resampling,
): SimultaneousDifferences {
  const paired = Array.from({ length: scenarios }, (_, scenario) =>
    scenario === baseline ? null : pairedRateDifference(pairedOf(cells, baseline, scenario)),
  );
  const point = Math.max(Z_95, largestDistance(cells, paired, baseline, resampling) ?? Z_95);
  return {
    point,
    differences: paired.map((found) => {
      if (found === null) return null;
      const { difference, interval, standardError } = found;
      const half = point * standardError;
      return { ...found, simultaneousInterval: interval && cutTo(-1, 1, [difference - half, difference + half]) };
    }),
  };
}

function pairedOf(cells: readonly PatternCell[], a: number, b: number): PairedCounts {
  const sumOf = (byA: boolean, byB: boolean, of: 'converted' | 'notConverted'): number =>
    cells.reduce((sum, cell) => (flags(cell, a) === byA && flags(cell, b) === byB ? sum + cell[of] : sum), 0);
  return {
    bothConverted: sumOf(true, true, 'converted'),
    onlyAConverted: sumOf(true, false, 'converted'),
    onlyBConverted: sumOf(false, true, 'converted'),
    bothNot: sumOf(true, true, 'notConverted'),
    onlyANot: sumOf(true, false, 'notConverted'),
    onlyBNot: sumOf(false, true, 'notConverted'),
  };
}

const flags = ({ pattern }: PatternCell, scenario: number): boolean => ((pattern >>> scenario) & 1) === 1;

/** In standard errors, over the differences that have one; null where none has. */
function largestDistance(
  cells: readonly PatternCell[],
  paired: readonly (PairedRateDifference | null)[],
  baseline: number,
  resampling: Resampling,
): number | null {
  const compared = paired.flatMap((found, scenario) =>
    found === null || found.standardError === 0 ? [] : [{ ...found, scenario }],
  );
  if (compared.length === 0) return null;
  const counts = cells.flatMap(({ converted, notConverted }) => [converted, notConverted]);
  const draws = bootstrapCells(counts, resampling, (drawn) => {
    const ofBaseline = rateIn(cells, drawn, baseline);
    let largest = 0;
    for (const { scenario, difference, standardError } of compared) {
      const distance = Math.abs(rateIn(cells, drawn, scenario) - ofBaseline - difference) / standardError;
      if (distance > largest) largest = distance;
    }
    return Number.isNaN(ofBaseline) ? Number.NaN : largest;
  });
  return drawsQuantile(draws, 0.95);
}

/** NaN where the draw has no lead of the scenario. */
function rateIn(cells: readonly PatternCell[], drawn: Float64Array, scenario: number): number {
  let [converted, leads] = [0, 0];
  cells.forEach((cell, index) => {
    if (!flags(cell, scenario)) return;
    const here = drawn[2 * index] ?? 0;
    converted += here;
    leads += here + (drawn[2 * index + 1] ?? 0);
  });
  return converted / leads;
}
