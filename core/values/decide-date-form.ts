/** The form of a column of dates. */
import { fail, type Result } from '../result.ts';
import { createFormVote, type FormVote } from './form-vote.ts';
import { DATE_FORMS, type DateForm, readDate, readInCalendarForms } from './read-date.ts';

/**
 * Collects the cells of one column. Rows that can be read in one way only decide `03/04/2021`; a column of digits votes for days of a
 * spreadsheet or an epoch only where so many digits are a date of 1973 to 2286 (seconds 9–10 digits, milliseconds 12–13), since everything
 * else reads as some date: whether such a column holds dates at all is for the caller to ask (`isDigits`).
 */
export const createDateVote = (): FormVote<DateForm> => createFormVote(DATE_FORMS, readings);

/** Whether a cell is a bare number: it may be a date, and may be a number. */
export const isDigits = (cell: string): boolean => DIGITS.test(cell);

const CALENDAR = ['plain', 'dmy', 'mdy', 'ymd'] as const;
const DIGITS = /^\d+(?:[.,]\d+)?$/u;
const LIKELY_SECONDS = /^\d{9,10}(?:[.,]\d+)?$/u;
const LIKELY_MILLISECONDS = /^\d{12,13}$/u;
const NO_LIKELY = fail('So many digits are hardly a date of this form.');
const NO_DIGITS = fail('This is no bare number.');

function readings(cell: string): readonly Result<string, string>[] {
  const calendar = readInCalendarForms(cell, CALENDAR);
  if (!isDigits(cell)) return [...calendar, NO_DIGITS, NO_DIGITS, NO_DIGITS];
  return [
    ...calendar,
    readDate(cell, 'excel-1900'),
    LIKELY_SECONDS.test(cell) ? readDate(cell, 'epoch-seconds') : NO_LIKELY,
    LIKELY_MILLISECONDS.test(cell) ? readDate(cell, 'epoch-milliseconds') : NO_LIKELY,
  ];
}
