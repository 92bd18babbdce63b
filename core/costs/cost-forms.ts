/** How the months and the amounts of a table of costs are written, decided by those of its cells that can be read in one way only. */
import { fail, ok, type Result } from '../result.ts';
import { readInstant } from '../time/instant.ts';
import { requireZone } from '../time/zone.ts';
import { createDateVote, isDigits } from '../values/decide-date-form.ts';
import { createNumberVote } from '../values/decide-number-form.ts';
import { readDate } from '../values/read-date.ts';
import type { NumberForm } from '../values/read-number-text.ts';
import type { CostsRow } from './costs-table.ts';
import { readMonth } from './read-month.ts';

/** `YYYY-MM`, or in plain words why the cell (trimmed) names no month. */
export type ReadMonthCell = (cell: string) => Result<string, string>;

/** A fault where the dates may be read in more than one way, or contradict each other. */
export function monthReader(
  rows: readonly CostsRow[],
  column: number,
  timeZone: string,
): Result<ReadMonthCell, string> {
  const vote = createDateVote();
  for (const { line, cells } of rows) {
    const cell = cells[column]?.trim() ?? '';
    // A bare number in a column of months is a year or an amount more often than days of a spreadsheet: the row says so.
    if (cell !== '' && readMonth(cell) === null && !isDigits(cell)) vote.see(cell, line);
  }
  const decision = vote.decide();
  if (decision.kind === 'ambiguous')
    return fail(
      `The date “${decision.example.cell}” on line ${decision.example.line} may be read in more than one way. Write the months as 2026-01.`,
    );
  if (decision.kind === 'contradictory') {
    const places = decision.sides
      .flatMap(({ first }) => first.slice(0, 1))
      .map(({ cell, line }) => `“${cell}” on line ${line}`);
    return fail(`The dates are written in different orders: ${places.join(', ')}. Write the months as 2026-01.`);
  }
  const form = decision.kind === 'decided' ? decision.form : 'plain';
  return ok((cell) => {
    if (cell === '') return fail('There is no month.');
    const month = readMonth(cell);
    if (month !== null) return ok(month);
    const date = isDigits(cell) ? fail('A bare number is no month; write 2026-01.') : readDate(cell, form);
    if (!date.ok) return date;
    const atMs = readInstant(date.value, timeZone);
    return atMs === null ? fail('This names no moment of the calendar.') : ok(monthAt(atMs, timeZone));
  });
}

/** The calendar month that holds the instant in the zone, `YYYY-MM`. */
export const monthAt = (atMs: number, timeZone: string): string =>
  new Date(atMs + requireZone(timeZone).offsetMsAt(atMs)).toISOString().slice(0, 7);

/** A fault where the amounts may be read in more than one way, or are of several currencies. */
export function amountForm(rows: readonly CostsRow[], columns: readonly number[]): Result<NumberForm, string> {
  const vote = createNumberVote();
  for (const { line, cells } of rows) {
    for (const column of columns) {
      const cell = cells[column]?.trim() ?? '';
      if (cell !== '') vote.see(cell, line);
    }
  }
  const decision = vote.decide();
  const units = decision.units.filter((unit) => unit !== '');
  if (units.length > 1)
    return fail(`The amounts are of several kinds: ${units.join(', ')}. Bring them in one currency.`);
  if (units.some((unit) => /[%‰]/u.test(unit))) return fail('The amounts are percentages, not money.');
  if (decision.kind === 'ambiguous')
    return fail(
      `The amount “${decision.example.cell}” on line ${decision.example.line} may be thousands or decimals. Write one amount with both, as 1,200.50.`,
    );
  if (decision.kind === 'contradictory') {
    const places = decision.sides
      .flatMap(({ first }) => first.slice(0, 1))
      .map(({ cell, line }) => `“${cell}” on line ${line}`);
    return fail(`Some amounts have a decimal point and some a decimal comma: ${places.join(', ')}. Write them alike.`);
  }
  return ok(decision.kind === 'decided' ? decision.form : 'point');
}
