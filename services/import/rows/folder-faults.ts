/** What is said of the rows of a data folder that cannot be taken. */
import type { TableCounts } from '../../../api/import.ts';
import type { RowFault } from '../../../core/history/build-history.ts';
import { fileNameOf, type TableName } from '../source/data-files.ts';
import type { RowPlace } from '../source/parse-piece.ts';
import { badSource, type SourceFault } from '../source/source-fault.ts';

export const lengthFault = (table: TableName, place: RowPlace, cells: number, wanted: number): SourceFault =>
  badSource(
    `${whereOf(table, place)} has ${cells} cells, and the heading has ${wanted}.`,
    'Complete or remove the row; a comma within a cell needs quotation marks around the cell.',
  );

export function rowFault(table: TableName, fault: RowFault, place: RowPlace): SourceFault {
  const where = `${whereOf(table, place)}, column "${fault.column}"`;
  return badSource(`${where}: ${reasonOf(fault)}`, 'Correct the row or remove it.');
}

/** Why a row was refused, as a sentence that quotes the cell. */
export function reasonOf(fault: RowFault): string {
  const cell = `"${fault.value.length > 60 ? `${fault.value.slice(0, 60)}…` : fault.value}"`;
  switch (fault.kind) {
    case 'emptyId':
      return 'the id is empty.';
    case 'repeatedId':
      return `the id ${cell} stands in an earlier row already.`;
    case 'unreadableTime':
      return `${fault.value.trim() === '' ? 'the time is missing' : `${cell} is no ISO 8601 time`}; write 2025-03-31 or 2025-03-31T14:30:00Z.`;
    case 'unreadableAmount':
      return `${cell} is no number; write digits with a point, such as 1200.50.`;
    case 'unknownStage':
      return `${cell} is no stage; the stages are mql, sal, sql, opportunity, won, lost, rejected and recycled.`;
  }
}

export function strangerWarning({ table, rejected }: TableCounts): readonly string[] {
  if (rejected === 0) return [];
  return [
    `${fileNameOf(table)}: ${rejected} ${rejected === 1 ? 'row was' : 'rows were'} left out, of leads that leads.csv lacks.`,
  ];
}

export const damageWarning = (name: string, line: number): string =>
  `${name} holds the sign for a lost character (\ufffd), first in line ${line}: an earlier export has damaged it. It was imported as it is.`;

const whereOf = (table: TableName, { row, line }: RowPlace): string =>
  `${fileNameOf(table)}, row ${row} (line ${line})`;
