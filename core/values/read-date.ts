/** One cell as a date, in the form that its column is known to have. */
import { fail, ok, type Result } from '../result.ts';
import { twoDigits } from './clock-text.ts';
import { type DateText, takeDateApart } from './date-text.ts';
import { readEpoch, readExcelSerial } from './serial-date.ts';

/**
 * How the dates of a column are written. All but the last three read what nobody can mistake (the year first with four digits, the month by
 * its name); `dmy`, `mdy` and `ymd` also say what three numbers mean: `03/04/2021`, and with two digits `03/04/21`.
 */
export type DateForm = (typeof DATE_FORMS)[number];

export const DATE_FORMS = [
  /** Nothing that could be mistaken: `2021-04-15`, `2021/4/15 14:30`, `20210415`, `15 Apr, 2021 00:03:00`, `April 15th, 2021 at 2:30 PM`. */
  'plain',
  'dmy',
  'mdy',
  /** The year first with two digits: `21/04/15`. */
  'ymd',
  /** Days of Excel's 1900 system, `45631.5`; a wall clock. */
  'excel-1900',
  'epoch-seconds',
  'epoch-milliseconds',
] as const;

/** Two-digit years up to this one are of this century, the others of the last: 00–68 and 69–99, as POSIX has it. */
const LAST_SHORT_YEAR = 68;

/**
 * The cell (trimmed) as ISO 8601 that `readInstant` reads: without an offset where the cell has none, so that the time zone stays the
 * reader's matter. The error says in plain words what is wrong.
 */
export function readDate(cell: string, form: DateForm): Result<string, string> {
  switch (form) {
    case 'excel-1900':
      return readExcelSerial(cell);
    case 'epoch-seconds':
      return readEpoch(cell, 'seconds');
    case 'epoch-milliseconds':
      return readEpoch(cell, 'milliseconds');
    default: {
      const parts = takeDateApart(cell);
      return parts.ok ? isoOf(parts.value, form) : parts;
    }
  }
}

/** For each of the forms the ISO text or the reason; the cell is taken apart once. */
export function readInCalendarForms(cell: string, forms: readonly CalendarForm[]): readonly Result<string, string>[] {
  const parts = takeDateApart(cell);
  return forms.map((form) => (parts.ok ? isoOf(parts.value, form) : parts));
}

export type CalendarForm = 'plain' | 'dmy' | 'mdy' | 'ymd';

function isoOf(date: DateText, form: CalendarForm): Result<string, string> {
  if (date.kind === 'plain') return calendarDay(date.year, date.month, date.day, date.clock);
  const [first, second, third] = date.numbers;
  switch (form) {
    case 'plain':
      return fail('It is not said whether the day or the month stands first.');
    case 'ymd':
      return first.length === 2 && third.length <= 2
        ? calendarDay(first, Number(second), Number(third), date.clock)
        : fail('The year does not stand first here.');
    default: {
      if (third.length === 1) return fail('The year does not stand last here.');
      const [day, month] = form === 'dmy' ? [first, second] : [second, first];
      return calendarDay(third, Number(month), Number(day), date.clock);
    }
  }
}

function calendarDay(yearText: string, month: number, day: number, clock: string): Result<string, string> {
  const year = yearText.length === 4 ? Number(yearText) : fullYear(Number(yearText));
  if (year === 0) return fail('There is no year 0.');
  if (month < 1 || month > 12) return fail(`There is no month ${month}.`);
  const days = daysIn(year, month);
  if (day < 1 || day > days) return fail(`There is no day ${day} in month ${month} of ${year}.`);
  return ok(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}${clock}`);
}

const fullYear = (year: number): number => year + (year > LAST_SHORT_YEAR ? 1900 : 2000);

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
