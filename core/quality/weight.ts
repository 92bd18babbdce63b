import type { Touched } from './finding.ts';
import type { QualityData } from './quality-data.ts';

/** Below this many on either side a difference of conversions says nothing. */
export const FEWEST_LEADS = 30;

/**
 * Where the outcome itself is missing, doubtful or counted twice, any of these leads could be the other way round: their
 * share of all that could have an outcome, as in the bounds of the conversion (REPLAY.md section 4).
 */
export const doubtWeight = (leads: number, data: QualityData): number =>
  leads === 0 ? 0 : leads / data.history.leads.count;

/**
 * By how much the conversion moves when the touched leads are taken for the others: their share of the leads with a known
 * outcome times the difference of both conversions. 0 with fewer than 30 known outcomes on either side.
 */
export function differenceWeight({ known, converted }: Touched, data: QualityData): number {
  return differenceOf(known, converted, data);
}

export function differenceOf(known: number, converted: number, data: QualityData): number {
  const others = data.known - known;
  if (known < FEWEST_LEADS || others < FEWEST_LEADS) return 0;
  return (known / data.known) * Math.abs(converted / known - (data.converted - converted) / others);
}
