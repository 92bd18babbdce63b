/** How the months and the amounts of a table of costs are written, decided by those of its cells that can be read in one way only. */
import { fail, ok, type Result } from '../result.ts';
import { readInstant } from '../time/instant.ts';
import { requireZone } from '../time/zone.ts';
import { createDateVote, isDigits } from '../values/decide-date-form.ts';
import { createNumberVote } from '../values/decide-number-form.ts';
import { type DateForm, readDate } from '../values/read-date.ts';
import type { NumberForm } from '../values/read-number-text.ts';
import { type CostsFault, unclearForm } from './costs-fault.ts';
import type { CostsRow } from './costs-table.ts';
import { readMonth } from './read-month.ts';

/** `YYYY-MM`, or in plain words why the cell (trimmed) names no month. */
export type ReadMonthCell = (cell: string) => Result<string, string>;

/** The reader of a column of months, and the form that its days were taken to be in. */
export interface MonthReading {
  readonly read: ReadMonthCell;
  readonly dates: DateForm;
}

/** `stated`: the form to read days in; null: the one that the cells show, a fault where they show none or several. */
export function monthReader(
  rows: readonly CostsRow[],
  column: number,
  timeZone: string,
  stated: DateForm | null,
): Result<MonthReading, CostsFault> {
  const vote = createDateVote();
  for (const { line, cells } of rows) {
    const cell = cells[column]?.trim() ?? '';
    // A bare number in a column of months is a year or an amount more often than days of a spreadsheet: the row says so.
    if (cell !== '' && readMonth(cell) === null && !isDigits(cell)) vote.see(cell, line);
  }
  const decision = vote.decide();
  const unclear = stated === null ? unclearForm(decision) : null;
  if (unclear !== null) return fail({ kind: 'dates', ...unclear });
  const dates = stated ?? (decision.kind === 'decided' ? decision.form : 'plain');
  const takesDigits = stated !== null && BARE_NUMBERS.has(stated);
  const read: ReadMonthCell = (cell) => {
    if (cell === '') return fail('There is no month.');
    const month = takesDigits ? null : readMonth(cell);
    if (month !== null) return ok(month);
    const date =
      isDigits(cell) && !takesDigits ? fail('A bare number is no month; write 2026-01.') : readDate(cell, dates);
    if (!date.ok) return date;
    const atMs = readInstant(date.value, timeZone);
    return atMs === null ? fail('This names no moment of the calendar.') : ok(monthAt(atMs, timeZone));
  };
  return ok({ read, dates });
}

/** Forms of dates that are nothing but digits. */
const BARE_NUMBERS: ReadonlySet<DateForm> = new Set(['excel-1900', 'epoch-seconds', 'epoch-milliseconds']);

/** The calendar month that holds the instant in the zone, `YYYY-MM`. */
export const monthAt = (atMs: number, timeZone: string): string =>
  new Date(atMs + requireZone(timeZone).offsetMsAt(atMs)).toISOString().slice(0, 7);

/** `stated`: the form of the amounts; null: the one that the cells show. Amounts of several currencies are a fault in any form. */
export function amountForm(
  rows: readonly CostsRow[],
  columns: readonly number[],
  stated: NumberForm | null,
): Result<NumberForm, CostsFault> {
  const vote = createNumberVote();
  for (const { line, cells } of rows) {
    for (const column of columns) {
      const cell = cells[column]?.trim() ?? '';
      if (cell !== '') vote.see(cell, line);
    }
  }
  const decision = vote.decide();
  const units = decision.units.filter((unit) => unit !== '');
  const isPercent = units.some((unit) => /[%‰]/u.test(unit));
  if (units.length > 1) return fail({ kind: 'units', units, isPercent: false });
  if (isPercent) return fail({ kind: 'units', units, isPercent });
  const unclear = stated === null ? unclearForm(decision) : null;
  if (unclear !== null) return fail({ kind: 'numbers', ...unclear });
  return ok(stated ?? (decision.kind === 'decided' ? decision.form : 'point'));
}
