/** Conditions as SQL that is true or false, never null. */
import { readNumber, readYesNo } from '../history/cell.ts';
import type { ColumnKind } from '../history/history.ts';
import type { ActivityFilter, Condition, Operator, Scalar, Subject } from '../rule-set/rule-set.ts';
import { foldText, wordsOf } from '../text.ts';
import { readInstant } from '../time/instant.ts';
import type { DataColumn, InputColumn, Reading } from './sql-inputs.ts';
import { allOf, anyOf, numberLiteral, type SqlDialect, textLiteral } from './sql-text.ts';

/** Where the cells of a condition are found. */
export interface CellsSql {
  readonly dialect: SqlDialect;
  readonly timeZone: string;
  readonly kindOf: (name: string) => ColumnKind;
  /** The column that holds a reading; null when the data lacks it. */
  readonly columnOf: (name: string, reading: Reading) => string | null;
}

export function cellsSql(
  inputs: readonly InputColumn[],
  data: readonly DataColumn[],
  timeZone: string,
  dialect: SqlDialect,
): CellsSql {
  return {
    dialect,
    timeZone,
    kindOf: (name) => (name === 'created' ? 'date' : (data.find((column) => column.name === name)?.kind ?? 'text')),
    columnOf: (name, reading) =>
      inputs.find((column) => column.of === name && column.reading === reading)?.sqlName ?? null,
  };
}

export function conditionSql<S extends Subject>(condition: Condition<S> | undefined, cells: CellsSql): string {
  if (condition === undefined) return 'TRUE';
  if ('all' in condition) return allOf(condition.all.map((part) => conditionSql(part, cells)));
  if ('any' in condition) return anyOf(condition.any.map((part) => conditionSql(part, cells)));
  if ('not' in condition) return `NOT (${conditionSql(condition.not, cells)})`;
  const name =
    'attribute' in condition ? String(condition.attribute) : 'property' in condition ? String(condition.property) : '';
  const value: Scalar | readonly Scalar[] | undefined = condition.value;
  const values = value === undefined ? [] : typeof value === 'object' ? value : [value];
  return testSql(condition.op, values, name, cells);
}

/** `on` and the entries of `ignore`: its type and its condition. */
export function filterSql(filter: ActivityFilter, cells: CellsSql): string {
  const type = cells.columnOf('type', 'text');
  const types = (filter.type ?? []).map((name) => textLiteral(foldText(name)));
  const ofType = filter.type === undefined ? [] : [whereGiven(type, (column) => `${column} IN (${types.join(', ')})`)];
  return allOf([...ofType, ...(filter.if === undefined ? [] : [conditionSql(filter.if, cells)])]);
}

function testSql(op: Operator, values: readonly Scalar[], name: string, cells: CellsSql): string {
  const text = cells.columnOf(name, 'text');
  const anyText = (holds: (column: string, value: string) => string): string =>
    whereGiven(text, (column) => anyOf(values.map((value) => holds(column, foldText(scalarText(value))))));
  const number = (relation: string): string =>
    whereGiven(
      cells.columnOf(name, 'number'),
      (column) => `${column} ${relation} ${values.map((value) => numberLiteral(Number(value))).join(' AND ')}`,
    );
  switch (op) {
    case 'exists':
      return text === null ? 'FALSE' : `${text} IS NOT NULL`;
    case 'missing':
      return text === null ? 'TRUE' : `${text} IS NULL`;
    case 'is':
      return whereGiven(text, () => anyOf(values.map((value) => isSql(value, name, cells))));
    case 'isNot':
      return `NOT (${testSql('is', values, name, cells)})`;
    case 'contains':
      return anyText((column, part) => `instr(${column}, ${textLiteral(part)}) > 0`);
    case 'notContains':
      return `NOT (${testSql('contains', values, name, cells)})`;
    case 'startsWith':
      return anyText((column, part) =>
        cells.dialect === 'duckdb'
          ? `starts_with(${column}, ${textLiteral(part)})`
          : `substr(${column}, 1, ${lengthOf(part)}) = ${textLiteral(part)}`,
      );
    case 'endsWith':
      return anyText((column, part) =>
        cells.dialect === 'duckdb'
          ? `ends_with(${column}, ${textLiteral(part)})`
          : `substr(${column}, -${lengthOf(part)}) = ${textLiteral(part)}`,
      );
    case 'hasWord':
      return whereGiven(cells.columnOf(name, 'words'), (column) =>
        anyOf(
          values
            .map((value) => wordsOf(foldText(scalarText(value))))
            .filter((words) => words.length > 0)
            .map((words) => `instr(${column}, ${textLiteral(` ${words.join(' ')} `)}) > 0`),
        ),
      );
    case 'lt':
      return number('<');
    case 'lte':
      return number('<=');
    case 'gt':
      return number('>');
    case 'gte':
      return number('>=');
    case 'between':
      return number('BETWEEN');
    case 'before':
      return instantSql('<', values, name, cells);
    case 'onOrAfter':
      return instantSql('>=', values, name, cells);
  }
}

/** Compared in the column's kind where both sides can be read in it, as text otherwise. */
function isSql(value: Scalar, name: string, cells: CellsSql): string {
  const trimmed = scalarText(value).trim();
  const text = cells.columnOf(name, 'text') ?? 'NULL';
  const asText = `${text} = ${textLiteral(foldText(scalarText(value)))}`;
  const inKind = (reading: Reading, wanted: string | null): string => {
    const column = cells.columnOf(name, reading);
    if (wanted === null || column === null) return asText;
    return `CASE WHEN ${column} IS NULL THEN ${asText} ELSE ${column} = ${wanted} END`;
  };
  switch (cells.kindOf(name)) {
    case 'number': {
      const number = readNumber(trimmed);
      return inKind('number', number === null ? null : numberLiteral(number));
    }
    case 'date': {
      const atMs = readInstant(trimmed, cells.timeZone);
      return inKind('instant', atMs === null ? null : String(atMs));
    }
    // A cell that reads as yes or no has that as its text, and none that does not can be folded to `true` or `false`.
    case 'yes/no':
      return `${text} = ${textLiteral(readYesNo(trimmed) ?? foldText(scalarText(value)))}`;
    case 'text':
      return asText;
  }
}

function instantSql(relation: string, values: readonly Scalar[], name: string, cells: CellsSql): string {
  const atMs = readInstant(String(values[0]).trim(), cells.timeZone);
  if (atMs === null) return 'FALSE';
  return whereGiven(cells.columnOf(name, 'instant'), (column) => `${column} ${relation} ${atMs}`);
}

/** False, not null, where the cell is missing. */
const whereGiven = (column: string | null, holds: (column: string) => string): string =>
  column === null ? 'FALSE' : `(${column} IS NOT NULL AND ${holds(column)})`;

/** In code points, as `substr` counts. */
const lengthOf = (text: string): number => Array.from(text).length;

function scalarText(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value === 0 ? 0 : value);
}
