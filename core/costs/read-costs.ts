/** A table of costs, read row by row: a row is taken whole or not at all, and every other one has its reason. */
import { fail, ok, type Result } from '../result.ts';
import { foldText } from '../text.ts';
import type { NumberForm } from '../values/read-number-text.ts';
import { type Cost, costKey, MOST_CENTS } from './cost.ts';
import { type CostColumns, costColumns } from './cost-columns.ts';
import { amountForm, monthReader, type ReadMonthCell } from './cost-forms.ts';
import type { CostsTable } from './costs-table.ts';
import { readCents } from './read-cents.ts';

export interface RejectedCost {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** `read = accepted + rejected.length`, in rows. */
export interface ReadCosts {
  /** Names of the columns that were read: of the source, of the month, of the amount; in a wide table the months. */
  readonly columns: readonly string[];
  /** One a source and month; rows of the same two are added up, under the first spelling of the source. */
  readonly costs: readonly Cost[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: readonly RejectedCost[];
  readonly warnings: readonly string[];
}

/** An instant with an offset belongs to a month of `timeZone`. A fault (in plain words) where the table as a whole cannot be read. */
export function readCosts(table: CostsTable, timeZone: string): Result<ReadCosts, string> {
  const columns = costColumns(table.header);
  if ('missing' in columns)
    return fail(
      `The heading names no column for ${columns.missing.join(', nor for ')}: it is ${listed(table.header)}.`,
    );
  const amounts = columns.kind === 'long' ? [columns.amount] : columns.months.map(({ column }) => column);
  const form = amountForm(table.rows, amounts);
  if (!form.ok) return form;
  const months = columns.kind === 'long' ? monthReader(table.rows, columns.month, timeZone) : ok(readNoMonth);
  if (!months.ok) return months;
  return ok(gather(table, columns, form.value, months.value));
}

const readNoMonth: ReadMonthCell = () => fail('There is no month.');

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

function gather(table: CostsTable, columns: CostColumns, form: NumberForm, readMonthCell: ReadMonthCell): ReadCosts {
  const nameOf = (column: number): string => table.header[column] ?? '';
  const costs = new Map<string, Cost>();
  const rejected: RejectedCost[] = [];
  let roundedRows = 0;
  for (const { line, cells } of table.rows) {
    const read = readRow(cells, columns, form, readMonthCell);
    if (!read.ok) {
      const { column, reason } = read.error;
      rejected.push({ line, column: nameOf(column), value: cells[column] ?? '', reason });
      continue;
    }
    const sums = read.value.costs.map((cost) => added(costs, cost));
    const tooLarge = sums.find(({ sum }) => Math.abs(sum.amountCents) >= MOST_CENTS);
    if (tooLarge !== undefined) {
      const reason = `With the rows before it ${tooLarge.sum.source} would cost ${MOST_CENTS / 100} or more in ${tooLarge.sum.month}.`;
      rejected.push({ line, column: null, value: null, reason });
      continue;
    }
    for (const { key, sum } of sums) costs.set(key, sum);
    if (read.value.isRounded) roundedRows += 1;
  }
  return {
    columns: columnsOf(columns).map(nameOf),
    costs: [...costs.values()],
    read: table.rows.length,
    accepted: table.rows.length - rejected.length,
    rejected,
    warnings:
      roundedRows === 0
        ? []
        : [
            `${roundedRows} ${roundedRows === 1 ? 'row has' : 'rows have'} amounts finer than a cent; they were rounded to the cent.`,
          ],
  };
}

function added(costs: ReadonlyMap<string, Cost>, cost: Cost): { readonly key: string; readonly sum: Cost } {
  const key = costKey(foldText(cost.source), cost.month);
  const before = costs.get(key);
  return { key, sum: before === undefined ? cost : { ...before, amountCents: before.amountCents + cost.amountCents } };
}

const columnsOf = (columns: CostColumns): readonly number[] =>
  columns.kind === 'long'
    ? [columns.source, columns.month, columns.amount]
    : [columns.source, ...columns.months.map(({ column }) => column)];

interface RowFault {
  readonly column: number;
  readonly reason: string;
}

function readRow(
  cells: readonly string[],
  columns: CostColumns,
  form: NumberForm,
  readMonthCell: ReadMonthCell,
): Result<{ readonly costs: readonly Cost[]; readonly isRounded: boolean }, RowFault> {
  const cellOf = (column: number): string => cells[column]?.trim() ?? '';
  const source = cellOf(columns.source);
  if (source === '') return fail({ column: columns.source, reason: 'It is not said whom the money went to.' });
  const long = columns.kind === 'long' ? readMonthCell(cellOf(columns.month)) : null;
  if (columns.kind === 'long' && long?.ok === false) return fail({ column: columns.month, reason: long.error });
  const asked =
    columns.kind === 'long'
      ? [{ column: columns.amount, month: long?.ok === true ? long.value : '' }]
      : columns.months.filter(({ column }) => cellOf(column) !== '');
  const costs: Cost[] = [];
  let isRounded = false;
  for (const { column, month } of asked) {
    const cell = cellOf(column);
    if (cell === '') return fail({ column, reason: 'There is no amount.' });
    const cents = readCents(cell, form);
    if (!cents.ok) return fail({ column, reason: cents.error });
    costs.push({ source, month, amountCents: cents.value.amountCents });
    isRounded ||= cents.value.isRounded;
  }
  return costs.length === 0
    ? fail({ column: columns.source, reason: 'No month of this row has an amount.' })
    : ok({ costs, isRounded });
}
