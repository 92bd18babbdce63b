import { type Column, MISSING } from '../history/history.ts';
import type { LevelCounts } from './profile.ts';
import type { ProfileData } from './profile-data.ts';

/** Measured leads by cell of a column. Entry 0: missing; c + 1: the cell c. */
export interface EntryCounts {
  readonly leads: Int32Array;
  readonly observed: Int32Array;
  readonly converted: Int32Array;
}

export function countEntries(
  { cells, codes }: Column,
  { measured, outcome }: Pick<ProfileData, 'measured' | 'outcome'>,
): EntryCounts {
  const leads = new Int32Array(cells.length + 1);
  const observed = new Int32Array(cells.length + 1);
  const converted = new Int32Array(cells.length + 1);
  for (let lead = 0; lead < measured.length; lead += 1) {
    if (measured[lead] !== 1) continue;
    const entry = (codes[lead] ?? MISSING) + 1;
    leads[entry] = (leads[entry] ?? 0) + 1;
    const found = outcome[lead] ?? -1;
    if (found < 0) continue;
    observed[entry] = (observed[entry] ?? 0) + 1;
    converted[entry] = (converted[entry] ?? 0) + found;
  }
  return { leads, observed, converted };
}

export const countsOfEntries = (entries: readonly number[], counts: EntryCounts): LevelCounts => ({
  leads: sumAt(counts.leads, entries),
  observed: sumAt(counts.observed, entries),
  converted: sumAt(counts.converted, entries),
});

const sumAt = (values: Int32Array, entries: readonly number[]): number =>
  entries.reduce((sum, entry) => sum + (values[entry] ?? 0), 0);
