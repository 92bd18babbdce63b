import type { SurvivalPoint } from './kaplan-meier.ts';

/** When half have had the event, with the times at which the curve's interval passes a half; null: not by the last known time. */
export interface MedianSurvival {
  readonly time: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Of a curve of Kaplan and Meier (Brookmeyer and Crowley 1982, on the curve's own log-log interval). */
export function medianSurvival(curve: readonly SurvivalPoint[]): MedianSurvival {
  const firstTime = (isBelow: (point: SurvivalPoint) => boolean): number | null => curve.find(isBelow)?.time ?? null;
  return {
    time: firstTime(({ survival }) => survival <= HALF),
    low: firstTime(({ survival, interval }) => (interval?.[0] ?? survival) <= HALF),
    high: firstTime(({ survival, interval }) => (interval?.[1] ?? survival) <= HALF),
  };
}

/** A product of shares that should be a half may be a hair more. */
const HALF = 0.5 + 1e-12;
