import { LAST_SERIAL, midnightOfSerial } from '../../../core/values/serial-date.ts';

/** In days that are counted from 1904 day 0 is this one of those that are counted from 1900. */
const DAYS_UNTIL_1904 = 1_462;
const DAY_SECONDS = 86_400;

/** "2025-01-31", "2025-01-31T08:30:00", or for a time of day alone "08:30:00"; null: no day there was. */
export function serialDate(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  const time = new Date((seconds % DAY_SECONDS) * 1_000).toISOString().slice(11, 19);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (day === 0 && !isFrom1904) return seconds === 0 ? null : time;
  const midnightMs = midnightOfSerial(isFrom1904 ? day + DAYS_UNTIL_1904 : day);
  if (midnightMs === null) return null;
  const date = new Date(midnightMs).toISOString().slice(0, 10);
  return seconds % DAY_SECONDS === 0 ? date : `${date}T${time}`;
}
