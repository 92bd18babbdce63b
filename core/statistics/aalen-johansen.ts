import type { Interval } from './interval.ts';
import { startedOf, type TimedCounts } from './kaplan-meier.ts';
import { Z_95 } from './normal.ts';

/** The share that has had the event by a time at which some had it, what competes taken into account. */
export interface IncidencePoint {
  readonly time: number;
  readonly atRisk: number;
  readonly incidence: number;
  readonly standardError: number;
  /** 95 %, on the scale of log(−log), which keeps it within 0 and 1; null where everybody has had the event. */
  readonly interval: Interval | null;
}

/**
 * Aalen and Johansen's cumulative incidence (STATISTICS.md 7), a point for every time with an event: a lead that is lost cannot
 * convert any more, and is neither waited for nor left out. Its error by the delta method (Marubini and Valsecchi, Analysing
 * Survival Data from Clinical Trials, 1995, 10.2), its interval as Choudhury (2002) recommends.
 */
export function aalenJohansen(counts: readonly TimedCounts[]): readonly IncidencePoint[] {
  const points: IncidencePoint[] = [];
  const spread = createSpread();
  let atRisk = startedOf(counts);
  let [free, incidence] = [1, 0];
  for (const { time, events, competing, censored } of counts) {
    if (events + competing > 0) {
      incidence += (free * events) / atRisk;
      spread.add(atRisk, events, competing, free, incidence);
      free *= (atRisk - events - competing) / atRisk;
    }
    if (events > 0) {
      const standardError = spread.errorAt(incidence);
      points.push({ time, atRisk, incidence, standardError, interval: intervalOf(incidence, standardError) });
    }
    atRisk -= events + competing + censored;
  }
  return points;
}

/** A share that is half but for rounding counts as half. */
const ROUNDING = 1 - 1e-12;

/**
 * The median time of those who have the event by the last of the points (first time with half of its incidence); null without a
 * point. Leads that never have it do not come in: say "of those who convert".
 */
export function medianTimeOf(points: readonly IncidencePoint[]): number | null {
  const half = ((points.at(-1)?.incidence ?? 0) / 2) * ROUNDING;
  return points.find(({ incidence }) => incidence >= half)?.time ?? null;
}

/**
 * Var F(t) = Σ (F(t) − F_j)²·d_j/(n_j(n_j − d_j)) + S_j²·(n_j − e_j)e_j/n_j³ − 2(F(t) − F_j)·S_j·e_j/n_j² over the times j up
 * to t: n at risk, e with the event, d with any, S the share free of any just before. Kept as sums that do not hold F(t), so
 * that a curve takes one pass.
 */
interface Spread {
  readonly add: (atRisk: number, events: number, competing: number, free: number, incidence: number) => void;
  readonly errorAt: (incidence: number) => number;
}

function createSpread(): Spread {
  let [ofAny, ofAnyOnce, ofAnyTwice, ofEvent, together, togetherOnce] = [0, 0, 0, 0, 0, 0];
  return {
    add: (atRisk, events, competing, free, incidence) => {
      const any = events + competing;
      // Nobody is left where all had one: F does not rise after this, so that the term has no weight.
      const hazard = any === atRisk ? 0 : any / (atRisk * (atRisk - any));
      const shared = (free * events) / (atRisk * atRisk);
      ofAny += hazard;
      ofAnyOnce += hazard * incidence;
      ofAnyTwice += hazard * incidence * incidence;
      ofEvent += (free * free * (atRisk - events) * events) / atRisk ** 3;
      together += shared;
      togetherOnce += shared * incidence;
    },
    errorAt: (incidence) => {
      const first = incidence * (incidence * ofAny - 2 * ofAnyOnce) + ofAnyTwice;
      return Math.sqrt(Math.max(0, first + ofEvent - 2 * (incidence * together - togetherOnce)));
    },
  };
}

function intervalOf(incidence: number, standardError: number): Interval | null {
  if (incidence >= 1) return null;
  const half = (Z_95 * standardError) / (incidence * Math.log(incidence));
  return [incidence ** Math.exp(-half), incidence ** Math.exp(half)];
}
