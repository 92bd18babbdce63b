import { readNumber } from '../history/cell.ts';
import { type Column, MISSING } from '../history/history.ts';
import type { LeakSign } from './finding.ts';
import { headingWords } from './leak-signs.ts';
import type { QualityData } from './quality-data.ts';
import { FEWEST_LEADS } from './weight.ts';

/** From this share of exceeding leads on a counter is no count of the time before the outcome. */
const NOTABLE_SHARE = 0.2;

/**
 * A number that counts activities (its heading has the words of a type: "total_page_views" and `page_view`) and is, for a
 * fifth of the leads with a known outcome or more, above what the lead's activities of these types before its horizon
 * amount to: then it was counted up to the day of the export. Null where no type has the words, or it is not so.
 */
export function todaysTotal(column: Column, data: QualityData): LeakSign | null {
  const { cells, codes, kind, name } = column;
  const { activities } = data.history;
  if (kind !== 'number') return null;
  const isCounted = typesNamedBy(name, activities.type.cells);
  const types = activities.type.cells.filter((_, code) => isCounted[code] === 1);
  if (types.length === 0) return null;
  const values = cells.map(readNumber);
  let compared = 0;
  let exceeding = 0;
  for (let lead = 0; lead < data.outcome.length; lead += 1) {
    const value = values[codes[lead] ?? MISSING];
    if (data.outcome[lead] === -1 || value === undefined || value === null) continue;
    const horizonMs = data.facts.horizonMs[lead] ?? Number.NaN;
    let before = 0;
    const end = activities.offsets[lead + 1] ?? 0;
    for (let row = activities.offsets[lead] ?? 0; row < end; row += 1) {
      if ((activities.atMs[row] ?? 0) >= horizonMs) break;
      before += isCounted[activities.type.codes[row] ?? MISSING] ?? 0;
    }
    compared += 1;
    if (value > before) exceeding += 1;
  }
  if (compared < FEWEST_LEADS || exceeding < NOTABLE_SHARE * compared) return null;
  return { kind: 'todaysTotal', types, compared, exceeding };
}

/** By type, 1: all words of the heading but those for counting are among its words, in the singular. */
function typesNamedBy(heading: string, types: readonly string[]): Uint8Array {
  const wanted = headingWords(heading)
    .filter((word) => !COUNTING.has(word))
    .map(singular);
  return Uint8Array.from(types, (type) => {
    const words = headingWords(type).map(singular);
    return wanted.length > 0 && wanted.every((word) => words.includes(word)) ? 1 : 0;
  });
}

const COUNTING: ReadonlySet<string> = new Set('total number of count counts nr num no lifetime all the'.split(' '));

const singular = (word: string): string => word.replace(/s$/u, '');
