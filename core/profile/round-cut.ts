/** Cut points that people would choose themselves: the roundest place between two neighbours. */
import { DAY_MS } from '../history/history.ts';
import { requireZone } from '../time/zone.ts';

/** A place above `low` and at most `high`; `wanted` lies there too, and of equally round places the nearest to it is taken. */
export interface CutRange {
  readonly low: number;
  readonly high: number;
  readonly wanted: number;
}

/** A multiple of the largest 1, 2 or 5 times a power of ten that has one in the range. */
export function roundNumber(range: CutRange): number {
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(range.low), Math.abs(range.high), Number.MIN_VALUE)));
  for (let power = largest; power > largest - DIGITS; power -= 1) {
    for (const factor of [5, 2, 1]) {
      const step = Number(`${factor}e${power}`);
      const found = nearestMultiple(range, range.wanted / step, (multiple) => tidy(multiple * step));
      if (found !== null) return found;
    }
  }
  return range.high;
}

/** The first of a decade, of five years, of a year, half a year, quarter or month, else a midnight; else `high`. */
export function roundInstant(range: CutRange, timeZone: string): number {
  const zone = requireZone(timeZone);
  const wallMs = range.wanted + zone.offsetMsAt(range.wanted);
  const wall = new Date(wallMs);
  const month = wall.getUTCFullYear() * 12 + wall.getUTCMonth();
  for (const months of [120, 60, 12, 6, 3, 1]) {
    const startOf = (multiple: number): number => zone.instantOf(Date.UTC(1970, multiple * months - 1970 * 12));
    const found = nearestMultiple(range, month / months, startOf);
    if (found !== null) return found;
  }
  return nearestMultiple(range, wallMs / DAY_MS, (day) => zone.instantOf(day * DAY_MS)) ?? range.high;
}

/** More than a double has. */
const DIGITS = 18;

/** Without the noise of binary fractions. */
const tidy = (value: number): number => {
  const tidied = Number(value.toPrecision(15));
  return tidied === 0 ? 0 : tidied;
};

function nearestMultiple(
  { low, high, wanted }: CutRange,
  place: number,
  placed: (multiple: number) => number,
): number | null {
  const candidates = [placed(Math.floor(place)), placed(Math.floor(place) + 1)].filter(
    (value) => value > low && value <= high,
  );
  return candidates.length === 0
    ? null
    : candidates.reduce((best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best));
}
