/** Which month and which week an hour belongs to, as tables: the reading of levels asks for every lead that reaches one. */
import { hourOf } from '../decay.ts';

export interface HourCalendar {
  readonly firstHour: number;
  /** By hour from `firstHour` on: index of its month, −1 before the first, or `SPLIT`. */
  readonly months: Int16Array;
  /** By hour: weeks counted back from `asOf`, or `SPLIT`. */
  readonly weeks: Int32Array;
  readonly monthStartsMs: Float64Array;
  readonly asOfMs: number;
}

/** Two months or two weeks share the hour: only the instant tells. */
export const SPLIT = -2;

const WEEK_MS = 7 * 86_400_000;
const HOUR_MS = 3_600_000;
/** Some two hundred years: one wrong date must not fill the memory. Beyond, the instants are asked. */
const MOST_HOURS = 2 ** 21;

export function hourCalendar(earliestMs: number, asOfMs: number, monthStartsMs: Float64Array): HourCalendar {
  const firstHour = hourOf(earliestMs);
  const hours = hourOf(asOfMs) - firstHour + 1;
  const count = hours > MOST_HOURS ? 0 : Math.max(0, hours);
  const months = new Int16Array(count);
  const weeks = new Int32Array(count);
  let month = -1;
  for (let index = 0; index < count; index += 1) {
    const startMs = (firstHour + index) * HOUR_MS;
    while (month + 1 < monthStartsMs.length && (monthStartsMs[month + 1] ?? 0) <= startMs) month += 1;
    const next = monthStartsMs[month + 1] ?? Number.POSITIVE_INFINITY;
    months[index] = next < startMs + HOUR_MS ? SPLIT : month;
    const week = weekOf(asOfMs, startMs);
    weeks[index] = week === weekOf(asOfMs, startMs + HOUR_MS - 1) ? week : SPLIT;
  }
  return { firstHour, months, weeks, monthStartsMs, asOfMs };
}

export const weekOf = (asOfMs: number, atMs: number): number => Math.floor((asOfMs - atMs) / WEEK_MS);
