/** Tells rows that the workshop holds already, so that importing a longer export again adds only what is new. */
import { CODES, LEAD, leadOf, type Records } from './record-buckets.ts';

/**
 * Given rows in the order of History, those of the workshop before the new ones of the same lead and instant: true for a
 * new row that an equal one of the workshop stands for. Of three equal rows, two known, the third is new.
 * `foldedTypes`: type code → the same number for types that are equal as text is compared; the others count as they are.
 */
export function createKnownFilter(codes: number, foldedTypes: Int32Array): (records: Records, row: number) => boolean {
  let [lead, atMs] = [-1, Number.NaN];
  /** The workshop's rows of that lead and instant, by their codes, and how many of each are left. */
  const left = new Map<string, number>();
  let known = 0;
  const keyOf = (ints: Int32Array, base: number): string => {
    let key = String(foldedTypes[ints[base + CODES] ?? -1] ?? -1);
    for (let code = 1; code < codes; code += 1) key += `,${ints[base + CODES + code]}`;
    return key;
  };
  return ({ ints, floats, width }, row) => {
    const base = row * width;
    const isKnown = (ints[base + LEAD] ?? 0) < 0;
    const [rowLead, rowAtMs] = [leadOf(ints[base + LEAD] ?? 0), floats[base / 2] ?? 0];
    if (rowLead !== lead || rowAtMs !== atMs) {
      [lead, atMs, known] = [rowLead, rowAtMs, 0];
      left.clear();
    }
    if (isKnown) {
      const key = keyOf(ints, base);
      left.set(key, (left.get(key) ?? 0) + 1);
      known += 1;
      return false;
    }
    if (known === 0) return false;
    const key = keyOf(ints, base);
    const count = left.get(key) ?? 0;
    if (count === 0) return false;
    left.set(key, count - 1);
    return true;
  };
}
