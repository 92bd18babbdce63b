import { type Column, MISSING } from '../history/history.ts';
import type { LeakingAttribute, LeakSign } from './finding.ts';
import {
  filledWithHandover,
  filledWithOutcome,
  suspiciousValue,
  telltaleHeading,
  valuesOfConverted,
} from './leak-signs.ts';
import { type CellCounts, countCells, type QualityData } from './quality-data.ts';
import { todaysTotal } from './todays-total.ts';
import { touchedBy } from './touched.ts';

/** Every attribute with a sign of having been filled in after the outcome, those with one value for all left out. */
export function leakingAttributes(data: QualityData): readonly LeakingAttribute[] {
  return data.attributes.flatMap((column) => {
    const counts = countCells(column, data.outcome);
    if (counts.leads.includes(data.outcome.length)) return [];
    const signs = signsOf(column, counts, data);
    if (signs.length === 0) return [];
    const touched = touchedBy(
      data,
      Uint8Array.from(data.outcome, (_, lead) => (column.codes[lead] === MISSING ? 0 : 1)),
    );
    return [
      {
        kind: 'leakingAttribute',
        attribute: column.name,
        signs,
        touched,
        weight: data.known === 0 ? 0 : Math.max(...signs.map((sign) => leadsInDoubt(sign, touched.known))) / data.known,
      },
    ];
  });
}

/** A heading alone is a guess, and told only where it is all there is. */
function signsOf(column: Column, counts: CellCounts, data: QualityData): readonly LeakSign[] {
  const signs = [
    filledWithOutcome(counts, data),
    filledWithHandover(column, data),
    ...valuesOfConverted(column, counts, data),
    suspiciousValue(column, counts, data),
    todaysTotal(column, data),
  ].filter((sign) => sign !== null);
  if (signs.length > 0) return signs;
  const heading = telltaleHeading(column);
  return heading === null ? [] : [heading];
}

/**
 * Of so many leads with a known outcome that have the attribute, how many may owe to their outcome what it says of them: all,
 * where it was filled in with the outcome; those with the value, where it is one value; for an information value in
 * proportion up to 3, which hardly anything but the outcome itself has. A heading alone is a guess and comes after all figures.
 */
function leadsInDoubt(sign: LeakSign, known: number): number {
  switch (sign.kind) {
    case 'filledWithOutcome':
    case 'filledWithHandover':
      return known;
    case 'valueOfConverted':
      return sign.known;
    case 'informationValue':
      return known * Math.min(1, sign.value / 3);
    case 'todaysTotal':
      return sign.exceeding;
    case 'heading':
      return known * 0.005;
  }
}
