/** Tells rows that the workshop holds already, so that importing a longer export again adds only what is new. */
import { CODES, LEAD, leadOf, type Records } from './record-buckets.ts';

/**
 * Given rows in the order of History, those of the workshop before the new ones of the same lead and instant, and those file by
 * file: true for a row that an equal one stands for, of the workshop or of an earlier file. Of three equal rows of a file, two
 * known, the third is new. `foldedTypes`: type code → the same number for types that are equal as text is compared; the
 * others count as they are. `fileAt`: where a record has the number of its file.
 */
export function createKnownFilter(
  codes: number,
  foldedTypes: Int32Array,
  { fileAt, files }: { readonly fileAt: number; readonly files: number },
): (records: Records, row: number) => boolean {
  let [lead, atMs] = [-1, Number.NaN];
  /** What is there of that lead and instant, by the codes. */
  const there = new Map<string, { rows: number; file: number; ofFile: number }>();
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
      there.clear();
    }
    if (isKnown) known += 1;
    // A single file repeats nothing but what the workshop holds.
    else if (known === 0 && files < 2) return false;
    const key = keyOf(ints, base);
    const file = isKnown ? OF_WORKSHOP : (ints[base + fileAt] ?? 0);
    const equal = there.get(key);
    if (equal === undefined) {
      there.set(key, { rows: 1, file, ofFile: 1 });
      return false;
    }
    equal.ofFile = equal.file === file ? equal.ofFile + 1 : 1;
    equal.file = file;
    if (equal.ofFile <= equal.rows) return true;
    equal.rows += 1;
    return false;
  };
}

const OF_WORKSHOP = -1;
