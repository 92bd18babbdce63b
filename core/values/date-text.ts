/** The parts of a date as it is written, before anybody says which of its numbers is the month. */
import { fail, ok, type Result } from '../result.ts';
import { readClock } from './clock-text.ts';
import { isWeekday, monthOf } from './month-names.ts';

/** `plain`: year first with four digits, or the month by its name. `ordered`: three numbers whose order has to be known. */
export type DateText =
  | {
      readonly kind: 'plain';
      readonly year: string;
      readonly month: number;
      readonly day: number;
      readonly clock: string;
    }
  | {
      readonly kind: 'ordered';
      readonly numbers: readonly [string, string, string];
      /** What an ISO 8601 text has after its date, or why the rest of the cell cannot be read. */
      readonly clock: string;
    };

/** A cell (trimmed) taken apart; the error says in plain words why it is no date. */
export function takeDateApart(cell: string): Result<DateText, string> {
  if (cell.length > LONGEST) return fail(`A date has at most ${LONGEST} characters.`);
  const text = withoutWeekday(cell.replace(BLANKS, ' '));
  const parts = partsOf(text);
  if (typeof parts === 'string') return fail(parts);
  const clock = readClock(parts.rest);
  if (!clock.ok) return clock;
  return ok(
    parts.kind === 'plain'
      ? { kind: 'plain', year: parts.year, month: parts.month, day: parts.day, clock: clock.value }
      : { kind: 'ordered', numbers: parts.numbers, clock: clock.value },
  );
}

type Parts = { readonly rest: string } & (
  | { readonly kind: 'plain'; readonly year: string; readonly month: number; readonly day: number }
  | { readonly kind: 'ordered'; readonly numbers: readonly [string, string, string] }
);

const LONGEST = 80;
const BLANKS = /[\s\u00a0\u202f]+/gu;

const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?![\d:]))?(?!\d)/u;
const ORDERED = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/u;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|º|°)?[-/., ]{0,2}(?:de )?(\p{L}[\p{L}\p{M}]*)[-/., ]{1,2}(\d{4}|\d{2})(?!\d)/u;
const NAME_DAY_YEAR = /^(\p{L}[\p{L}\p{M}]*)[-/. ]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-/, ]{1,2}(\d{4}|\d{2})(?!\d)/u;
const YEAR_NAME_DAY = /^(\d{4})[-/. ]{1,2}(\p{L}[\p{L}\p{M}]*)[-/. ]{1,2}(\d{1,2})(?!\d)/u;
/** `Thu Apr 15 00:03:00 2021` and `Thu Apr 15 00:03:00 UTC 2021`, as clocks of computers write. */
const NAME_DAY_CLOCK_YEAR = /^(\p{L}{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}(?: UTC| GMT)?) (\d{4})$/u;
/** "of the year" in Russian and Polish. */
const YEAR_WORD = /^ ?(?:года|г\.?|r\.?|roku)(?=$|[ ,])/u;

function partsOf(text: string): Parts | string {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [whole, year = '', , month = '', day = ''] = yearFirst;
    return { kind: 'plain', year, month: Number(month), day: Number(day), rest: text.slice(whole.length) };
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [whole, year = '', month = '', day = '', hour, minute, second] = compact;
    const clock = hour === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
    return { kind: 'plain', year, month: Number(month), day: Number(day), rest: clock + text.slice(whole.length) };
  }
  const ordered = ORDERED.exec(text);
  if (ordered !== null) {
    const [whole, first = '', , second = '', third = ''] = ordered;
    return { kind: 'ordered', numbers: [first, second, third], rest: text.slice(whole.length) };
  }
  return namedParts(text);
}

function namedParts(text: string): Parts | string {
  const spoken = DAY_NAME_YEAR.exec(text);
  if (spoken !== null) return named(text, spoken[0], spoken[3], spoken[2], spoken[1]);
  const clocked = NAME_DAY_CLOCK_YEAR.exec(text);
  if (clocked !== null) return named(` ${clocked[3]}`, '', clocked[4], clocked[1], clocked[2]);
  const american = NAME_DAY_YEAR.exec(text);
  if (american !== null) return named(text, american[0], american[3], american[1], american[2]);
  const sorted = YEAR_NAME_DAY.exec(text);
  if (sorted !== null) return named(text, sorted[0], sorted[1], sorted[2], sorted[3]);
  return 'This is not written as a date.';
}

/** The groups are there where the expression matched. */
function named(text: string, whole: string, year = '', name = '', day = ''): Parts | string {
  const month = monthOf(name);
  if (month === null) return `“${name}” is no month.`;
  return { kind: 'plain', year, month, day: Number(day), rest: text.slice(whole.length).replace(YEAR_WORD, '') };
}

function withoutWeekday(text: string): string {
  const [whole, name = ''] = /^(\p{L}[\p{L}\p{M}]*)\.?,? /u.exec(text) ?? [''];
  return whole !== '' && isWeekday(name) && monthOf(name) === null ? text.slice(whole.length) : text;
}
