/** What follows the date of a cell: a time of day and an offset, as ISO 8601 writes them. */
import { fail, ok, type Result } from '../result.ts';

/**
 * The rest of a cell after its date, as what an ISO 8601 text has there: '' or `T14:30`, `T14:30:05.25+02:00`. Reads 24 h
 * and AM/PM, with seconds and fractions or not, `Z`, `UTC`, `GMT` and offsets. The error says in plain words what is wrong.
 */
export function readClock(rest: string): Result<string, string> {
  if (rest.trim() === '') return ok('');
  const match = CLOCK.exec(rest);
  if (match === null) return fail(`“${rest.trim()}” after the date is no time of day.`);
  const [, hourText = '', minute = '', second, fraction, half, zone, offset] = match;
  const hour = hourOf(Number(hourText), half);
  if (hour === null) return fail(`There is no hour ${hourText}${half === undefined ? '' : ` ${half}`}.`);
  if (Number(minute) > 59) return fail(`There is no minute ${minute}.`);
  if (second === '60') return fail('Second 60 is a leap second, which no clock here counts; write 59.');
  if (second !== undefined && Number(second) > 59) return fail(`There is no second ${second}.`);
  const seconds = second === undefined ? '' : `:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  const written = `T${twoDigits(hour)}:${minute}${seconds}`;
  if (offset === undefined) return ok(zone === undefined ? written : `${written}Z`);
  if (zone === 'Z') return fail(`“Z${offset}” says two offsets from UTC.`);
  if (Number(offset.slice(1, 3)) > 23 || Number(offset.slice(3).replace(':', '') || 0) > 59)
    return fail(`“${offset}” is no offset from UTC.`);
  return ok(written + offset);
}

export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Blanks and a comma or the T, hours to fractions, half of the day, zone and offset; a zone in parentheses only repeats the offset. */
const CLOCK =
  /^(?:[ ,]{1,4}(?:at )?|T)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?(?: ?([AaPp]\.?[Mm]\.?))? ?(Z|UTC|GMT)?([+-]\d{2}(?::?\d{2})?)?(?: \([^()]{0,50}\))?$/u;

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/iu.test(half) ? 12 : 0);
}
