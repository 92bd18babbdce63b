/** Conditions on one column: each test is evaluated once for each distinct cell. */
import type { Column } from '../history/history.ts';
import type { Condition, Subject, Test } from '../rule-set/rule-set.ts';
import { foldText } from '../text.ts';
import { cellTest } from './cell-test.ts';
import type { CellMask, Table } from './table.ts';

/** All tests of a condition, in the order of the document. */
export function testsOf<S extends Subject>(condition: Condition<S>): readonly Test<S>[] {
  if ('all' in condition) return condition.all.flatMap(testsOf);
  if ('any' in condition) return condition.any.flatMap(testsOf);
  if ('not' in condition) return testsOf(condition.not);
  return [condition];
}

/** The column that a test reads. */
function subjectName<S extends Subject>(test: Test<S>): string {
  const named = test as Test<'attribute'> | Test<'property'>;
  return 'attribute' in named ? named.attribute : named.property;
}

/** The columns that a condition reads. */
export const columnsOf = <S extends Subject>(condition: Condition<S>): readonly string[] => [
  ...new Set(testsOf(condition).map((test) => subjectName(test))),
];

/** Which cells of its one column pass a condition; `column` is undefined where the data lacks it, or none is read. */
export function cellMask<S extends Subject>(
  condition: Condition<S>,
  column: Column | undefined,
  table: Table,
): CellMask {
  const size = (column?.cells.length ?? 0) + 1;
  if ('all' in condition) {
    const mask = new Uint8Array(size).fill(1);
    for (const one of condition.all) keepBoth(mask, cellMask(one, column, table));
    return mask;
  }
  if ('any' in condition) {
    const mask = new Uint8Array(size);
    for (const one of condition.any) keepEither(mask, cellMask(one, column, table));
    return mask;
  }
  if ('not' in condition) return cellMask(condition.not, column, table).map((passes) => 1 - passes);
  return table.cellMasks.of(JSON.stringify([subjectName(condition), condition.op, condition.value]), () =>
    evaluated(column, cellTest(condition.op, condition.value, column?.kind ?? 'text', table.timeZone)),
  );
}

/** Which cells of the column `type` are one of `types`. */
export function typeMask(types: readonly string[], table: Table): CellMask {
  return table.cellMasks.of(JSON.stringify(types), () => {
    const folded = types.map(foldText);
    return evaluated(table.column('type'), (cell) => cell !== null && folded.includes(foldText(cell)));
  });
}

/** Changes `mask` to what passes both. */
export function keepBoth(mask: Uint8Array, other: Uint8Array): void {
  for (let index = 0; index < mask.length; index += 1) mask[index] = (mask[index] ?? 0) & (other[index] ?? 0);
}

/** Changes `mask` to what passes one or both. */
export function keepEither(mask: Uint8Array, other: Uint8Array): void {
  for (let index = 0; index < mask.length; index += 1) mask[index] = (mask[index] ?? 0) | (other[index] ?? 0);
}

function evaluated(column: Column | undefined, test: (cell: string | null) => boolean): CellMask {
  const cells = column?.cells ?? [];
  const passes = new Uint8Array(cells.length + 1);
  passes[0] = test(null) ? 1 : 0;
  for (let code = 0; code < cells.length; code += 1) passes[code + 1] = test(cells[code] ?? null) ? 1 : 0;
  return passes;
}
