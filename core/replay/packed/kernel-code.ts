/**
 * The packed kernel, made to measure for the shape of a rule set: two leads in lock step, one in each half of a vector.
 * It lets time pass, adds what a cell gives, holds the sums within their limits, and notes each new highest moving part of
 * a lead as a record.
 *
 * Half-lives multiply, expiries and steps subtract by entries of their own, a linear decay loses its slope by the hour.
 */
import { I32_LOCALS, type Locals, localNames, PARAMETERS, ZERO } from './kernel-locals.ts';
import { look } from './kernel-look.ts';
import {
  ADDRESS,
  CONSTANTS_OFFSET,
  countersOf,
  LIMITS_OFFSET,
  limitPlaces,
  RECYCLE_CONSTANTS_OFFSET,
  SIGNATURE_MASK,
} from './kernel-memory.ts';
import { addCells, findCells, letTimePass, readWords } from './kernel-reading.ts';
import { clearAccumulator, evaluate, recycle } from './kernel-scoring.ts';
import type { KernelShape } from './kernel-shape.ts';
import * as w from './wasm-code.ts';
import { wasmModule } from './wasm-module.ts';

/** Exported as `run(firstPair, endPair, firstRecordOfEven, firstRecordOfOdd)`: pairs of leads, byte addresses. */
export function kernelModule(shape: KernelShape): Uint8Array {
  const locals = localNames();
  const body = kernelBody(shape, locals);
  return wasmModule({
    name: 'run',
    parameters: PARAMETERS.length,
    i32Locals: I32_LOCALS.length,
    f64Locals: 0,
    v128Locals: locals.vectors(),
    body,
  });
}

function kernelBody(shape: KernelShape, locals: Locals): w.Code {
  const { get, set } = locals;
  const address = (offset: number): w.Code => w.i32Load(w.i32Const(offset));
  const pairEntry = (next: number): w.Code =>
    w.i32Add(
      get('words'),
      w.i32ShiftLeft(w.i32Load(w.i32Add(address(ADDRESS.pairStarts), w.i32ShiftLeft(get('pair'), 2)), 4 * next), 2),
    );
  const onePair = [
    ...beginPair(shape, locals, address),
    ...set('entry', pairEntry(0)),
    ...set('endEntry', pairEntry(1)),
    ...w.repeatWhile(
      [...oneEntry(shape, locals), ...set('entry', w.i32Add(get('entry'), w.i32Const(8)))],
      w.i32LessThan(get('entry'), get('endEntry')),
    ),
    ...w.i32Store(pairAddress(locals, address(ADDRESS.recordEnds)), get('evenRecord')),
    ...w.i32Store(pairAddress(locals, address(ADDRESS.recordEnds)), get('oddRecord'), 4),
    ...w.v128Store(w.i32Add(address(ADDRESS.peaks), w.i32ShiftLeft(get('pair'), 4)), locals.v('peak')),
    ...set('pair', w.i32Add(get('pair'), w.i32Const(1))),
  ];
  return [
    ...set('words', address(ADDRESS.words)),
    ...set('cells', address(ADDRESS.cells)),
    ...set('factors', address(ADDRESS.factors)),
    ...locals.setV('hoursMask', w.v128LoadSplat64(w.i32Const(CONSTANTS_OFFSET))),
    ...locals.setV('oneEntry', w.v128LoadSplat64(w.i32Const(CONSTANTS_OFFSET), 8)),
    ...(shape.recycles
      ? [
          ...locals.setV('cellMask', w.v128LoadSplat32(w.i32Const(RECYCLE_CONSTANTS_OFFSET))),
          ...locals.setV('recycleCell', w.v128LoadSplat32(w.i32Const(RECYCLE_CONSTANTS_OFFSET), 4)),
        ]
      : []),
    ...loadLimits(shape, locals),
    ...w.when(
      w.i32LessThan(get('pair'), get('endPair')),
      w.repeatWhile(onePair, w.i32LessThan(get('pair'), get('endPair'))),
    ),
  ];
}

/** Address of the pair's two numbers in a column of 32 bits a lead. */
const pairAddress = ({ get }: Locals, column: w.Code): w.Code => w.i32Add(column, w.i32ShiftLeft(get('pair'), 3));

function loadLimits(shape: KernelShape, { setV }: Locals): w.Code {
  const load = (name: string, place: number): w.Code =>
    setV(name, w.v128LoadSplat64(w.i32Const(0), LIMITS_OFFSET + 8 * place));
  let place = 0;
  const ends = (part: { readonly hasMin: boolean; readonly hasMax: boolean }, name: string): w.Code => {
    place += 2;
    return [
      ...(part.hasMin ? load(`min ${name}`, place - 2) : []),
      ...(part.hasMax ? load(`max ${name}`, place - 1) : []),
    ];
  };
  const limits = shape.dimensions.flatMap((dimension, d) => [
    ...ends(dimension, `${d}`),
    ...dimension.nodes.flatMap((node, n) => ends(node, `${d}.${n}`)),
  ]);
  const leasts = shape.dimensions.flatMap((_, d) => load(`least ${d}`, 2 * limitPlaces(shape) + d));
  return [...limits, ...(shape.hasLeasts ? leasts : [])];
}

function beginPair(shape: KernelShape, locals: Locals, address: (offset: number) => w.Code): w.Code {
  const { get, set, setV } = locals;
  const baseRow = (odd: number): w.Code => {
    const signature = w.i32And(
      w.i32Load(pairAddress(locals, address(ADDRESS.leadInfo)), 4 * odd),
      w.i32Const(SIGNATURE_MASK),
    );
    return w.i32Add(address(ADDRESS.bases), w.i32Multiply(signature, w.i32Const(8 * shape.bases)));
  };
  const bases = Array.from({ length: shape.bases }, (_, base) =>
    setV(`base ${base}`, w.v128LoadHigh64(get('oddRow'), w.v128Load64(get('evenRow'), 8 * base), 8 * base)),
  ).flat();
  return [
    ...(shape.bases > 0 ? [...set('evenRow', baseRow(0)), ...set('oddRow', baseRow(1)), ...bases] : []),
    ...shape.accumulators.flatMap((accumulator, index) => clearAccumulator(accumulator, index, locals, null)),
    ...countersOf(shape).flatMap((name) => setV(name, ZERO)),
    ...setV('peak', w.f64x2Const(Number.NEGATIVE_INFINITY)),
    // Hour and number of the entry, for both leads; the first entry makes the number 0.
    ...setV(
      'place',
      w.shuffle32(
        w.v128Load64(pairAddress(locals, address(ADDRESS.baseHours))),
        w.i32x4Const(-1, -1, -1, -1),
        0,
        4,
        1,
        4,
      ),
    ),
  ];
}

function oneEntry(shape: KernelShape, locals: Locals): w.Code {
  return [
    ...readWords(shape, locals),
    ...letTimePass(shape, locals),
    ...(shape.recycles ? recycle(shape, locals) : []),
    ...findCells(shape, locals),
    ...addCells(shape, locals),
    ...evaluate(shape, locals),
    ...look(shape, locals),
  ];
}
