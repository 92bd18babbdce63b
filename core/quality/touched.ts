import { MISSING } from '../history/history.ts';
import type { Touched } from './finding.ts';
import type { QualityData } from './quality-data.ts';

const MOST_EXAMPLES = 5;

/** The leads that a mask (1: touched) holds, counted by outcome, month of creation and source. */
export function touchedBy(data: QualityData, mask: Uint8Array): Touched {
  const { outcome, month, naming, monthStartsMs } = data;
  const { source } = naming;
  const examples: number[] = [];
  const inMonth = new Int32Array(monthStartsMs.length);
  const ofMonth = new Int32Array(monthStartsMs.length);
  const inSource = new Int32Array((source?.cells.length ?? 0) + 1);
  const ofSource = new Int32Array(inSource.length);
  let leads = 0;
  let known = 0;
  let converted = 0;
  for (let lead = 0; lead < mask.length; lead += 1) {
    const at = month[lead] ?? -1;
    const from = (source?.codes[lead] ?? MISSING) + 1;
    if (at >= 0) ofMonth[at] = (ofMonth[at] ?? 0) + 1;
    ofSource[from] = (ofSource[from] ?? 0) + 1;
    if (mask[lead] !== 1) continue;
    leads += 1;
    if (at >= 0) inMonth[at] = (inMonth[at] ?? 0) + 1;
    inSource[from] = (inSource[from] ?? 0) + 1;
    if (examples.length < MOST_EXAMPLES) examples.push(lead);
    const found = outcome[lead] ?? -1;
    if (found < 0) continue;
    known += 1;
    converted += found;
  }
  return {
    leads,
    known,
    converted,
    examples,
    byMonth: Array.from(ofMonth, (of, index) => ({
      startMs: monthStartsMs[index] ?? 0,
      leads: inMonth[index] ?? 0,
      of,
    })).filter(({ of }) => of > 0),
    bySource:
      source === undefined
        ? []
        : Array.from(inSource, (count, entry) => ({
            source: entry === 0 ? null : (source.cells[entry - 1] ?? null),
            leads: count,
            of: ofSource[entry] ?? 0,
          }))
            .filter((row) => row.leads > 0)
            .sort((left, right) => right.leads - left.leads || compareTexts(left.source, right.source))
            .slice(0, MOST_SOURCES),
  };
}

const MOST_SOURCES = 20;

const compareTexts = (left: string | null, right: string | null): number =>
  (left ?? '') < (right ?? '') ? -1 : Number((left ?? '') > (right ?? ''));
