/** Which record is the heading: the first, but for titles and comments above it, unless it is clearly data. */

import { readNumber, readYesNo } from '../../core/history/cell.ts';
import { readInstant } from '../../core/time/instant.ts';
import { type HeadRecord, usualWidth } from './head-records.ts';

export interface FoundHeading {
  /** Lines of the records above the table, which hold titles or comments. */
  readonly titleLines: ReadonlySet<number>;
  /** Null: the table has none. */
  readonly line: number | null;
  /** Cells of the first row where there is no heading, else of the heading. */
  readonly cells: readonly string[];
}

const MOST_TITLES = 20;

/** What the user has said of it; null: nothing. */
export type StatedHeading = 'first' | 'none' | null;

/** Null where the file has no record that is not blank. */
export function findHeading(head: readonly HeadRecord[], stated: StatedHeading): FoundHeading | null {
  const filled = head.filter(({ isBlank }) => !isBlank);
  if (stated !== null) {
    const [top] = filled;
    if (top === undefined) return null;
    return { titleLines: new Set(), line: stated === 'first' ? top.line : null, cells: top.cells };
  }
  const { width } = usualWidth(filled);
  let titles = 0;
  while (titles < Math.min(MOST_TITLES, filled.length - 1) && isTitle(filled[titles], width)) titles += 1;
  const first = filled[titles];
  if (first === undefined) return null;
  const titleLines = new Set(filled.slice(0, titles).map(({ line }) => line));
  const rows = filled
    .slice(titles + 1)
    .filter(({ cells, isDamaged }) => !isDamaged && cells.length === first.cells.length);
  return { titleLines, line: isClearlyData(first.cells, rows) ? null : first.line, cells: first.cells };
}

/** One cell where the table has several, or a comment that does not have its width. */
function isTitle(record: HeadRecord | undefined, width: number): boolean {
  if (record === undefined || width < 2) return false;
  const given = record.cells.filter((cell) => cell.trim() !== '').length;
  return given <= 1 || (record.cells[0]?.startsWith('#') === true && record.cells.length !== width);
}

/** Something in it is a number or date, and each of its cells is of the kind that the rest of its column is. */
function isClearlyData(cells: readonly string[], rows: readonly HeadRecord[]): boolean {
  const kinds = cells.map(kindOf);
  if (!kinds.some((kind) => kind === 'number' || kind === 'date')) return false;
  if (areSteps(cells)) return false;
  return kinds.every((kind, index) =>
    rows.every(({ cells: row }) => {
      const below = kindOf(row[index] ?? '');
      return below === kind || below === 'none' || kind === 'none' || kind === 'text';
    }),
  );
}

type Kind = 'none' | 'number' | 'date' | 'yes/no' | 'text';

function kindOf(cell: string): Kind {
  const text = cell.trim();
  if (text === '') return 'none';
  if (readNumber(text) !== null || /^-?[\d.,]*\d[.,]\d+$/.test(text)) return 'number';
  if (readInstant(text, 'UTC') !== null || /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(text)) return 'date';
  return readYesNo(text) === null ? 'text' : 'yes/no';
}

/** Years and the like over their columns: 2023, 2024, 2025. */
function areSteps(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => readNumber(cell.trim())).filter((value) => value !== null);
  return numbers.length >= 3 && numbers.every((value, index) => index === 0 || value - (numbers[index - 1] ?? 0) === 1);
}
