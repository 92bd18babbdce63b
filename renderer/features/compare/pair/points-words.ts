import { pointDigits } from '../../../../core/comparison/pair/point-digits.ts';
import type { Formats } from '../../../i18n/formats.ts';

/** "+1.2 (−0.5 to +2.9)": a difference of shares in points, with its interval. */
export const pointsWithInterval = (
  format: Formats,
  difference: number,
  interval: readonly [number, number] | null,
): string =>
  interval === null
    ? format.signedPoints(difference)
    : `${format.signedPoints(difference, pointDigits(interval))} (${pointsRange(format, interval)})`;

/** "−0.5 to +2.9". */
export const pointsRange = (format: Formats, interval: readonly [number, number]): string => {
  const [low, high] = interval.map((end) => format.signedPoints(end, pointDigits(interval)));
  return `${low} to ${high}`;
};
