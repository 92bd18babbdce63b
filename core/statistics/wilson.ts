import type { Interval } from './interval.ts';
import { Z_95 } from './normal.ts';

/**
 * Wilson's score interval, 95 % unless `z` says otherwise, of `converted` out of `observed`; null when nothing was
 * observed. The lower end is exactly 0 when none converted and the upper exactly 1 when all did (STATISTICS.md 1.1, REPLAY.md section 4).
 */
export function wilsonInterval(converted: number, observed: number, z = Z_95): Interval | null {
  if (observed === 0) return null;
  const rate = converted / observed;
  const spread = (z * z) / observed;
  const centre = (rate + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * (rate * (1 - rate) + spread / 4)) / (1 + spread);
  return [converted === 0 ? 0 : centre - half, converted === observed ? 1 : centre + half];
}

/** converted / observed, null when nothing was observed. */
export const rateOf = (converted: number, observed: number): number | null =>
  observed === 0 ? null : converted / observed;
