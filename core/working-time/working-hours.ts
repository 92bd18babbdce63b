/** When the people work in whose hours a promise is counted. */

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * An instant is a working one when the clock on the wall of the zone shows a time within a span of that day, and the day is no
 * holiday. Where a clock is put forward the hour that it skips is nobody's; where it is put back both passes through an hour count.
 */
export interface WorkingHours {
  /** IANA name. */
  readonly timeZone: string;
  /** Spans such as "09:00–17:30", ascending and apart; the end is not in them, and may be 24:00. A day off has none. */
  readonly week: Readonly<Record<Weekday, readonly string[]>>;
  /** ISO dates, ascending, each once. */
  readonly holidays: readonly string[];
}

/** Minutes since midnight; the end is not in it. */
export interface Span {
  readonly fromMinute: number;
  readonly toMinute: number;
}

const SPAN = /^\s*([01]?\d|2[0-3]):([0-5]\d)\s*[–—-]\s*(?:([01]?\d|2[0-3]):([0-5]\d)|(24):(00))\s*$/u;

/** Null when the text names no two times; the first may lie after the second, which `parseWorkingHours` refuses. */
export function readSpan(text: string): Span | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const [, fromHour, fromMinute, toHour = match[5], toMinute = match[6]] = match;
  return {
    fromMinute: Number(fromHour) * 60 + Number(fromMinute),
    toMinute: Number(toHour) * 60 + Number(toMinute),
  };
}

/** "09:00–17:30". */
export const spanText = ({ fromMinute, toMinute }: Span): string => `${clockText(fromMinute)}–${clockText(toMinute)}`;

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Monday to Friday, nine to five. */
export function officeHours(timeZone: string): WorkingHours {
  const [open, off] = [['09:00–17:00'], []] as const;
  return {
    timeZone,
    week: { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open, saturday: off, sunday: off },
    holidays: [],
  };
}
