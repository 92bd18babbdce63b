/** The local variables of the packed kernel, by name. */
import * as w from './wasm-code.ts';

export const PARAMETERS = ['pair', 'endPair', 'evenRecord', 'oddRecord'] as const;
export const I32_LOCALS = [
  'words',
  'cells',
  'factors',
  'entry',
  'endEntry',
  'evenWord',
  'oddWord',
  'evenRow',
  'oddRow',
] as const;
type I32Name = (typeof PARAMETERS)[number] | (typeof I32_LOCALS)[number];

/** Locals by name: vectors are added as they are named. */
export function localNames() {
  const i32 = new Map<string, number>([...PARAMETERS, ...I32_LOCALS].map((name, index) => [name, index]));
  const vectors = new Map<string, number>();
  const vector = (name: string): number => {
    const known = vectors.get(name);
    if (known !== undefined) return known;
    vectors.set(name, i32.size + vectors.size);
    return i32.size + vectors.size - 1;
  };
  return {
    vectors: () => vectors.size,
    get: (name: I32Name): w.Code => w.localGet(i32.get(name) ?? 0),
    set: (name: I32Name, value: w.Code): w.Code => w.localSet(i32.get(name) ?? 0, value),
    v: (name: string): w.Code => w.localGet(vector(name)),
    setV: (name: string, value: w.Code): w.Code => w.localSet(vector(name), value),
  };
}
export type Locals = ReturnType<typeof localNames>;

export const ZERO = w.i32x4Const(0, 0, 0, 0);
