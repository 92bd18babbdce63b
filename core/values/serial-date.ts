/** Dates that are written as one number: days of a spreadsheet, seconds and milliseconds of a computer's clock. */
import { fail, ok, type Result } from '../result.ts';
import { instantText } from '../time/instant.ts';

const DAY_MS = 86_400_000;
/** 9999-12-31, the last day that a spreadsheet knows. */
export const LAST_SERIAL = 2_958_465;
/** ISO 8601 years have four digits here. */
const LAST_INSTANT_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * A serial of Excel's 1900 system as ISO 8601 without an offset (a wall clock): day 1 is 1900-01-01, the fraction is the time of day, to the
 * millisecond. Day 60 is 29 February 1900, which Excel counts and the calendar lacks: it is refused, and later days are one less.
 */
export function readExcelSerial(cell: string): Result<string, string> {
  if (!SERIAL.test(cell)) return fail('This is no date number of a spreadsheet, such as 45631 or 45631.5.');
  const serial = Number(cell.replace(',', '.'));
  if (serial < 1 || serial >= LAST_SERIAL + 1)
    return fail(`Spreadsheets count days from 1 (1900-01-01) to ${LAST_SERIAL} (9999-12-31).`);
  const day = Math.floor(serial);
  const midnightMs = midnightOfSerial(day);
  if (midnightMs === null) return fail('Day 60 of a spreadsheet is 29 February 1900, which never was.');
  const wallMs = midnightMs + Math.min(DAY_MS - 1, Math.round((serial - day) * DAY_MS));
  const text = instantText(wallMs).slice(0, -1);
  return ok(Number.isInteger(serial) ? text.slice(0, 10) : text.replace(/\.000$/u, ''));
}

/**
 * Where a whole day from 1 to `LAST_SERIAL` of Excel's 1900 system begins, in milliseconds since 1970-01-01 on a clock
 * without a zone; null for day 60, 29 February 1900, which never was, and for days beyond the last.
 */
export const midnightOfSerial = (day: number): number | null =>
  day === 60 || day > LAST_SERIAL ? null : Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * DAY_MS;

/** Seconds or milliseconds since 1970-01-01 UTC, as ISO 8601 with a Z; digits beyond the millisecond are cut. */
export function readEpoch(cell: string, unit: 'seconds' | 'milliseconds'): Result<string, string> {
  if (!(unit === 'seconds' ? SECONDS : MILLISECONDS).test(cell))
    return fail(`This is no number of ${unit} since 1970.`);
  const [whole = '', fraction = ''] = cell.split(/[.,]/u);
  const thousandths = unit === 'seconds' ? `${whole}${fraction.slice(0, 3).padEnd(3, '0')}` : whole;
  const atMs = Number(thousandths);
  if (Math.abs(atMs) > LAST_INSTANT_MS || atMs < FIRST_INSTANT_MS)
    return fail(`So many ${unit} since 1970 lie beyond the year 9999 or before the year 1.`);
  return ok(instantText(atMs));
}

const FIRST_INSTANT_MS = -62_135_596_800_000;
const SERIAL = /^\d{1,7}(?:[.,]\d{1,20})?$/u;
const SECONDS = /^-?\d{1,15}(?:[.,]\d{1,12})?$/u;
const MILLISECONDS = /^-?\d{1,15}$/u;
