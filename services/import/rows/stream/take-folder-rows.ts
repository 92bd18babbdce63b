/** The rows of a table of a data folder: each is taken, left out because its lead is unknown, or a fault that names file and row. */
import type { OnChanged } from '../../../../api/import.ts';
import type { TableName } from '../../source/data-files.ts';
import type { SourceFault } from '../../source/source-fault.ts';
import { lengthFault, rowFault } from '../folder-faults.ts';
import type { FileTally } from '../import-tally.ts';
import type { ActivityReading } from './activity-store.ts';
import { type ByteTable, NOT_THERE } from './byte-table.ts';
import type { LeadOutcome } from './lead-store.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import { cellsOf, cellText, placeOf, ROWS_PER_BATCH, rowCells, type ScannedRows } from './scan-rows.ts';

/** `counted`: what becomes of the row is counted where that is found out. */
export type FolderOutcome = LeadOutcome | { readonly kind: 'counted' };

export interface FolderTable {
  /** The leads by their ids, for a table whose rows belong to a lead. */
  readonly leads: ByteTable | null;
  /** Row `index` of the rows, of that lead. */
  readonly add: (lead: number, rows: ScannedRows, index: number) => FolderOutcome;
  /** A row of an unknown lead. */
  readonly see?: (rows: ScannedRows, index: number) => void;
}

export function folderRowTaker(
  table: TableName,
  heading: readonly string[],
  { leads, add, see }: FolderTable,
  tally: FileTally,
  onChanged: OnChanged,
): (rows: ScannedRows) => SourceFault | null {
  const lead = heading.indexOf('lead');
  const found = new Int32Array(ROWS_PER_BATCH);
  const leaveOut = (rows: ScannedRows, index: number): void => {
    see?.(rows, index);
    const reason = 'There is no lead with this id.';
    tally.reject(
      { table, line: placeOf(rows, index).line, column: 'lead', value: cellText(rows, index, lead), reason },
      rowCells(rows, index),
    );
  };
  return (rows) => {
    leads?.findCells(rows, lead, found);
    for (let index = rows.row === 0 ? 1 : 0; index < rows.count; index += 1) {
      const cells = cellsOf(rows, index);
      if (cells !== heading.length) return lengthFault(table, placeOf(rows, index), cells, heading.length);
      const leadIndex = found[index] ?? NOT_THERE;
      if (leadIndex === NOT_THERE) {
        leaveOut(rows, index);
        continue;
      }
      const outcome = add(leadIndex, rows, index);
      if (outcome.kind === 'counted') continue;
      if (outcome.kind === 'added') tally.accept(table);
      else if (outcome.kind === 'duplicate') tally.duplicate(table);
      else if (outcome.kind === 'changed') {
        const { kind: _, ...change } = outcome;
        tally.change({ table, line: placeOf(rows, index).line, ...change });
        if (onChanged === 'take') tally.accept(table);
        else tally.duplicate(table);
      } else if (outcome.kind === 'unknownLead') leaveOut(rows, index);
      else return rowFault(table, outcome, placeOf(rows, index));
    }
    return null;
  };
}

const ADDED: FolderOutcome = { kind: 'added' };

/** Duplicates among activities are told later, when they lie in order. */
export function activityAdder(
  heading: readonly string[],
  timeZone: string,
  store: ActivityReading,
): FolderTable['add'] {
  const [at, type] = [heading.indexOf('at'), heading.indexOf('type')];
  const readInstant = createInstantReader(timeZone);
  return (lead, rows, index) => {
    const { text, first, starts, ends } = rows;
    const base = first[index] ?? 0;
    const atMs = readInstant(text, starts[base + at] ?? 0, ends[base + at] ?? 0);
    if (Number.isNaN(atMs)) return { kind: 'unreadableTime', column: 'at', value: cellText(rows, index, at) };
    const code = store.types.codeOf(text, starts[base + type] ?? 0, ends[base + type] ?? 0);
    store.add(lead, atMs, code, rows, index);
    return ADDED;
  };
}
