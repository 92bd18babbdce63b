import { twoSidedP } from './normal.ts';

/** Leads of one band with a known outcome; `position`: where the band stands among the others, its number or its score. */
export interface TrendBand {
  readonly position: number;
  readonly observed: number;
  readonly converted: number;
}

/** `z` above 0: conversion rises with the position. `p` is two-sided. */
export interface Trend {
  readonly z: number;
  readonly p: number;
}

/**
 * Whether conversion rises or falls along the bands (Cochran and Armitage; STATISTICS.md 4). Null where one band has all leads, or
 * all leads the same outcome.
 */
export function trendOf(bands: readonly TrendBand[]): Trend | null {
  let [observed, converted, positions] = [0, 0, 0];
  for (const band of bands) {
    observed += band.observed;
    converted += band.converted;
    positions += band.observed * band.position;
  }
  if (converted === 0 || converted === observed) return null;
  const rate = converted / observed;
  const middle = positions / observed;
  let [rise, spread] = [0, 0];
  for (const band of bands) {
    rise += (band.position - middle) * (band.converted - band.observed * rate);
    spread += band.observed * (band.position - middle) ** 2;
  }
  if (spread === 0) return null;
  const z = rise / Math.sqrt(rate * (1 - rate) * spread);
  return { z, p: twoSidedP(z) };
}

/**
 * Bands with fewer than `least` known outcomes joined with the next one up (at the top, with the one below), so that a test rests on
 * enough in each; a joined band stands at the weighted mean of the positions.
 */
export function joinedBands(bands: readonly TrendBand[], least: number): readonly TrendBand[] {
  const joined: TrendBand[] = [];
  let open: TrendBand | null = null;
  for (const band of bands) {
    open = open === null ? band : joinOf(open, band);
    if (open.observed < least) continue;
    joined.push(open);
    open = null;
  }
  if (open === null) return joined;
  const top = joined.pop();
  return [...joined, top === undefined ? open : joinOf(top, open)];
}

function joinOf(one: TrendBand, other: TrendBand): TrendBand {
  const observed = one.observed + other.observed;
  const position =
    observed === 0
      ? (one.position + other.position) / 2
      : (one.position * one.observed + other.position * other.observed) / observed;
  return { position, observed, converted: one.converted + other.converted };
}
