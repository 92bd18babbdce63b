/**
 * Reads levels off the records: a lead reaches a level at its first record that is high enough, and its last record is its
 * peak. A threshold or an attribute's points change nothing else, so such a lever reads and does not replay.
 */
import { HOUR_MS } from '../../history/history.ts';
import type { RuleSet } from '../../rule-set/rule-set.ts';
import { leastFor } from '../score-plan.ts';
import { NOT_MEASURED, SIGNATURE_BITS, SIGNATURE_MASK } from './kernel-memory.ts';
import type { KernelShape } from './kernel-shape.ts';
import type { PackedChunk, PackedColumns } from './packed-store.ts';
import type { SignatureTables } from './signature-tables.ts';

/** The figures of a rule set that the records are read with. */
export interface LevelFigures {
  /** By signature: the part of the total that does not move. */
  readonly fixed: Float64Array;
  readonly totalMin: number;
  readonly totalMax: number;
  /** By level: the threshold, lowered by the tolerance. */
  readonly leasts: Float64Array;
  /** By level: the least moving part, which is the minimum of the only dimension that moves; −Infinity when there is none. */
  readonly leastsMoving: Float64Array;
  /**
   * By signature, a bit a level: it is never reached, since a rule disqualifies or a dimension that does not move lacks
   * its minimum.
   */
  readonly barred: Uint32Array;
}

/** So many have a bit. */
export const MOST_LEVELS = 31;

export function levelFigures(ruleSet: RuleSet, shape: KernelShape, tables: SignatureTables): LevelFigures {
  const [only] = shape.dimensions;
  return {
    fixed: tables.fixed,
    totalMin: ruleSet.total.min ?? Number.NEGATIVE_INFINITY,
    totalMax: ruleSet.total.max ?? Number.POSITIVE_INFINITY,
    leasts: Float64Array.from(ruleSet.levels, ({ total }) => leastFor(total)),
    leastsMoving: Float64Array.from(ruleSet.levels, (level) => {
      const minimum = only === undefined ? undefined : level.dimensions[ruleSet.dimensions[only.index]?.id ?? ''];
      return shape.dimensions.length === 1 && minimum !== undefined ? leastFor(minimum) : Number.NEGATIVE_INFINITY;
    }),
    barred: barredLevels(ruleSet, tables),
  };
}

function barredLevels(ruleSet: RuleSet, { isDisqualified, byDimension }: SignatureTables): Uint32Array {
  const barred = new Uint32Array(isDisqualified.length);
  for (let signature = 0; signature < barred.length; signature += 1)
    if (isDisqualified[signature] === 1) barred[signature] = 0xffff_ffff;
  ruleSet.levels.forEach((level, index) => {
    for (const [id, minimum] of Object.entries(level.dimensions)) {
      const values = byDimension[ruleSet.dimensions.findIndex((dimension) => dimension.id === id)];
      if (values === null || values === undefined) continue;
      const least = leastFor(minimum);
      for (let signature = 0; signature < barred.length; signature += 1)
        if ((values[signature] ?? 0) < least) barred[signature] = ((barred[signature] ?? 0) | (1 << index)) >>> 0;
    }
  });
  return barred;
}

/** Least values of the moving dimensions that a look must have, level by level: levels with equal ones share a replay. */
export const leastsOf = (ruleSet: RuleSet, shape: KernelShape): readonly (readonly number[])[] =>
  ruleSet.levels.map((level) =>
    shape.dimensions.map(({ index }) => {
      const minimum = level.dimensions[ruleSet.dimensions[index]?.id ?? ''];
      return shape.hasLeasts && minimum !== undefined ? leastFor(minimum) : Number.NEGATIVE_INFINITY;
    }),
  );

/** The records of one place: `start` up to `end`, as indices of records. */
export type EachPlace = (place: number, start: number, end: number) => void;

export function eachPlace({ recordEnds }: PackedColumns, chunk: PackedChunk, visit: EachPlace): void {
  for (const half of [0, 1]) {
    let start = recordIndex(half === 0 ? chunk.evenRecords : chunk.oddRecords);
    for (let pair = chunk.firstPair; pair < chunk.endPair; pair += 1) {
      const place = 2 * pair + half;
      const end = recordIndex(recordEnds[place] ?? 0);
      visit(place, start, end);
      start = end;
    }
  }
}

const recordIndex = (address: number): number => address >>> 4;

/** The highest total at which all of a level but its threshold holds; NaN where there is none. */
export function peakAt(columns: PackedColumns, figures: LevelFigures, level: number, place: number): number {
  const signature = (columns.leadInfo[place] ?? 0) & SIGNATURE_MASK;
  const moving = columns.peaks[place] ?? Number.NEGATIVE_INFINITY;
  if (moving === Number.NEGATIVE_INFINITY || ((figures.barred[signature] ?? 0) & (1 << level)) !== 0) return Number.NaN;
  if (moving < (figures.leastsMoving[level] ?? 0)) return Number.NaN;
  const total = (figures.fixed[signature] ?? 0) + moving;
  return total > figures.totalMax ? figures.totalMax : total < figures.totalMin ? figures.totalMin : total;
}

/** The first record at which the level holds; −1 where none is. */
export function reachedRecord(
  columns: PackedColumns,
  figures: LevelFigures,
  level: number,
  place: number,
  start: number,
  end: number,
): number {
  const threshold = figures.leasts[level] ?? Number.NaN;
  const leastMoving = figures.leastsMoving[level] ?? Number.NaN;
  if (!(peakAt(columns, figures, level, place) >= threshold)) return -1;
  const fixed = figures.fixed[(columns.leadInfo[place] ?? 0) & SIGNATURE_MASK] ?? 0;
  const least = figures.totalMin >= threshold ? Number.NEGATIVE_INFINITY : threshold;
  for (let record = start; record < end; record += 1) {
    const moving = columns.float64[2 * record] ?? 0;
    if (fixed + moving >= least && moving >= leastMoving) return record;
  }
  return -1;
}

/** The exact instant of a record. */
export function recordMs(
  { int32, pairStarts, withinHour, instantUnitMs }: PackedColumns,
  place: number,
  record: number,
): number {
  const hour = int32[4 * record + 2] ?? 0;
  const entry = int32[4 * record + 3] ?? 0;
  const word = (pairStarts[place >>> 1] ?? 0) + 2 * entry + (place & 1);
  return hour * HOUR_MS + (withinHour[word] ?? 0) * instantUnitMs;
}

/** Whether the measures count the lead at a place, by its `leadInfo`. */
export const isMeasuredPlace = (leadInfo: number): boolean =>
  ((leadInfo >>> SIGNATURE_BITS) & NOT_MEASURED) !== NOT_MEASURED;
