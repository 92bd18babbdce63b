/** Words that exports write where nobody answered. "unknown" and "-" may mean something too: they are proposed, never assumed. */
import { foldText } from '../text.ts';

/** A token as it stands in the column, and in how many rows. */
export interface MissingToken {
  readonly token: string;
  readonly rows: number;
}

/** Whether the cell may mean "not answered"; compared as text is (folded). */
export const mayMeanMissing = (cell: string): boolean => TOKENS.has(foldText(cell));

/** Most frequent first; spellings that are folded alike count as one, under the first of them. */
export function countMissingTokens(
  rowsByCell: Iterable<readonly [cell: string, rows: number]>,
): readonly MissingToken[] {
  const met = new Map<string, { readonly token: string; rows: number }>();
  for (const [cell, rows] of rowsByCell) {
    if (!mayMeanMissing(cell)) continue;
    const folded = foldText(cell);
    const known = met.get(folded);
    if (known === undefined) met.set(folded, { token: cell, rows });
    else known.rows += rows;
  }
  return [...met.values()].sort((left, right) => right.rows - left.rows);
}

const TOKENS: ReadonlySet<string> = new Set(
  [
    'select|-select-|- select -|--select--|please select|choose|none|-none-|--none--|(none)|[none]',
    'n/a|n.a.|na|#n/a|#na|nan|null|nil|\\n|(null)|<null>|[null]|undefined|nothing',
    '(blank)|blank|(empty)|empty|-|--|---|–|—|?|??|.|..',
    'unknown|(unknown)|not set|(not set)|not provided|(not provided)|not specified|not available|not answered|no data|no value|missing',
    'necunoscut|nespecificat|fără răspuns|sconosciuto|non specificato|n.d.|nessuno|brak|brak danych|nieznany|nieznane|b.d.|не указано|неизвестно|нет данных',
    '#ref!|#value!|#div/0!|#name?|#null!|#num!|0000-00-00|0000-00-00 00:00:00',
  ].flatMap((line) => line.split('|').map(foldText)),
);
