import { itemAt } from '../at.ts';
import { createDraws, type Draws } from '../statistics/draws.ts';

/** A lead that can be drawn. */
export interface Candidate {
  /** Index in `history.leads`. */
  readonly lead: number;
  /** The highest that it came to before the moment that it is shown at; null: it never had one that counts. */
  readonly score: number | null;
  readonly wasWorked: boolean;
  readonly wasRejected: boolean;
}

export interface SampleRequest {
  readonly seed: number;
  readonly size: number;
  readonly threshold: number;
}

/** Bands of equally many leads among those that are not near the threshold. */
const FAR_BANDS = 4;
/** So many times as many leads count as near as are drawn from near. */
const NEAR_POOL = 2;

/**
 * Leads for a panel (STATISTICS.md 8), by lead index in a shuffled order: half of them near the threshold, from above and below it
 * alike, the others from four score bands; one in ten or more that sales rejected, and that sales never worked, where there are any.
 * The same seed and leads give the same sample. All candidates where there are no more than asked for.
 */
export function drawSample(
  candidates: readonly Candidate[],
  { seed, size, threshold }: SampleRequest,
): readonly number[] {
  const draws = createDraws(seed);
  const order = shuffled(candidates, draws);
  if (order.length <= size) return order.map(({ lead }) => lead);
  const strata = strataOf(order, size, threshold);
  const taken = new Set<Candidate>();
  const room = new Map(strata.map(({ members, wanted }) => [members, wanted]));
  const take = (candidate: Candidate): void => {
    const home = strata.find(({ members }) => members.has(candidate))?.members;
    if (taken.has(candidate) || home === undefined || (room.get(home) ?? 0) < 1) return;
    taken.add(candidate);
    room.set(home, (room.get(home) ?? 0) - 1);
  };
  const least = Math.max(2, Math.ceil(size / 10));
  for (const isOne of [wasRejected, wasUnworked]) {
    for (const candidate of order) {
      if ([...taken].filter(isOne).length >= least) break;
      if (isOne(candidate)) take(candidate);
    }
  }
  for (const candidate of order) take(candidate);
  // A stratum may hold fewer than it should give.
  for (const candidate of order) {
    if (taken.size >= size) break;
    taken.add(candidate);
  }
  return shuffled([...taken], draws).map(({ lead }) => lead);
}

const wasRejected = (candidate: Candidate): boolean => candidate.wasRejected;
const wasUnworked = (candidate: Candidate): boolean => !candidate.wasWorked;

interface Stratum {
  readonly members: ReadonlySet<Candidate>;
  readonly wanted: number;
}

function strataOf(order: readonly Candidate[], size: number, threshold: number): readonly Stratum[] {
  const near = Math.ceil(size / 2);
  const scoreOf = ({ score }: Candidate): number => score ?? Number.NEGATIVE_INFINITY;
  const ascending = order.toSorted((one, other) => scoreOf(one) - scoreOf(other));
  const firstAbove = ascending.findIndex((one) => scoreOf(one) >= threshold);
  const middle = firstAbove === -1 ? ascending.length : firstAbove;
  const half = Math.ceil(near / 2);
  // What one side of the threshold lacks the other gives.
  const below = Math.min(middle, Math.max(half, near - (ascending.length - middle)));
  const above = Math.min(ascending.length - middle, near - below);
  const from = Math.max(0, middle - below * NEAR_POOL);
  const to = Math.min(ascending.length, middle + above * NEAR_POOL);
  const far = [...ascending.slice(0, from), ...ascending.slice(to)];
  const bands = Array.from({ length: FAR_BANDS }, (_, band) =>
    far.slice(Math.floor((far.length * band) / FAR_BANDS), Math.floor((far.length * (band + 1)) / FAR_BANDS)),
  );
  return [
    { members: new Set(ascending.slice(from, middle)), wanted: below },
    { members: new Set(ascending.slice(middle, to)), wanted: above },
    ...bands.map((members, band) => ({
      members: new Set(members),
      wanted: Math.floor(((size - near) * (band + 1)) / FAR_BANDS) - Math.floor(((size - near) * band) / FAR_BANDS),
    })),
  ];
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], { uniform }: Draws): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1));
    const kept = itemAt(order, last);
    order[last] = itemAt(order, other);
    order[other] = kept;
  }
  return order;
}
