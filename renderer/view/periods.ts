import type { View } from '../../api/core-types.ts';
import { requireZone } from '../../core/time/zone.ts';

/** `toMs` is the first instant after it; null: open. */
export type Period = Pick<View, 'fromMs' | 'toMs'>;

export const PERIOD_NAMES = ['all', 'lastMonths', 'lastQuarter', 'lastYear'] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];

/** Whole days, quarters and years of the workshop's zone, counted back from the latest instant of the history. */
export function periodOf(name: PeriodName, latestMs: number, timeZone: string): Period {
  const zone = requireZone(timeZone);
  const wall = new Date(latestMs + zone.offsetMsAt(latestMs));
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  const midnight = (...date: readonly [number, number, number]) => zone.instantOf(Date.UTC(...date));
  const quarter = Math.floor(month / 3) * 3;
  switch (name) {
    case 'all':
      return { fromMs: null, toMs: null };
    case 'lastMonths':
      return { fromMs: midnight(year - 1, month, day + 1), toMs: null };
    case 'lastQuarter':
      return { fromMs: midnight(year, quarter - 3, 1), toMs: midnight(year, quarter, 1) };
    case 'lastYear':
      return { fromMs: midnight(year - 1, 0, 1), toMs: midnight(year, 0, 1) };
  }
}

/** Null: two dates that have no name. */
export const periodNameOf = ({ fromMs, toMs }: Period, latestMs: number, timeZone: string): PeriodName | null =>
  PERIOD_NAMES.find((name) => {
    const named = periodOf(name, latestMs, timeZone);
    return named.fromMs === fromMs && named.toMs === toMs;
  }) ?? null;
