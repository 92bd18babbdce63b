/** Bands of like leads, within which unknown outcomes are held against known ones (STATISTICS.md 3). */
import { numberAt } from '../../at.ts';
import { CONVERTED, IMMATURE, UNOBSERVED } from '../../measures/cell.ts';
import { LEAST_KNOWN } from '../../measures/least-counts.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { PairedBand } from '../../statistics/selection-bounds.ts';
import { isReached, type ReachedLeads } from '../reached-leads.ts';

const MOST_BANDS = 5;

/**
 * The `leads` in up to five bands of about as many known outcomes, 20 and more each, from the lowest scores up; leads too young
 * for an outcome are in none. Two scenarios score on scales of their own and either may leave a lead without a score, so a lead
 * stands in the ranking of each by its peak, ties in the middle, and in the bands by the mean of the places that it has: A and B
 * weigh alike, and change places without a change. Of two sides without scores there is one band.
 */
export function pairedBands(
  facts: LeadFacts,
  a: ReachedLeads,
  b: ReachedLeads,
  leads: Int32Array,
): readonly PairedBand[] {
  const standing = standings(a, b, leads);
  const cuts = cutsBetween(standing.filter((_, index) => isKnown(numberAt(facts.outcome, numberAt(leads, index)))));
  const bands = Array.from({ length: cuts.length + 1 }, emptyBand);
  leads.forEach((lead, index) => {
    const place = numberAt(standing, index);
    const band = bands[cuts.filter((cut) => cut <= place).length] ?? emptyBand();
    countIn(band, numberAt(facts.outcome, lead), isReached(a, lead), isReached(b, lead));
  });
  return bands;
}

/** Where a band ends and the next one begins, ascending; of the standings of the leads with a known outcome. */
function cutsBetween(known: Float64Array): readonly number[] {
  const ascending = known.sort();
  const wanted = Math.max(1, Math.min(MOST_BANDS, Math.floor(known.length / LEAST_KNOWN)));
  const cuts = Array.from({ length: wanted - 1 }, (_, before) =>
    numberAt(ascending, Math.floor((known.length * (before + 1)) / wanted)),
  );
  return [...new Set(cuts)].filter((cut) => cut > numberAt(ascending, 0));
}

interface CountedBand extends PairedBand {
  observed: number;
  converted: number;
  readonly unobserved: { both: number; onlyA: number; onlyB: number };
}

const emptyBand = (): CountedBand => ({ observed: 0, converted: 0, unobserved: { both: 0, onlyA: 0, onlyB: 0 } });

const isKnown = (outcome: number): boolean => outcome !== UNOBSERVED && outcome !== IMMATURE;

function countIn(band: CountedBand, outcome: number, isOfA: boolean, isOfB: boolean): void {
  if (outcome === UNOBSERVED) band.unobserved[isOfA && isOfB ? 'both' : isOfA ? 'onlyA' : 'onlyB'] += 1;
  else if (outcome !== IMMATURE) {
    band.observed += 1;
    if (outcome === CONVERTED) band.converted += 1;
  }
}

/** 0 (lowest) to 1 by lead of `leads`; ½ where neither side has a score. */
function standings(a: ReachedLeads, b: ReachedLeads, leads: Int32Array): Float64Array {
  const [inA, inB] = [placesBy(a.peak, leads), placesBy(b.peak, leads)];
  return inA.map((place, index) => {
    const other = numberAt(inB, index);
    if (Number.isNaN(place)) return Number.isNaN(other) ? 0.5 : other;
    return Number.isNaN(other) ? place : (place + other) / 2;
  });
}

/** The share of the scored leads that score lower, half of the ties among them; NaN without a score. */
function placesBy(peak: Float64Array, leads: Int32Array): Float64Array {
  const sorted = Float64Array.from(leads, (lead) => numberAt(peak, lead))
    .filter((score) => !Number.isNaN(score))
    .sort();
  const placeByScore = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const score = numberAt(sorted, from);
    let to = from;
    while (to < sorted.length && numberAt(sorted, to) === score) to += 1;
    placeByScore.set(score, (from + to) / 2 / sorted.length);
    from = to;
  }
  return Float64Array.from(leads, (lead) => placeByScore.get(numberAt(peak, lead)) ?? Number.NaN);
}
