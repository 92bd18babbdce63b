/** How a text is delimited, from its first records: the delimiter that cuts the most of them to the same width. */
import type { Dialect } from './cut-record.ts';
import { type HeadRecord, headRecords, usualWidth } from './head-records.ts';

/** Of equals the first: commas stand in numbers and sentences as well, so the comma is the last to be believed. */
const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Below this share a delimiter is a character like others, and the file has one column. */
const LEAST_SHARE = 0.5;

/** `stated`: the delimiter that the user or a first line `sep=;` has said. `isWhole`: the text is all there is. */
export function guessDialect(text: string, isWhole: boolean, stated: string | null): Dialect {
  const candidates = stated === null ? DELIMITERS : [stated];
  let best: { readonly dialect: Dialect; readonly score: number } = {
    dialect: { delimiter: stated ?? ',', quote: '"' },
    score: 0,
  };
  for (const quote of ['"', "'"] as const) {
    for (const delimiter of candidates) {
      const dialect = { delimiter, quote };
      const score = scoreOf(text, isWhole, dialect);
      if (score > best.score) best = { dialect, score };
    }
  }
  return best.dialect;
}

function scoreOf(text: string, isWhole: boolean, dialect: Dialect): number {
  const records = headRecords(text, isWhole, dialect);
  const { width, count } = usualWidth(records);
  const filled = records.filter(({ isBlank }) => !isBlank).length;
  const share = filled === 0 ? 0 : count / filled;
  const scored = width < 2 || share < LEAST_SHARE ? 0 : share;
  return dialect.quote === '"' || scored === 0 ? scored : scored * trustInApostrophes(records);
}

/**
 * An apostrophe is a quotation mark only where it leaves nothing damaged and stands around cells again and again; where
 * it stands around all of them it is believed though quotation marks would cut to the same widths.
 */
function trustInApostrophes(records: readonly HeadRecord[]): number {
  const filled = records.filter(({ isBlank }) => !isBlank);
  if (filled.some(({ isDamaged }) => isDamaged)) return 0;
  if (filled.every(({ cells, quotedCells }) => quotedCells === cells.length)) return 1.01;
  const quoted = filled.filter(({ quotedCells }) => quotedCells > 0).length;
  return quoted >= 2 || (quoted === 1 && filled.length <= 2) ? 1 : 0;
}
