import { MISSING } from './history.ts';

/** The cells of a column that some row holds, in their order; `codes` are changed in place to speak of them. */
export function keepHeldCells(cells: readonly string[], codes: Int32Array): readonly string[] {
  const isHeld = new Uint8Array(cells.length);
  for (const code of codes) if (code !== MISSING) isHeld[code] = 1;
  const held = cells.filter((_, code) => isHeld[code] === 1);
  if (held.length === cells.length) return cells;
  const codeOf = new Int32Array(cells.length);
  let next = 0;
  for (let code = 0; code < cells.length; code += 1) {
    codeOf[code] = next;
    next += isHeld[code] ?? 0;
  }
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? MISSING;
    if (code !== MISSING) codes[row] = codeOf[code] ?? MISSING;
  }
  return held;
}
