/** Which month and which week an hour belongs to, as a table: the counting asks for every lead that reaches a level. */
import { hourOf } from '../decay.ts';

/** In one number: the month (0: before the first, else its index + 1), and above `MONTH_BITS` the weeks counted back from `asOf`. */
export const MONTH_BITS = 6;
/** In place of it where two months or two weeks share the hour: only the instant tells. */
export const SPLIT = -1;

export const WEEK_MS = 7 * 86_400_000;
const HOUR_MS = 3_600_000;
/** Some two hundred years: one wrong date must not fill the memory. Beyond, the instants are asked. */
const MOST_HOURS = 2 ** 21;

/** How many hours the table has from that of `earliestMs` on. */
export function calendarHours(earliestMs: number, asOfMs: number): number {
  const hours = hourOf(asOfMs) - hourOf(earliestMs) + 1;
  return hours > MOST_HOURS ? 0 : Math.max(0, hours);
}

/** Fills `table` for the hours from that of `earliestMs` on. */
export function fillCalendar(table: Int32Array, earliestMs: number, asOfMs: number, monthStartsMs: Float64Array): void {
  const firstHour = hourOf(earliestMs);
  let months = 0;
  for (let index = 0; index < table.length; index += 1) {
    const startMs = (firstHour + index) * HOUR_MS;
    while (months < monthStartsMs.length && (monthStartsMs[months] ?? 0) <= startMs) months += 1;
    const isSplit = (monthStartsMs[months] ?? Number.POSITIVE_INFINITY) < startMs + HOUR_MS;
    const week = weekOf(asOfMs, startMs);
    table[index] = isSplit || week !== weekOf(asOfMs, startMs + HOUR_MS - 1) ? SPLIT : week * 2 ** MONTH_BITS + months;
  }
}

const weekOf = (asOfMs: number, atMs: number): number => Math.floor((asOfMs - atMs) / WEEK_MS);
