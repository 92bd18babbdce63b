import { readSpan, WEEKDAYS, type WorkingHours } from './working-hours.ts';

/**
 * What a level's follow-up time comes to at work. A rule set counts plain hours: its days become days of work of the usual
 * length, hours within a day stay what they are. Whole hours, at least 1, from a day on.
 */
export function asWorkingHours(plainHours: number, { week }: WorkingHours): number {
  if (plainHours < 24) return plainHours;
  const minutesByDay = WEEKDAYS.map((weekday) =>
    week[weekday].reduce((sum, text) => {
      const span = readSpan(text);
      return sum + (span === null ? 0 : span.toMinute - span.fromMinute);
    }, 0),
  ).filter((minutes) => minutes > 0);
  const dayHours = minutesByDay.reduce((sum, minutes) => sum + minutes, 0) / 60 / minutesByDay.length;
  return Math.max(1, Math.round((plainHours / 24) * dayHours));
}
