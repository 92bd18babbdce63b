import { serialDate } from './serial-date.ts';
import { unescapeText } from './shared-strings.ts';

/** A cell as the sheet writes it. `value` is the text of `v`, `inline` that of `is`. */
export interface SheetCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
}

export interface CellReading {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

/** The text of a cell; null where it refers to a text that the workbook lacks. */
export function cellText({ type, style, value, inline }: SheetCell, reading: CellReading): string | null {
  switch (type) {
    case 's':
      return value === '' ? '' : (reading.sharedStrings[Number(value)] ?? null);
    case 'inlineStr':
      return unescapeText(inline);
    case 'b':
      return value === '' ? '' : value === '1' ? 'true' : 'false';
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      const date = reading.dateStyles.has(style) ? serialDate(number, reading.isFrom1904) : null;
      // The shortest text of the same number: Excel writes 0.1 as 0.10000000000000001.
      return date ?? String(number);
    }
    default:
      return unescapeText(value);
  }
}

/** "BC12" is column 54, counted from 0; null where no letters begin it. */
export function columnOf(reference: string | undefined): number | null {
  const letters = reference?.match(/^[A-Z]{1,4}/)?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
