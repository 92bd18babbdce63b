import { cellOf, countLead, outcomeCounts } from '../measures/cell.ts';
import type { Cell } from '../measures/frame.ts';
import { LEAST_SQLS } from '../measures/least-counts.ts';
import type { Interval } from '../statistics/interval.ts';
import { pairedRateDifference } from '../statistics/paired-rates.ts';
import { type MeasuredLeads, pairedCountsOf } from './measured-leads.ts';

/** Whom a level holds, counted. */
export interface HeldFigures {
  readonly cell: Cell;
  readonly perWeek: number;
}

/** The same against the rules as they are: conversion less present conversion, as pairs (STATISTICS.md 1.4). */
export interface ChangedFigures extends HeldFigures {
  /** Null where either has fewer than 10 SQLs: then the counts alone say what moves. */
  readonly rateDifference: { readonly difference: number; readonly interval: Interval | null } | null;
}

export function heldFigures(measured: MeasuredLeads, held: Uint8Array, weeks: number): HeldFigures {
  const counts = outcomeCounts(1);
  for (let place = 0; place < held.length; place += 1)
    if (held[place] === 1) countLead(counts, 0, measured.outcome[place] ?? 0);
  const cell = cellOf(counts, 0);
  return { cell, perWeek: cell.leads / weeks };
}

export function changedFigures(
  measured: MeasuredLeads,
  present: Uint8Array,
  held: Uint8Array,
  weeks: number,
): ChangedFigures {
  const figures = heldFigures(measured, held, weeks);
  const counts = pairedCountsOf(measured, present, held);
  const fewest = counts.bothConverted + Math.min(counts.onlyAConverted, counts.onlyBConverted);
  const paired = fewest < LEAST_SQLS ? null : pairedRateDifference(counts);
  return {
    ...figures,
    rateDifference: paired && { difference: paired.difference, interval: paired.interval },
  };
}
