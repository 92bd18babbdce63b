/** A table of costs, read row by row: a row is taken whole or not at all, and every other one has its reason. */
import { fail, ok, type Result } from '../result.ts';
import { foldText } from '../text.ts';
import type { DateForm } from '../values/read-date.ts';
import type { NumberForm } from '../values/read-number-text.ts';
import { type Cost, costKey, MOST_CENTS } from './cost.ts';
import type { CostColumns } from './cost-columns.ts';
import { amountForm, monthReader, type ReadMonthCell } from './cost-forms.ts';
import { type CostMapping, mappedColumns, proposeCostMapping } from './cost-mapping.ts';
import type { CostsFault } from './costs-fault.ts';
import type { CostsTable } from './costs-table.ts';
import { readCents } from './read-cents.ts';

export interface RejectedCost {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  /** Of the whole row, as the file has them. */
  readonly cells: readonly string[];
}

/** `read = accepted + rejected.length`, in rows. */
export interface ReadCosts {
  /** Names of the columns that were read: of the source, of the month, of the amount; in a wide table the months. */
  readonly columns: readonly string[];
  /** How days and amounts were read; null: the months are columns. */
  readonly dates: DateForm | null;
  readonly numbers: NumberForm;
  /** One a source and month; rows of the same two are added up, under the first spelling of the source. */
  readonly costs: readonly Cost[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: readonly RejectedCost[];
  readonly warnings: readonly string[];
}

/** An instant with an offset belongs to a month of `timeZone`. */
export function readCosts(
  table: CostsTable,
  timeZone: string,
  mapping: CostMapping = proposeCostMapping(table.header),
): Result<ReadCosts, CostsFault> {
  const columns = mappedColumns(mapping, table.header);
  if ('missing' in columns) return fail({ kind: 'missing', parts: columns.missing });
  const amounts = columns.kind === 'long' ? [columns.amount] : columns.months.map(({ column }) => column);
  const numbers = amountForm(table.rows, amounts, mapping.numbers);
  if (!numbers.ok) return numbers;
  if (columns.kind === 'wide') return ok({ ...gather(table, columns, numbers.value, readNoMonth), dates: null });
  const months = monthReader(table.rows, columns.month, timeZone, mapping.dates);
  if (!months.ok) return months;
  const { read, dates } = months.value;
  return ok({ ...gather(table, columns, numbers.value, read), dates });
}

const readNoMonth: ReadMonthCell = () => fail('There is no month.');

function gather(
  table: CostsTable,
  columns: CostColumns,
  form: NumberForm,
  readMonthCell: ReadMonthCell,
): Omit<ReadCosts, 'dates'> {
  const nameOf = (column: number): string => table.header[column] ?? '';
  const costs = new Map<string, Cost>();
  const rejected: RejectedCost[] = [];
  let roundedRows = 0;
  for (const { line, cells } of table.rows) {
    const read = readRow(cells, columns, form, readMonthCell);
    if (!read.ok) {
      const { column, reason } = read.error;
      rejected.push({ line, column: nameOf(column), value: cells[column] ?? '', reason, cells });
      continue;
    }
    const sums = read.value.costs.map((cost) => added(costs, cost));
    const tooLarge = sums.find(({ sum }) => Math.abs(sum.amountCents) >= MOST_CENTS);
    if (tooLarge !== undefined) {
      const reason = `With the rows before it ${tooLarge.sum.source} would cost ${MOST_CENTS / 100} or more in ${tooLarge.sum.month}.`;
      rejected.push({ line, column: null, value: null, reason, cells });
      continue;
    }
    for (const { key, sum } of sums) costs.set(key, sum);
    if (read.value.isRounded) roundedRows += 1;
  }
  return {
    columns: columnsOf(columns).map(nameOf),
    numbers: form,
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
