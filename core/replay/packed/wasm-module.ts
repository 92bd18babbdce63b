/** A module of one function over a shared memory, as WebAssembly bytes. */
import { type Code, unsigned } from './wasm-code.ts';

export interface ModuleFunction {
  /** The function is exported under this name; all parameters are i32, and it returns nothing. */
  readonly name: string;
  readonly parameters: number;
  /** Local variables after the parameters: first the i32 ones, then the doubles, then the vectors. */
  readonly i32Locals: number;
  readonly f64Locals: number;
  readonly v128Locals: number;
  readonly body: Code;
}

/** Imports its memory as `accord.memory`: shared, of at most 65,536 pages. */
export function wasmModule({ name, parameters, i32Locals, f64Locals, v128Locals, body }: ModuleFunction): Uint8Array {
  const locals = [
    [...unsigned(i32Locals), I32],
    [...unsigned(f64Locals), F64],
    [...unsigned(v128Locals), V128],
  ];
  const code = [...list(locals), ...body, 0x0b];
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section(1, list([[0x60, ...list(Array.from({ length: parameters }, () => [I32])), 0]])),
    ...section(2, list([[...text('accord'), ...text('memory'), 0x02, 0x03, ...unsigned(0), ...unsigned(65_536)]])),
    ...section(3, list([[0]])),
    ...section(7, list([[...text(name), 0x00, 0]])),
    ...section(10, list([[...unsigned(code.length), ...code]])),
  ]);
}

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const I32 = 0x7f;
const F64 = 0x7c;
const V128 = 0x7b;

const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
/** Names here are plain ASCII. */
const text = (name: string): Code => [
  ...unsigned(name.length),
  ...Array.from({ length: name.length }, (_, index) => name.charCodeAt(index)),
];
