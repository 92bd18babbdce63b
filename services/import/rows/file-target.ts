/** Where the rows of one mapped file go, and what is said of those that cannot go there. */
import type { DelimitedMapping, OnChanged } from '../../../api/import.ts';
import type { HistoryBuilder, RowOutcome } from '../../../core/history/build-history.ts';
import type { UnreadCells } from '../mapping/column-forms.ts';
import type { OwnColumn } from '../mapping/own-columns.ts';
import type { OpenTable } from '../source/open-table.ts';
import type { RowPlace } from '../source/parse-piece.ts';
import { reasonOf } from './folder-faults.ts';
import type { FileTally } from './import-tally.ts';
import type { KnownStages } from './known-stages.ts';
import type { LeadFinder } from './lead-finder.ts';

export interface FileTarget {
  readonly mapping: DelimitedMapping;
  readonly table: OpenTable;
  /** Attributes or properties of this file. */
  readonly own: readonly OwnColumn[];
  /** Attributes of all files, in the order in which the builder takes them. */
  readonly attributeNames: readonly string[];
  readonly builder: HistoryBuilder;
  readonly tally: FileTally;
  readonly known: KnownStages;
  readonly unread: UnreadCells;
  readonly onChanged: OnChanged;
  /** Of rows of activities and stages. */
  readonly finder: LeadFinder;
  readonly zones: { readonly file: string; readonly history: string; readonly referenceDateMs: number };
}

export type Reject = (column: string | null, value: string | null, reason: string) => void;

/** `cells`: the row as written. */
export const rejecter =
  ({ tally, mapping, table }: FileTarget, cells: readonly string[], place: RowPlace): Reject =>
  (column, value, reason) =>
    tally.reject(
      { table: mapping.rows, line: table.lineOf(place), column: column === '' ? null : column, value, reason },
      keptCells(cells, mapping, table),
    );

/** What is left out on import is left out of rejected rows too, and so is what was added to them. */
export function keptCells(
  cells: readonly string[],
  { leaveOut }: DelimitedMapping,
  { headings, addedColumns }: OpenTable,
): readonly string[] {
  const written = addedColumns === 0 ? cells : cells.slice(0, headings.length - addedColumns);
  if (leaveOut.length === 0) return written;
  const names = new Set(leaveOut.map((name) => name.trim()));
  return written.map((cell, index) => (names.has(headings[index] ?? '') ? '' : cell));
}

/** Cells beyond the heading may be blank: many programs end each row with a delimiter. */
export function lengthFault(cells: readonly string[], headings: readonly string[]): string | null {
  if (cells.length === headings.length) return null;
  if (cells.length > headings.length && cells.slice(headings.length).every((cell) => cell.trim() === '')) return null;
  return `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the heading has ${headings.length}.`;
}

export function outcomeReason(outcome: Exclude<RowOutcome, { readonly kind: 'added' }>): string {
  if (outcome.kind === 'unknownLead') return 'There is no lead with this id.';
  const reason = reasonOf(outcome);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
