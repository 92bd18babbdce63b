/** The leads or the activities as conditions read them. */
import { type Column, type History, MISSING } from '../history/history.ts';
import { instantText } from '../time/instant.ts';
import { createKept, type Kept } from './kept.ts';

/** 1 where the row passes. */
export type RowMask = Uint8Array;

/** 1 where the cell passes: entry 0 is the missing cell, entry c + 1 the cell with code c. */
export type CellMask = Uint8Array;

export interface Table {
  readonly rows: number;
  readonly timeZone: string;
  /** Undefined: the data lacks the column, so every cell is missing. */
  readonly column: (name: string) => Column | undefined;
  readonly cellMasks: Kept<CellMask>;
  readonly rowMasks: Kept<RowMask>;
  /** Columns that are not the history's own. */
  readonly made: Kept<Column>;
}

/** Masks of another table over the same history are taken over. */
export function leadTable(history: History, before?: Table): Table {
  const { leads, timeZone } = history;
  const made = createKept(before?.made.asked);
  return {
    rows: leads.count,
    timeZone,
    column: (name) =>
      name === 'created'
        ? made.of(name, () => createdColumn(history))
        : leads.attributes.find((column) => column.name === name),
    ...takenOver(before),
    made,
  };
}

/** Masks of another table over the same history are taken over. */
export function activityTable(history: History, before?: Table): Table {
  const { activities, timeZone } = history;
  return {
    rows: activities.count,
    timeZone,
    column: (name) =>
      name === 'type' ? activities.type : activities.properties.find((column) => column.name === name),
    ...takenOver(before),
  };
}

/** The given rows of a table, in their order, as a table of their own. */
export function rowsOfTable(table: Table, rows: Int32Array): Table {
  return {
    rows: rows.length,
    timeZone: table.timeZone,
    column: (name) => {
      const column = table.column(name);
      return column === undefined ? undefined : { ...column, codes: rows.map((row) => column.codes[row] ?? MISSING) };
    },
    cellMasks: table.cellMasks,
    rowMasks: createKept(),
    made: table.made,
  };
}

const takenOver = (before: Table | undefined) => ({
  cellMasks: createKept(before?.cellMasks.asked),
  rowMasks: createKept(before?.rowMasks.asked),
  made: createKept(before?.made.asked),
});

/** The column `created` with the default's ISO text where the file gave none. */
function createdColumn(history: History): Column {
  const { count, createdAtMs, attributes } = history.leads;
  const given = attributes.find((column) => column.name === 'created');
  const cells = [...(given?.cells ?? [])];
  const codes = new Int32Array(count);
  for (let lead = 0; lead < count; lead += 1) {
    const code = given?.codes[lead] ?? MISSING;
    codes[lead] = code === MISSING ? cells.push(instantText(createdAtMs[lead] ?? 0)) - 1 : code;
  }
  return { name: 'created', kind: 'date', cells, codes };
}
