/** The part of the packed kernel that looks at two leads, and notes each new highest moving part. */
import { type Locals, ZERO } from './kernel-locals.ts';
import { type Counter, RECORD_BYTES } from './kernel-memory.ts';
import type { KernelShape } from './kernel-shape.ts';
import * as w from './wasm-code.ts';

export function look(shape: KernelShape, locals: Locals): w.Code {
  const { v, setV } = locals;
  const none = (name: Counter): w.Code => w.f64x2Equal(v(name), ZERO);
  const conditions = [
    ...(shape.tracksGiven ? [w.f64x2Greater(v('given'), ZERO)] : []),
    ...(shape.disqualifies.cleared ? [none('clearedDisqualifying')] : []),
    ...(shape.disqualifies.kept ? [none('keptDisqualifying')] : []),
    ...(shape.hasLeasts ? shape.dimensions.map((_, d) => w.f64x2AtLeast(v(`dimension ${d}`), v(`least ${d}`))) : []),
    w.f64x2Greater(v('score'), v('peak')),
  ];
  return [
    ...setV('looked', w.i32x4SignMask(v('spread'))),
    ...setV(
      'better',
      conditions.reduce((all, condition) => w.v128And(all, condition), v('looked')),
    ),
    ...(shape.tracksGiven ? setV('given', w.v128AndNot(v('given'), v('looked'))) : []),
    ...record(locals, 'evenRecord', 0),
    ...record(locals, 'oddRecord', 1),
  ];
}

/** Always written, kept only where the look was better: no branch to guess wrong. */
const record = ({ get, set, v }: Locals, pointer: 'evenRecord' | 'oddRecord', half: 0 | 1): w.Code => [
  ...w.v128Store(get(pointer), w.shuffle64(v('score'), v('place'), half, 2 + half)),
  ...set(pointer, w.i32Add(get(pointer), w.i32And(w.i32x4Lane(v('better'), 2 * half), w.i32Const(RECORD_BYTES)))),
];
