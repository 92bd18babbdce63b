import type { Frame, SweepPoint } from '../../../../api/frame.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { drawnRate } from '../view.ts';

/** One threshold of the chart; shares are 0–1, null where too little is known. */
export interface SweepRow {
  readonly threshold: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly baselineRate: number | null;
  /** Null where only the baseline was asked for this threshold. */
  readonly perWeek: number | null;
}

/** Both sweeps on one axis: their thresholds may differ where the two rule sets score on other scales. */
export const sweepRows = (scenario: Frame, baseline: Frame): readonly SweepRow[] => {
  const now = new Map(scenario.sweep.map((point) => [point.threshold, point]));
  const was = new Map(baseline.sweep.map((point) => [point.threshold, point]));
  const [low, high] = sweepRange(scenario);
  const ratesNow = hasRates(scenario.sweep);
  const ratesWas = ratesNow && hasRates(baseline.sweep);
  return [...new Set([...now.keys(), ...was.keys()])]
    .filter((threshold) => threshold >= low && threshold <= high)
    .sort((one, other) => one - other)
    .map((threshold) => {
      const point = now.get(threshold);
      const rate = ratesNow ? drawnRate(point) : null;
      return {
        threshold,
        rate,
        interval: rate === null ? null : (point?.interval ?? null),
        baselineRate: ratesWas ? drawnRate(was.get(threshold)) : null,
        perWeek: point?.perWeek ?? null,
      };
    });
};

/** Ends of the axis. */
export const sweepRange = (frame: Frame): readonly [number, number] => [
  frame.sweep[0]?.threshold ?? frame.threshold,
  frame.sweep.at(-1)?.threshold ?? frame.threshold,
];

/** The point that a threshold reads off: the lowest of the sweep that is not below it, as whoever passes that one passes it. */
export const pointAt = (sweep: readonly SweepPoint[], threshold: number): SweepPoint | undefined =>
  sweep.find((point) => point.threshold >= threshold) ?? sweep.at(-1);

/** Whether any threshold has SQLs enough for rates to be drawn at all. */
export const hasRates = (sweep: readonly SweepPoint[]): boolean =>
  sweep.some((point) => point.converted >= LEAST_SQLS && drawnRate(point) !== null);
