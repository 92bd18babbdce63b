import { kaplanMeier, type TimedCounts } from '../statistics/kaplan-meier.ts';
import { type MedianSurvival, medianSurvival } from '../statistics/median-survival.ts';

/** Times until something happened, or until which it is known not to have. */
export interface Durations {
  readonly happened: (time: number) => void;
  readonly open: (time: number) => void;
  readonly median: () => MedianSurvival;
}

export function createDurations(): Durations {
  const byTime = new Map<number, { time: number; events: number; competing: number; censored: number }>();
  const at = (time: number) => {
    const known = byTime.get(time) ?? { time, events: 0, competing: 0, censored: 0 };
    byTime.set(time, known);
    return known;
  };
  return {
    happened: (time) => {
      at(time).events += 1;
    },
    open: (time) => {
      at(time).censored += 1;
    },
    median: () => {
      const counts: readonly TimedCounts[] = [...byTime.values()].sort((left, right) => left.time - right.time);
      return medianSurvival(kaplanMeier(counts));
    },
  };
}
