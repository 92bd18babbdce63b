/**
 * Instructions of WebAssembly (core and SIMD, https://webassembly.github.io/spec/core/binary/) as bytes: an expression is
 * the bytes that leave its value on the stack, so composing instructions is composing functions.
 */
export type Code = readonly number[];

/** Index of a local variable or parameter. */
export type Local = number;

export const localGet = (local: Local): Code => [0x20, ...unsigned(local)];
export const localSet = (local: Local, value: Code): Code => [...value, 0x21, ...unsigned(local)];

export const i32Const = (value: number): Code => [0x41, ...signed(value)];
export const i32Load = (address: Code, offset = 0): Code => [...address, 0x28, ...memory(offset)];
export const i32Store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x36,
  ...memory(offset),
];
export const i32LoadByte = (address: Code, offset = 0): Code => [...address, 0x2d, ...memory(offset)];
export const i32LoadShort = (address: Code, offset = 0): Code => [...address, 0x2f, ...memory(offset)];
export const i32StoreByte = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x3a,
  ...memory(offset),
];
export const i32Equal = binary(0x46);
export const i32NotEqual = binary(0x47);
export const i32LessThanSigned = binary(0x48);
export const i32LessThan = binary(0x49);
export const i32Add = binary(0x6a);
export const i32Subtract = binary(0x6b);
export const i32Multiply = binary(0x6c);
export const i32And = binary(0x71);
export const i32Or = binary(0x72);
export const i32ShiftLeft = (value: Code, bits: number): Code => [...value, ...i32Const(bits), 0x74];
export const i32ShiftRight = (value: Code, bits: number): Code => [...value, ...i32Const(bits), 0x76];

/** Towards 0, and to the nearest end where it does not fit. */
export const i32FromF64 = (value: Code): Code => [...value, 0xfc, ...unsigned(0x02)];

export const f64Const = (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)];
export const f64Load = (address: Code, offset = 0): Code => [...address, 0x2b, ...memory(offset)];
export const f64Store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x39,
  ...memory(offset),
];
export const f64LessThan = binary(0x63);
export const f64Greater = binary(0x64);
export const f64AtMost = binary(0x65);
export const f64AtLeast = binary(0x66);
export const f64Add = binary(0xa0);
export const f64Subtract = binary(0xa1);
export const f64Multiply = binary(0xa2);
export const f64Divide = binary(0xa3);
export const f64Floor = (value: Code): Code => [...value, 0x9c];
export const f64FromI32 = (value: Code): Code => [...value, 0xb7];

/** One or the other, both computed; works on numbers of every kind. */
export const select = (chosen: Code, other: Code, condition: Code): Code => [...chosen, ...other, ...condition, 0x1b];

/** Runs `body` again as long as `condition`, which stands after it, holds. */
export const repeatWhile = (body: Code, condition: Code): Code => [0x03, 0x40, ...body, ...condition, 0x0d, 0x00, 0x0b];
/** Runs `body` as long as `condition`, which stands before it, holds. */
export const loopWhile = (condition: Code, body: Code): Code =>
  // A block to leave, a loop to repeat: out where the condition is 0.
  [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 0x01, ...body, 0x0c, 0x00, 0x0b, 0x0b];
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];

export const v128Load = (address: Code, offset = 0): Code => [...address, ...simd(0x00), ...memory(offset)];
export const v128LoadSplat32 = (address: Code, offset = 0): Code => [...address, ...simd(0x09), ...memory(offset)];
export const v128LoadSplat64 = (address: Code, offset = 0): Code => [...address, ...simd(0x0a), ...memory(offset)];
/** The low half from memory, the high half 0. */
export const v128Load64 = (address: Code, offset = 0): Code => [...address, ...simd(0x5d), ...memory(offset)];
/** `vector` with its high half from memory. */
export const v128LoadHigh64 = (address: Code, vector: Code, offset = 0): Code => [
  ...address,
  ...vector,
  ...simd(0x57),
  ...memory(offset),
  1,
];
export const v128Store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...simd(0x0b),
  ...memory(offset),
];
const v128Const = (bytes: Uint8Array): Code => [...simd(0x0c), ...bytes];
export const f64x2Const = (value: number): Code => v128Const(new Uint8Array(Float64Array.of(value, value).buffer));
export const i32x4Const = (...lanes: readonly [number, number, number, number]): Code =>
  v128Const(new Uint8Array(Int32Array.from(lanes).buffer));

/** Four 32-bit lanes chosen of the eight of both vectors. */
export const shuffle32 = (left: Code, right: Code, ...lanes: readonly [number, number, number, number]): Code => [
  ...left,
  ...right,
  ...simd(0x0d),
  ...lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]),
];
/** Two 64-bit lanes chosen of the four of both vectors. */
export const shuffle64 = (left: Code, right: Code, first: number, second: number): Code =>
  shuffle32(left, right, 2 * first, 2 * first + 1, 2 * second, 2 * second + 1);

export const i32x4Lane = (vector: Code, lane: number): Code => [...vector, ...simd(0x1b), lane];
export const i32x4Add = binarySimd(0xae);
/** Each lane all ones where its highest bit is set. */
export const i32x4SignMask = (vector: Code): Code => [...vector, ...i32Const(31), ...simd(0xac)];
export const i32x4Equal = binarySimd(0x37);
export const f64x2NotEqual = binarySimd(0x48);
export const f64x2LessThan = binarySimd(0x49);
export const f64x2Greater = binarySimd(0x4a);
export const f64x2AtMost = binarySimd(0x4b);
export const f64x2Add = binarySimd(0xf0);
export const f64x2Subtract = binarySimd(0xf1);
export const f64x2Multiply = binarySimd(0xf2);
/** The lesser and the greater of each lane, as one machine instruction; the first where the second is no number. */
export const f64x2Least = binarySimd(0xf6);
export const f64x2Most = binarySimd(0xf7);
/** The two low 32-bit lanes as doubles. */
export const f64x2FromLow32 = (vector: Code): Code => [...vector, ...simd(0xfe)];

/** Whether any bit is set. */
export const v128Any = (vector: Code): Code => [...vector, ...simd(0x53)];

export const v128And = binarySimd(0x4e);
export const v128Or = binarySimd(0x50);
/** `left` where `without` has no bits. */
export const v128AndNot = (left: Code, without: Code): Code => [...left, ...without, ...simd(0x4f)];
/** `chosen` where the mask is set, else `other`. */
export const v128Select = (chosen: Code, other: Code, mask: Code): Code => [
  ...chosen,
  ...other,
  ...mask,
  ...simd(0x52),
];

function binary(opcode: number): (left: Code, right: Code) => Code {
  return (left, right) => [...left, ...right, opcode];
}

function binarySimd(opcode: number): (left: Code, right: Code) => Code {
  return (left, right) => [...left, ...right, ...simd(opcode)];
}

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

/** No alignment is promised: the machine does not mind. */
const memory = (offset: number): Code => [0, ...unsigned(offset)];

/** LEB128. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}
