/**
 * Leads told apart by what the attribute, bands and counter rules find in them, and by nothing else. First by the cells
 * of the columns that these rules read, as far as the rules tell cells apart; then what is alike for every rule is one.
 */
import { cellMask, columnsOf, testsOf } from '../conditions/cell-mask.ts';
import { rowsOfTable, type Table } from '../conditions/table.ts';
import type { Column } from '../history/history.ts';
import type { LeadSignatures } from './award-source.ts';
import { type Classes, numbersOfFirst, oneClass, splitByCode, splitByNumber } from './classes.ts';
import { cellValues, leadValues, type StaticRule } from './lead-values.ts';
import { sharedInt32 } from './shared-columns.ts';

export function leadSignatures(rules: readonly StaticRule[], table: Table): LeadSignatures {
  const names = new Set(
    rules.flatMap((rule) => [
      ...(rule.if === undefined ? [] : columnsOf(rule.if)),
      ...(rule.kind === 'attribute' ? [] : [rule.attribute]),
    ]),
  );
  const columns = [...names]
    .flatMap((name) => table.column(name) ?? [])
    .map((column) => ({ column, cells: cellClasses(column, rules, table) }))
    .sort((left, right) => left.cells.count - right.cells.count);
  let kinds: Classes = oneClass(sharedInt32(table.rows));
  for (const { column, cells } of columns) kinds = splitByCode(kinds, column.codes, cells.of, cells.count);
  const examples = rowsOfTable(table, kinds.first);
  const values = rules.map((rule) => ({ rule: rule.id, values: leadValues(rule, examples) }));
  let signatures = oneClass(new Int32Array(kinds.count));
  for (const one of values) signatures = splitByNumber(signatures, one.values);
  if (signatures.count < kinds.count) {
    for (let lead = 0; lead < table.rows; lead += 1) kinds.of[lead] = signatures.of[kinds.of[lead] ?? 0] ?? 0;
  }
  return {
    count: signatures.count,
    ofLead: kinds.of,
    valuesByRule: new Map(values.map((one) => [one.rule, numbersOfFirst(signatures, one.values)])),
  };
}

/** Cells of a column by what the rules find in them: entry 0 is the missing cell, entry c + 1 the cell with code c. */
function cellClasses(column: Column, rules: readonly StaticRule[], table: Table): Classes {
  let classes = oneClass(new Int32Array(column.cells.length + 1));
  for (const rule of rules) {
    for (const test of rule.if === undefined ? [] : testsOf(rule.if)) {
      if (test.attribute === column.name) classes = splitByNumber(classes, cellMask(test, column, table));
    }
    if (rule.kind !== 'attribute' && rule.attribute === column.name)
      classes = splitByNumber(classes, cellValues(rule, column));
  }
  return classes;
}
