import { Temporal } from 'temporal-polyfill';
import { readSpan, WEEKDAYS, type WorkingHours } from '../../../core/working-time/working-hours.ts';

const MINUTE_MS = 60_000;

/** Whether the clock on the wall shows working time, asked of the calendar library for one minute. */
export function isWorkingMinute({ timeZone, week, holidays }: WorkingHours, atMs: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  if (holidays.includes(wall.toPlainDate().toString())) return false;
  const weekday = WEEKDAYS[wall.dayOfWeek - 1];
  if (weekday === undefined) throw new Error('a week has seven days');
  const minute = wall.hour * 60 + wall.minute;
  return week[weekday].some((text) => {
    const span = readSpan(text);
    return span !== null && minute >= span.fromMinute && minute < span.toMinute;
  });
}

/** Minute by minute, as nobody would in earnest. */
export function countedMinutes(hours: WorkingHours, fromMs: number, toMs: number): number {
  let minutes = 0;
  for (let atMs = fromMs; atMs < toMs; atMs += MINUTE_MS) if (isWorkingMinute(hours, atMs)) minutes += 1;
  return minutes;
}
