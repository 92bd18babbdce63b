/** The part of the packed kernel that keeps the score: recycles, awards, and the sums within their limits. */
import { type Locals, ZERO } from './kernel-locals.ts';
import type { DimensionShape, KernelShape, NodeShape } from './kernel-shape.ts';
import * as w from './wasm-code.ts';

/** Seldom: the branch is foreseen nearly always. */
export function recycle(shape: KernelShape, locals: Locals): w.Code {
  const { v, setV } = locals;
  const mask = v('recycled');
  const ended = w.v128And(mask, w.f64x2Greater(v('clearedStanding'), ZERO));
  // In each half its word stands twice, so that both parts of the half are all ones.
  const cells = w.v128And(v('spread'), v('cellMask'));
  return [
    ...setV('recycled', w.i32x4Equal(cells, v('recycleCell'))),
    ...w.when(w.v128Any(v('recycled')), [
      ...(shape.tracksGiven
        ? [
            ...setV('given', w.f64x2Add(v('given'), w.v128And(ended, w.f64x2Const(1)))),
            ...setV('clearedStanding', w.v128AndNot(v('clearedStanding'), mask)),
          ]
        : []),
      ...(shape.disqualifies.cleared
        ? setV('clearedDisqualifying', w.v128AndNot(v('clearedDisqualifying'), mask))
        : []),
      ...shape.accumulators.flatMap((accumulator, index) =>
        accumulator.isCleared ? clearAccumulator(accumulator, index, locals, mask) : [],
      ),
    ]),
  ];
}

export function evaluate(shape: KernelShape, locals: Locals): w.Code {
  const { v, setV } = locals;
  return [
    ...shape.dimensions.flatMap((dimension, d) => [
      ...dimension.nodes.flatMap((node, n) =>
        setV('node', held(node, `${d}.${n}`, nodeValue(shape, node, locals), locals)).concat(
          setV(
            `dimension ${d}`,
            n === 0
              ? dimension.base === null
                ? v('node')
                : w.f64x2Add(v(`base ${dimension.base}`), v('node'))
              : w.f64x2Add(v(`dimension ${d}`), v('node')),
          ),
        ),
      ),
      ...setV(`dimension ${d}`, held(dimension, `${d}`, v(`dimension ${d}`), locals)),
    ]),
    ...setV(
      'score',
      shape.dimensions.length === 0
        ? ZERO
        : shape.dimensions.map((_, d) => v(`dimension ${d}`)).reduce((sum, value) => w.f64x2Add(sum, value)),
    ),
  ];
}

function nodeValue(shape: KernelShape, node: NodeShape, { v }: Locals): w.Code {
  const base = node.base === null ? [] : [v(`base ${node.base}`)];
  const sums = node.accumulators.map((index) => v(`sum ${index}`));
  if (!node.isBest) return [...base, ...sums].reduce((sum, value) => w.f64x2Add(sum, value));
  const least = w.f64x2Const(Number.NEGATIVE_INFINITY);
  const isCounted = node.accumulators.some((index) => shape.accumulators[index]?.isCounted);
  if (!isCounted) return [...base, ...sums, ZERO].reduce((best, value) => w.f64x2Most(best, value));
  const standing = node.accumulators.map((index) =>
    w.v128Select(v(`sum ${index}`), least, w.f64x2Greater(v(`standing ${index}`), ZERO)),
  );
  const best = [...base, ...standing].reduce((most, value) => w.f64x2Most(most, value));
  // Nothing stands: 0. Computed twice rather than kept, since it is rare.
  return w.v128Select(best, ZERO, w.f64x2Greater(best, least));
}

function held(limited: Pick<DimensionShape, 'hasMin' | 'hasMax'>, name: string, value: w.Code, { v }: Locals): w.Code {
  const below = limited.hasMax ? w.f64x2Least(value, v(`max ${name}`)) : value;
  return limited.hasMin ? w.f64x2Most(below, v(`min ${name}`)) : below;
}

/** Empties an accumulator: where the mask is set, or (null) in both leads. */
export function clearAccumulator(
  { isSloped: sloped, isCounted }: KernelShape['accumulators'][number],
  index: number,
  { v, setV }: Locals,
  mask: w.Code | null,
): w.Code {
  const cleared = (name: string): w.Code => setV(name, mask === null ? ZERO : w.v128AndNot(v(name), mask));
  return [
    ...cleared(`sum ${index}`),
    ...(sloped ? cleared(`slope ${index}`) : []),
    ...(isCounted ? cleared(`standing ${index}`) : []),
  ];
}
