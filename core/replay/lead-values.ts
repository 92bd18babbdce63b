/** What an attribute, bands or counter rule finds in leads, before points and `max`. */
import { conditionMask } from '../conditions/row-mask.ts';
import type { Table } from '../conditions/table.ts';
import { readNumber } from '../history/cell.ts';
import { type Column, MISSING } from '../history/history.ts';
import type { AttributeRule, BandsRule, CounterRule } from '../rule-set/rule-set.ts';

export type StaticRule = AttributeRule | BandsRule | CounterRule;

/**
 * By row of the table, NaN where the rule gives nothing: 1 for an attribute rule that holds, the index of the band, or the
 * counter's number (above 0, not yet held to `max`).
 */
export function leadValues(rule: StaticRule, table: Table): Float64Array {
  const values = new Float64Array(table.rows).fill(Number.NaN);
  const gate = conditionMask(rule.if, table);
  const column = rule.kind === 'attribute' ? undefined : table.column(rule.attribute);
  const ofCell = rule.kind === 'attribute' ? Float64Array.of(1) : cellValues(rule, column);
  for (let row = 0; row < values.length; row += 1) {
    if (gate[row] === 1) values[row] = ofCell[(column?.codes[row] ?? MISSING) + 1] ?? Number.NaN;
  }
  return values;
}

/** What a bands or counter rule finds in each cell: entry 0 is the missing cell, entry c + 1 the cell with code c. */
export function cellValues(rule: BandsRule | CounterRule, column: Column | undefined): Float64Array {
  const values = new Float64Array((column?.cells.length ?? 0) + 1).fill(Number.NaN);
  column?.cells.forEach((cell, code) => {
    const number = readNumber(cell);
    if (number === null) return;
    values[code + 1] = rule.kind === 'bands' ? bandOf(rule, number) : number > 0 ? number : Number.NaN;
  });
  return values;
}

/** Index of the band that holds the number (`from` included, `to` excluded), or NaN. */
function bandOf(rule: BandsRule, number: number): number {
  const index = rule.bands.findIndex(
    (band) => number >= (band.from ?? Number.NEGATIVE_INFINITY) && number < (band.to ?? Number.POSITIVE_INFINITY),
  );
  return index < 0 ? Number.NaN : index;
}
