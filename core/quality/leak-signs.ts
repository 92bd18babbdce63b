/** Signs that an attribute was filled in after the outcome: each looks at one column and says what it found, or nothing. */

import type { Column } from '../history/history.ts';
import { MISSING } from '../history/history.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import { foldText, wordsOf } from '../text.ts';
import type { LeakSign } from './finding.ts';
import { informationValue } from './information-value.ts';
import { outcomeClasses } from './outcome-classes.ts';
import type { CellCounts, QualityData } from './quality-data.ts';
import { FEWEST_LEADS } from './weight.ts';

/** Above this an attribute tells more than attributes of honest forms do (Siddiqi's bands: suspicious, check for leakage). */
const SUSPICIOUS_VALUE = 0.5;

interface SetCounts {
  readonly filled: number;
  readonly set: number;
  readonly filledOthers: number;
  readonly others: number;
}

/**
 * Filled for more than 95 % of a set and less than half of the others (STATISTICS.md, leak list), or 95 % of the filled
 * ones are of the set though at most 80 % of all leads are. At least 30 leads on either side.
 */
function isFilledWith({ filled, set, filledOthers, others }: SetCounts): boolean {
  if (set < FEWEST_LEADS || others < FEWEST_LEADS) return false;
  if (filled > 0.95 * set && filledOthers < 0.5 * others) return true;
  const all = filled + filledOthers;
  return all >= FEWEST_LEADS && filled >= 0.95 * all && set <= 0.8 * (set + others);
}

export function filledWithOutcome(counts: CellCounts, data: QualityData): LeakSign | null {
  const found = {
    filled: data.converted - (counts.converted[0] ?? 0),
    set: data.converted,
    filledOthers: data.known - data.converted - (counts.known[0] ?? 0) + (counts.converted[0] ?? 0),
    others: data.known - data.converted,
  };
  return isFilledWith(found) ? { kind: 'filledWithOutcome', ...found } : null;
}

/** Handed over: sales recorded a stage of any kind. */
export function filledWithHandover({ codes }: Column, { facts }: QualityData): LeakSign | null {
  const found = { filled: 0, set: 0, filledOthers: 0, others: 0 };
  for (let lead = 0; lead < facts.exists.length; lead += 1) {
    if (facts.exists[lead] !== 1) continue;
    const filled = codes[lead] === MISSING ? 0 : 1;
    if (Number.isNaN(facts.workedAtMs[lead] ?? Number.NaN)) {
      found.others += 1;
      found.filledOthers += filled;
    } else {
      found.set += 1;
      found.filled += filled;
    }
  }
  return isFilledWith(found) ? { kind: 'filledWithHandover', ...found } : null;
}

/**
 * Values that almost only converted leads have: at least 30 leads with a known outcome, the lower end of the conversion's
 * interval at 90 % or above, though at most 60 % of all leads convert. Most leads first, at most 3.
 */
export function valuesOfConverted({ cells }: Column, counts: CellCounts, data: QualityData): readonly LeakSign[] {
  if (data.converted > 0.6 * data.known) return [];
  return cells
    .map((value, code) => ({
      value,
      known: counts.known[code + 1] ?? 0,
      converted: counts.converted[code + 1] ?? 0,
    }))
    .filter(({ known, converted }) => known >= FEWEST_LEADS && (wilsonInterval(converted, known)?.[0] ?? 0) >= 0.9)
    .sort((left, right) => right.known - left.known)
    .slice(0, 3)
    .map((found) => ({ kind: 'valueOfConverted', ...found }));
}

/** Above 0.5 after what chance alone would give; needs 30 leads of either outcome. */
export function suspiciousValue(column: Column, counts: CellCounts, data: QualityData): LeakSign | null {
  if (data.converted < FEWEST_LEADS || data.known - data.converted < FEWEST_LEADS) return null;
  const { value, byChance } = informationValue(outcomeClasses(column, counts, data.known));
  return value - byChance > SUSPICIOUS_VALUE ? { kind: 'informationValue', value, byChance } : null;
}

/** Words in a heading that mostly name what somebody judged later, or what is counted up to today. No names of people. */
export function telltaleHeading({ name }: Column): LeakSign | null {
  const words = headingWords(name);
  if (words.includes('name')) return null;
  const judgement = words.find((word) => JUDGEMENTS.has(word));
  if (judgement !== undefined) return { kind: 'heading', word: judgement, suggests: 'judgement' };
  const total = words.find((word) => TOTALS.has(word));
  return total === undefined ? null : { kind: 'heading', word: total, suggests: 'total' };
}

/** Words of a heading, folded: "TotalVisits" → total, visits. */
export const headingWords = (heading: string): readonly string[] =>
  wordsOf(foldText(heading.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))).map(foldText);

/** STATISTICS.md's leak list (stage, owner, opportunity, amount), and what CRMs call a judgement that they keep up to date. */
const JUDGEMENTS: ReadonlySet<string> = new Set(
  'stage status owner opportunity amount deal deals closed converted score index grade rating quality tag tags'.split(
    ' ',
  ),
);
const TOTALS: ReadonlySet<string> = new Set(
  'total totals visits views clicks opens sessions downloads last latest'.split(' '),
);
