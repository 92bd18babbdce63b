import { numberAt } from '../at.ts';
import { type Coefficient, coefficientOf } from './coefficient.ts';

/** Leads by what the first says (row) and the second (column), in the same categories; all of them were answered by both. */
export type SquareTable = readonly (readonly number[])[];

/** The share of leads on the diagonal: both say the same. Null without leads. */
export function rawAgreement(table: SquareTable): number | null {
  const leads = leadsOf(table);
  return leads === 0 ? null : sumOver(table, (count, row, column) => (row === column ? count : 0)) / leads;
}

/**
 * Cohen's κ: agreement beyond what two would reach who answer as often with each category, but not about the same leads
 * (STATISTICS.md 8). Null without leads and where both always give the same one answer.
 */
export const cohenKappa = (table: SquareTable): Coefficient | null =>
  weighted(table, (row, column) => (row === column ? 1 : 0));

/** κ for categories in order, 1 to 4: an answer next to the other's counts for more than one far off, in equal steps (STATISTICS.md 8). */
export const linearKappa = (table: SquareTable): Coefficient | null =>
  weighted(table, (row, column) => 1 - Math.abs(row - column) / (table.length - 1));

/** What a pair of answers counts as, from 0 to 1. */
type Weight = (row: number, column: number) => number;

/**
 * Its error is that of Fleiss, Cohen and Everitt (1969), of which STATISTICS.md 8 gives the form for weights of 0 and 1; the
 * interval takes Student's t with one degree less than there are leads.
 */
function weighted(table: SquareTable, weightOf: Weight): Coefficient | null {
  const leads = leadsOf(table);
  if (leads === 0) return null;
  const share: Weight = (row, column) => (table[row]?.[column] ?? 0) / leads;
  const rows = table.map((_, row) => total(table, (other) => share(row, other)));
  const columns = table.map((_, column) => total(table, (other) => share(other, column)));
  const observed = sumOver(table, (_, row, column) => weightOf(row, column) * share(row, column));
  const chance = sumOver(
    table,
    (_, row, column) => weightOf(row, column) * numberAt(rows, row) * numberAt(columns, column),
  );
  if (1 - chance < ROUNDING) return null;
  const value = (observed - chance) / (1 - chance);
  const ofRows = table.map((_, row) => total(table, (other) => weightOf(row, other) * numberAt(columns, other)));
  const ofColumns = table.map((_, column) => total(table, (other) => weightOf(other, column) * numberAt(rows, other)));
  const spread = sumOver(table, (_, row, column) => {
    const off = weightOf(row, column) - (numberAt(ofRows, row) + numberAt(ofColumns, column)) * (1 - value);
    return share(row, column) * off * off;
  });
  const variance = (spread - (value - chance * (1 - value)) ** 2) / (leads * (1 - chance) ** 2);
  return coefficientOf({ value, observed, chance, variance, units: leads });
}

const ROUNDING = 1e-12;

const leadsOf = (table: SquareTable): number => sumOver(table, (count) => count);

const total = (table: SquareTable, of: (index: number) => number): number =>
  table.reduce((sum, _, index) => sum + of(index), 0);

const sumOver = (table: SquareTable, of: (count: number, row: number, column: number) => number): number =>
  table.reduce((sum, counts, row) => counts.reduce((part, count, column) => part + of(count, row, column), sum), 0);
