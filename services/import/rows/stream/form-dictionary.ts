/** A dictionary over another: cells are read in their form first, each distinct one once. */
import type { FormReader } from '../../mapping/column-forms.ts';
import { createByteTable, NOT_THERE } from './byte-table.ts';
import { decodeText, encodeText } from './byte-text.ts';
import type { CellDictionary } from './cell-dictionary.ts';

/** Codes are those of `cells`, which holds the cells as they were read; one that does not read is kept as written, and noted for each row. */
export function createFormDictionary(
  cells: CellDictionary,
  { read, readsEmpty }: Pick<FormReader, 'read' | 'readsEmpty'>,
  isMissing: ((cell: string) => boolean) | undefined,
  note: (cell: string, reason: string) => void,
): CellDictionary {
  /** Entry by what is written: two spellings of a number are two entries of one code. */
  const entries = createByteTable();
  const codes: number[] = [];
  const unread = new Map<number, { readonly cell: string; readonly reason: string }>();
  const codeOfText = (text: string): number => {
    const encoded = encodeText(text);
    return cells.codeOf(encoded, 0, encoded.bytes.length);
  };
  const admit = (written: string, entry: number): number => {
    const cell = isMissing?.(written) === true ? '' : written.trim();
    if (cell === '' && !readsEmpty) return codeOfText('');
    const value = read(cell);
    if (!value.ok) unread.set(entry, { cell, reason: value.error });
    return codeOfText(value.ok ? value.value : cell);
  };
  return {
    ...cells,
    see: (text, start, end) => {
      const cell = decodeText(text, start, end);
      if (isMissing?.(cell) !== true) cells.see(text, start, end);
    },
    codeOf: (text, start, end) => {
      let entry = entries.find(text, start, end);
      if (entry === NOT_THERE) {
        entry = codes.length;
        entries.add(text, start, end, entry);
        codes.push(admit(decodeText(text, start, end), entry));
      }
      const fault = unread.size === 0 ? undefined : unread.get(entry);
      if (fault !== undefined) note(fault.cell, fault.reason);
      return codes[entry] ?? 0;
    },
  };
}
