/** Conditions over whole tables: each test is evaluated once for each distinct cell, then spread over the rows. */
import { type Column, type History, MISSING } from '../history/history.ts';
import type { ActivityFilter, Condition, Subject, Test } from '../rule-set/rule-set.ts';
import { foldText } from '../text.ts';
import { instantText } from '../time/instant.ts';
import { cellTest } from './cell-test.ts';

/** 1 where the row passes. */
export type RowMask = Uint8Array;

export interface Table {
  readonly rows: number;
  readonly timeZone: string;
  /** Undefined: the data lacks the column, so every cell is missing. */
  readonly column: (name: string) => Column | undefined;
}

export function leadTable(history: History): Table {
  const { leads, timeZone } = history;
  return {
    rows: leads.count,
    timeZone,
    column: (name) =>
      name === 'created' ? createdColumn(history) : leads.attributes.find((column) => column.name === name),
  };
}

export function activityTable(history: History): Table {
  const { activities, timeZone } = history;
  return {
    rows: activities.count,
    timeZone,
    column: (name) =>
      name === 'type' ? activities.type : activities.properties.find((column) => column.name === name),
  };
}

export function conditionMask<S extends Subject>(condition: Condition<S> | undefined, table: Table): RowMask {
  if (condition === undefined) return new Uint8Array(table.rows).fill(1);
  if ('all' in condition) return joined(condition.all, table, 1);
  if ('any' in condition) return joined(condition.any, table, 0);
  if ('not' in condition) return conditionMask(condition.not, table).map((passes) => 1 - passes);
  return testMask(condition, table);
}

/** An activity passes when its type is one of those named and the condition holds. */
export function filterMask(filter: ActivityFilter, table: Table): RowMask {
  if (filter.type === undefined) return conditionMask(filter.if, table);
  const types = filter.type.map(foldText);
  const type = table.column('type');
  const mask = spread(
    type,
    table.rows,
    cellMask(type, (cell) => cell !== null && types.includes(foldText(cell))),
  );
  return filter.if === undefined ? mask : keepBoth(mask, conditionMask(filter.if, table));
}

/** Changes `mask` to the rows that pass both. */
export function keepBoth(mask: RowMask, other: RowMask): RowMask {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
  return mask;
}

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

function joined<S extends Subject>(conditions: readonly Condition<S>[], table: Table, start: 0 | 1): RowMask {
  const mask = new Uint8Array(table.rows).fill(start);
  for (const condition of conditions) {
    const next = conditionMask(condition, table);
    if (start === 1) keepBoth(mask, next);
    else for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) | (next[row] ?? 0);
  }
  return mask;
}

function testMask<S extends Subject>(test: Test<S>, table: Table): RowMask {
  const column = table.column(subjectName(test as Test<'attribute'> | Test<'property'>));
  const passes = cellMask(column, cellTest(test.op, test.value, column?.kind ?? 'text', table.timeZone));
  return spread(column, table.rows, passes);
}

function subjectName(test: Test<'attribute'> | Test<'property'>): string {
  return 'attribute' in test ? test.attribute : test.property;
}

/** Entry 0 is the missing cell, entry c + 1 the cell with code c. */
function cellMask(column: Column | undefined, test: (cell: string | null) => boolean): Uint8Array {
  const cells = column?.cells ?? [];
  const passes = new Uint8Array(cells.length + 1);
  passes[0] = test(null) ? 1 : 0;
  cells.forEach((cell, code) => {
    passes[code + 1] = test(cell) ? 1 : 0;
  });
  return passes;
}

function spread(column: Column | undefined, rows: number, passes: Uint8Array): RowMask {
  const mask = new Uint8Array(rows);
  if (column === undefined) return mask.fill(passes[0] ?? 0);
  const { codes } = column;
  for (let row = 0; row < rows; row += 1) mask[row] = passes[(codes[row] ?? MISSING) + 1] ?? 0;
  return mask;
}
