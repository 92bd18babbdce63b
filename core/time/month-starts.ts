import { requireZone } from './zone.ts';

/** First instants of the calendar months from the one that holds `fromMs` to the one that holds `toMs`, ascending; of more than `most`, the latest. */
export function monthStarts(fromMs: number, toMs: number, timeZone: string, most: number): Float64Array {
  const zone = requireZone(timeZone);
  const monthOf = (atMs: number): number => {
    const wall = new Date(atMs + zone.offsetMsAt(atMs));
    return wall.getUTCFullYear() * 12 + wall.getUTCMonth();
  };
  const last = monthOf(toMs);
  const first = Math.max(monthOf(fromMs), last - most + 1);
  return Float64Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    return zone.instantOf(new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1));
  });
}
