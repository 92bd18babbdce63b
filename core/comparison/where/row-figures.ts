/** What two scenarios make of the leads of one row, and how far that can be told apart. */
import { numberAt } from '../../at.ts';
import { CONVERTED, cellOf, NOT_CONVERTED, type OutcomeCounts, UNOBSERVED } from '../../measures/cell.ts';
import type { Cell } from '../../measures/frame.ts';
import { LEAST_KNOWN, LEAST_SQLS } from '../../measures/least-counts.ts';
import { OUTCOMES } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { PairedCounts, PairedUnobserved } from '../../statistics/paired-counts.ts';
import { pairedRateDifference } from '../../statistics/paired-rates.ts';
import { differenceBounds, rateBounds } from '../../statistics/rate-bounds.ts';
import type { RowTallies } from './row-tallies.ts';

/** Of few known outcomes (`LEAST_KNOWN`) there are counts only: rate, interval and bounds are null. */
export interface RowSide extends Cell {
  /** The rate could be anything between, whatever the unobserved did. */
  readonly bounds: Interval | null;
}

/** Conversion of `b` less that of `a`, 95 % (STATISTICS.md 1.4). */
export interface RowDifference {
  readonly difference: number;
  readonly standardError: number;
  /** Null where every lead of both went one way. */
  readonly interval: Interval | null;
  /** Both have the same leads with a known outcome: the difference is exactly 0. */
  readonly isSameLeads: boolean;
  /** Whatever the unobserved did (STATISTICS.md 3). */
  readonly bounds: Interval | null;
}

export interface RowFigures {
  readonly a: RowSide;
  readonly b: RowSide;
  /** Null where a side has too few known outcomes or SQLs. */
  readonly difference: RowDifference | null;
}

/** Of one row; of several, as if they were one. A lead must not be in two of them. */
export function rowFigures(tallies: RowTallies, rows: readonly number[]): RowFigures {
  const [both, onlyA, onlyB] = [summed(tallies.both, rows), summed(tallies.onlyA, rows), summed(tallies.onlyB, rows)];
  const a = rowSide(plus(both, onlyA));
  const b = rowSide(plus(both, onlyB));
  return { a, b, difference: isEnough(a) && isEnough(b) ? rowDifference({ both, onlyA, onlyB }) : null };
}

const isEnough = ({ observed, converted }: Cell): boolean => observed >= LEAST_KNOWN && converted >= LEAST_SQLS;

function rowSide(counts: OutcomeCounts): RowSide {
  const cell = cellOf(counts, 0);
  if (cell.observed < LEAST_KNOWN) return { ...cell, rate: null, interval: null, bounds: null };
  const bounds = rateBounds(cell);
  return { ...cell, bounds: bounds === null ? null : [bounds.low, bounds.high] };
}

function rowDifference({ both, onlyA, onlyB }: RowTallies): RowDifference | null {
  const counts: PairedCounts = {
    bothConverted: numberAt(both, CONVERTED),
    onlyAConverted: numberAt(onlyA, CONVERTED),
    onlyBConverted: numberAt(onlyB, CONVERTED),
    bothNot: numberAt(both, NOT_CONVERTED),
    onlyANot: numberAt(onlyA, NOT_CONVERTED),
    onlyBNot: numberAt(onlyB, NOT_CONVERTED),
  };
  const unobserved: PairedUnobserved = {
    both: numberAt(both, UNOBSERVED),
    onlyA: numberAt(onlyA, UNOBSERVED),
    onlyB: numberAt(onlyB, UNOBSERVED),
  };
  const found = pairedRateDifference(counts);
  if (found === null) return null;
  const { difference, standardError, interval, isSameLeads } = found;
  const bounds = differenceBounds(counts, unobserved);
  return {
    difference,
    standardError,
    interval,
    isSameLeads,
    bounds: bounds === null ? null : [bounds.low, bounds.high],
  };
}

const plus = (one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts =>
  one.map((count, outcome) => count + numberAt(other, outcome));

const summed = (counts: OutcomeCounts, rows: readonly number[]): OutcomeCounts =>
  Float64Array.from(OUTCOMES, (_, outcome) =>
    rows.reduce((sum, row) => sum + numberAt(counts, row * OUTCOMES.length + outcome), 0),
  );
