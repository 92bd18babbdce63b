/** The part of the packed kernel that looks at two leads, and notes each new highest moving part. */
import { type Locals, ZERO } from './kernel-locals.ts';
import { type Counter, RECORD_BYTES } from './kernel-memory.ts';
import type { KernelShape } from './kernel-shape.ts';
import * as w from './wasm-code.ts';

/**
 * What does not count is made a number that is none, by setting all its bits: it is greater than nothing, and loses to
 * every peak.
 */
export function look(shape: KernelShape, locals: Locals): w.Code {
  const { v, setV } = locals;
  const some = (name: Counter): w.Code => w.f64x2NotEqual(v(name), ZERO);
  const refusals = [
    ...(shape.tracksGiven ? [w.f64x2AtMost(v('given'), ZERO)] : []),
    ...(shape.disqualifies.cleared ? [some('clearedDisqualifying')] : []),
    ...(shape.disqualifies.kept ? [some('keptDisqualifying')] : []),
    ...(shape.hasLeasts ? shape.dimensions.map((_, d) => w.f64x2LessThan(v(`dimension ${d}`), v(`least ${d}`))) : []),
  ];
  return [
    ...setV('unlooked', w.i32x4SignMask(v('spread'))),
    ...setV(
      'score',
      refusals.reduce((all, refusal) => w.v128Or(all, refusal), w.v128Or(v('score'), v('unlooked'))),
    ),
    ...(shape.tracksGiven ? setV('given', w.v128And(v('given'), v('unlooked'))) : []),
    ...setV('better', w.f64x2Greater(v('score'), v('peak'))),
    ...record(locals, 'evenRecord', 0),
    ...record(locals, 'oddRecord', 1),
    ...setV('peak', w.f64x2Most(v('peak'), v('score'))),
  ];
}

/** Always written, kept only where the look was better: no branch to guess wrong. */
const record = ({ get, set, v }: Locals, pointer: 'evenRecord' | 'oddRecord', half: 0 | 1): w.Code => [
  ...w.v128Store(get(pointer), w.shuffle64(v('score'), v('place'), half, 2 + half)),
  ...set(pointer, w.i32Add(get(pointer), w.i32And(w.i32x4Lane(v('better'), 2 * half), w.i32Const(RECORD_BYTES)))),
];
