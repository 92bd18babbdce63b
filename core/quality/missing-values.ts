import { MISSING } from '../history/history.ts';
import type { MissingValues } from './finding.ts';
import { countCells, type QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { differenceOf } from './weight.ts';

/** Where a column reaches this share, leads that only miss something in the others are not counted as touched. */
const NOTABLE_SHARE = 0.05;

/** Null when no attribute misses a value. */
export function missingValues(data: QualityData): MissingValues | null {
  const { attributes, outcome } = data;
  const counted = attributes
    .map((column) => ({ column, counts: countCells(column, outcome) }))
    .filter(({ counts }) => (counts.leads[0] ?? 0) > 0);
  if (counted.length === 0) return null;
  const columns = counted
    .map(({ column, counts }) => ({
      attribute: column.name,
      missing: counts.leads[0] ?? 0,
      knownMissing: counts.known[0] ?? 0,
      convertedMissing: counts.converted[0] ?? 0,
    }))
    .sort((left, right) => right.missing - left.missing);
  const notable = counted.filter(({ counts }) => (counts.leads[0] ?? 0) >= NOTABLE_SHARE * outcome.length);
  const mask = new Uint8Array(outcome.length);
  for (const { column } of notable.length === 0 ? counted : notable) {
    for (let lead = 0; lead < mask.length; lead += 1) if (column.codes[lead] === MISSING) mask[lead] = 1;
  }
  return {
    kind: 'missingValues',
    columns,
    touched: touchedBy(data, mask),
    weight: Math.max(...columns.map((column) => differenceOf(column.knownMissing, column.convertedMissing, data))),
  };
}
