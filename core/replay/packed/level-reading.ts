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
  readonly levels: readonly LevelFigure[];
}

export interface LevelFigure {
  /** The threshold, lowered by the tolerance. */
  readonly least: number;
  /** The least moving part: the minimum of the only dimension that moves; −Infinity when there is none. */
  readonly leastMoving: number;
  /** By signature, 1: never reached, since a rule disqualifies or a dimension that does not move lacks its minimum. */
  readonly isBarred: Uint8Array;
}

export function levelFigures(ruleSet: RuleSet, shape: KernelShape, tables: SignatureTables): LevelFigures {
  const [only] = shape.dimensions;
  return {
    fixed: tables.fixed,
    totalMin: ruleSet.total.min ?? Number.NEGATIVE_INFINITY,
    totalMax: ruleSet.total.max ?? Number.POSITIVE_INFINITY,
    levels: ruleSet.levels.map((level) => {
      const isBarred = Uint8Array.from(tables.isDisqualified);
      let leastMoving = Number.NEGATIVE_INFINITY;
      for (const [id, minimum] of Object.entries(level.dimensions)) {
        const index = ruleSet.dimensions.findIndex((dimension) => dimension.id === id);
        const values = tables.byDimension[index];
        if (values !== null && values !== undefined) {
          const least = leastFor(minimum);
          for (let signature = 0; signature < values.length; signature += 1)
            if ((values[signature] ?? 0) < least) isBarred[signature] = 1;
        } else if (shape.dimensions.length === 1 && only?.index === index) leastMoving = leastFor(minimum);
      }
      return { least: leastFor(level.total), leastMoving, isBarred };
    }),
  };
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

export const recordIndex = (address: number): number => address >>> 4;

/** NaN where there is none. */
export function peakOf(
  columns: PackedColumns,
  figures: LevelFigures,
  level: number,
  place: number,
  start: number,
  end: number,
): number {
  const figure = figures.levels[level];
  const signature = (columns.leadInfo[place] ?? 0) & SIGNATURE_MASK;
  if (start === end || figure === undefined || figure.isBarred[signature] === 1) return Number.NaN;
  const moving = columns.float64[2 * (end - 1)] ?? 0;
  if (moving < figure.leastMoving) return Number.NaN;
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
  const figure = figures.levels[level];
  if (figure === undefined || !(peakOf(columns, figures, level, place, start, end) >= figure.least)) return -1;
  const fixed = figures.fixed[(columns.leadInfo[place] ?? 0) & SIGNATURE_MASK] ?? 0;
  const least = figures.totalMin >= figure.least ? Number.NEGATIVE_INFINITY : figure.least;
  for (let record = start; record < end; record += 1) {
    const moving = columns.float64[2 * record] ?? 0;
    if (fixed + moving >= least && moving >= figure.leastMoving) return record;
  }
  return -1;
}

/** The exact instant of a record. */
export function recordMs({ int32, pairStarts, withinHourMs }: PackedColumns, place: number, record: number): number {
  const hour = int32[4 * record + 2] ?? 0;
  const entry = int32[4 * record + 3] ?? 0;
  const word = (pairStarts[place >>> 1] ?? 0) + 2 * entry + (place & 1);
  return hour * HOUR_MS + (withinHourMs[word] ?? 0);
}

/** Whether the measures count the lead at a place, by its `leadInfo`. */
export const isMeasuredPlace = (leadInfo: number): boolean =>
  ((leadInfo >>> SIGNATURE_BITS) & NOT_MEASURED) !== NOT_MEASURED;
