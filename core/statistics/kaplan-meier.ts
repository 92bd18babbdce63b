import type { Interval } from './interval.ts';
import { Z_95 } from './normal.ts';

/**
 * What happened to leads at one time after their start: the event, something else that rules it out, or the end of what is known
 * of them (which is taken to come after the events of the same time). Lists run from the earliest time on, each time once.
 */
export interface TimedCounts {
  readonly time: number;
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
}

/** The share without the event just after a time at which some had it. */
export interface SurvivalPoint {
  readonly time: number;
  readonly atRisk: number;
  readonly survival: number;
  /** Greenwood's. */
  readonly standardError: number;
  /** 95 %, on the scale of log(−log), which keeps it within 0 and 1; null where nobody is left. */
  readonly interval: Interval | null;
}

/**
 * Kaplan and Meier's curve with Greenwood's error (STATISTICS.md 7), a point for every time with an event. What competes counts
 * as censored here, so that 1 less the curve overstates how many convert where leads are lost: there take `aalenJohansen`.
 */
export function kaplanMeier(counts: readonly TimedCounts[]): readonly SurvivalPoint[] {
  const points: SurvivalPoint[] = [];
  let atRisk = startedOf(counts);
  let [survival, hazardSpread] = [1, 0];
  for (const { time, events, competing, censored } of counts) {
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      hazardSpread += events / (atRisk * (atRisk - events));
      points.push({ time, atRisk, survival, ...spreadOf(survival, Math.sqrt(hazardSpread)) });
    }
    atRisk -= events + competing + censored;
  }
  return points;
}

/** How many leads the counts are of. */
export const startedOf = (counts: readonly TimedCounts[]): number =>
  counts.reduce((sum, { events, competing, censored }) => sum + events + competing + censored, 0);

/** `ofLog`: the standard error of the logarithm of the curve. */
function spreadOf(survival: number, ofLog: number): Pick<SurvivalPoint, 'standardError' | 'interval'> {
  if (survival === 0) return { standardError: 0, interval: null };
  const half = (Z_95 * ofLog) / Math.log(survival);
  return {
    standardError: survival * ofLog,
    interval: [survival ** Math.exp(-half), survival ** Math.exp(half)],
  };
}
