/** Days that Excel counts, as ISO text. */

const DAY_MS = 86_400_000;
/** So that day 61 is 1900-03-01: Excel believes in 1900-02-29, which is its day 60. */
const ORIGIN_1900_MS = Date.UTC(1899, 11, 30);
const ORIGIN_1904_MS = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const LAST_DAY = 2_958_466;

/** "2025-01-31", "2025-01-31T08:30:00", or for a time of day alone "08:30:00"; null: no day there was. */
export function serialDate(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_DAY)) return null;
  const seconds = Math.round(serial * 86_400);
  if (seconds < 86_400 && !isFrom1904)
    return seconds === 0 ? null : new Date(seconds * 1_000).toISOString().slice(11, 19);
  if (!isFrom1904 && Math.floor(serial) === 60) return null;
  const origin = isFrom1904 ? ORIGIN_1904_MS : serial < 60 ? ORIGIN_1900_MS + DAY_MS : ORIGIN_1900_MS;
  const text = new Date(origin + seconds * 1_000).toISOString();
  return seconds % 86_400 === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
