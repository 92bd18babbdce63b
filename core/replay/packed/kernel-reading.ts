/** The part of the packed kernel that reads an entry: the hours that passed, and what its cell gives. */

import { type Locals, ZERO } from './kernel-locals.ts';
import {
  CELL_MASK,
  type CellColumn,
  cellColumns,
  cellRowBytes,
  columnTarget,
  factorRowBytes,
  HOURS_BITS,
  isSloped,
  MOST_HOURS,
} from './kernel-memory.ts';
import type { KernelShape } from './kernel-shape.ts';
import * as w from './wasm-code.ts';

export function readWords(shape: KernelShape, { get, set, v, setV }: Locals): w.Code {
  const spread = w.shuffle32(v('pairWords'), ZERO, 0, 0, 1, 1);
  return [
    ...set('evenWord', w.i32Load(get('entry'))),
    ...set('oddWord', w.i32Load(get('entry'), 4)),
    ...setV('pairWords', w.v128Load64(get('entry'))),
    ...setV('spread', spread),
    ...setV('hours', w.v128And(v('spread'), v('hoursMask'))),
    ...setV('place', w.i32x4Add(v('place'), w.i32x4Add(v('hours'), v('oneEntry')))),
    ...(isSloped(shape) ? setV('hoursPassed', w.f64x2FromLow32(w.shuffle32(v('hours'), ZERO, 0, 2, 4, 4))) : []),
  ];
}

export function letTimePass(shape: KernelShape, locals: Locals): w.Code {
  const { get, set, v, setV } = locals;
  const count = shape.halfLivesHours.length;
  const row = (word: w.Code): w.Code =>
    w.i32Add(get('factors'), w.i32ShiftLeft(w.i32And(word, w.i32Const(MOST_HOURS)), Math.log2(factorRowBytes(count))));
  const factors = Array.from({ length: count }, (_, factor) =>
    factor % 2 === 0
      ? readColumns(locals, 8 * factor, `factor ${factor}`, `factor ${factor + 1}`, factor + 1 < count)
      : [],
  ).flat();
  return [
    ...(count > 0 ? [...set('evenRow', row(get('evenWord'))), ...set('oddRow', row(get('oddWord'))), ...factors] : []),
    ...shape.accumulators.flatMap(({ halfLife, isSloped: sloped }, index) => {
      if (halfLife !== null) return setV(`sum ${index}`, w.f64x2Multiply(v(`sum ${index}`), v(`factor ${halfLife}`)));
      if (!sloped) return [];
      const lost = w.f64x2Multiply(v(`slope ${index}`), v('hoursPassed'));
      return setV(`sum ${index}`, w.f64x2Subtract(v(`sum ${index}`), lost));
    }),
  ];
}

/** Two columns of the rows that `evenRow` and `oddRow` point to. */
function readColumns(
  { get, v, setV }: Locals,
  offset: number,
  first: string,
  second: string,
  hasSecond: boolean,
): w.Code {
  if (!hasSecond) return setV(first, w.v128LoadHigh64(get('oddRow'), w.v128Load64(get('evenRow'), offset), offset));
  return [
    ...setV('evenColumns', w.v128Load(get('evenRow'), offset)),
    ...setV('oddColumns', w.v128Load(get('oddRow'), offset)),
    ...setV(first, w.shuffle64(v('evenColumns'), v('oddColumns'), 0, 2)),
    ...setV(second, w.shuffle64(v('evenColumns'), v('oddColumns'), 1, 3)),
  ];
}

/** Adds what the two cells give to every sum and counter. */
export function addCells(shape: KernelShape, locals: Locals): w.Code {
  const { v, setV } = locals;
  const columns = cellColumns(shape);
  return columns.flatMap((column, index) => {
    const add = (name: string, which: CellColumn): w.Code =>
      setV(columnTarget(which), w.f64x2Add(v(columnTarget(which)), v(name)));
    const next = columns[index + 1];
    if (index % 2 === 1) return [];
    return [
      ...readColumns(locals, 8 * index, 'first', 'second', next !== undefined),
      ...add('first', column),
      ...(next === undefined ? [] : add('second', next)),
    ];
  });
}

/** Points the rows at those of the two cells. */
export function findCells(shape: KernelShape, { get, set }: Locals): w.Code {
  const row = (word: w.Code): w.Code =>
    w.i32Add(
      get('cells'),
      w.i32Multiply(
        w.i32And(w.i32ShiftRight(word, HOURS_BITS), w.i32Const(CELL_MASK)),
        w.i32Const(cellRowBytes(shape)),
      ),
    );
  return [...set('evenRow', row(get('evenWord'))), ...set('oddRow', row(get('oddWord')))];
}
