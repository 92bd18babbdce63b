import { countAtMost } from '../count-at-most.ts';
import { type Column, type History, MISSING } from '../history/history.ts';
import { type NamingColumns, namingColumns } from '../history/naming.ts';
import { deriveFacts } from '../replay/facts.ts';
import { type LeadFacts, OUTCOMES, type ReplayOptions } from '../replay/replay-result.ts';
import { monthStarts } from '../time/month-starts.ts';

/** What every finding reads, worked out once. */
export interface QualityData {
  readonly history: History;
  readonly facts: LeadFacts;
  readonly naming: NamingColumns;
  /** Attributes but for `created`. */
  readonly attributes: readonly Column[];
  /** By lead: 0 not converted, 1 converted, −1 the outcome is not known. */
  readonly outcome: Int8Array;
  readonly known: number;
  readonly converted: number;
  readonly monthStartsMs: Float64Array;
  /** By lead: the month of creation, −1 before the first month. */
  readonly month: Int32Array;
}

/** One wrong date decades back must not fill the tables with empty months. */
const MOST_MONTHS = 120;

export function qualityData(history: History, options: ReplayOptions): QualityData {
  const facts = deriveFacts(history, options);
  const { count, createdAtMs, attributes } = history.leads;
  const outcome = new Int8Array(count).fill(-1);
  let known = 0;
  let converted = 0;
  let earliestMs = facts.asOfMs;
  for (let lead = 0; lead < count; lead += 1) {
    const atMs = createdAtMs[lead] ?? 0;
    if (atMs < earliestMs) earliestMs = atMs;
    const found = facts.outcome[lead];
    if (found !== CONVERTED && found !== NOT_CONVERTED) continue;
    outcome[lead] = found === CONVERTED ? 1 : 0;
    known += 1;
    if (found === CONVERTED) converted += 1;
  }
  const monthStartsMs = monthStarts(earliestMs, facts.asOfMs, history.timeZone, MOST_MONTHS);
  const month = new Int32Array(count);
  for (let lead = 0; lead < count; lead += 1) month[lead] = countAtMost(monthStartsMs, createdAtMs[lead] ?? 0) - 1;
  return {
    history,
    facts,
    naming: namingColumns(history),
    attributes: attributes.filter(({ name }) => name !== 'created'),
    outcome,
    known,
    converted,
    monthStartsMs,
    month,
  };
}

/** Leads by cell of a column: all, those with a known outcome, those that converted. Entry 0: missing; c + 1: the cell c. */
export interface CellCounts {
  readonly leads: Int32Array;
  readonly known: Int32Array;
  readonly converted: Int32Array;
}

export function countCells({ cells, codes }: Column, outcome: Int8Array): CellCounts {
  const leads = new Int32Array(cells.length + 1);
  const known = new Int32Array(cells.length + 1);
  const converted = new Int32Array(cells.length + 1);
  for (let lead = 0; lead < outcome.length; lead += 1) {
    const entry = (codes[lead] ?? MISSING) + 1;
    const found = outcome[lead] ?? -1;
    leads[entry] = (leads[entry] ?? 0) + 1;
    if (found < 0) continue;
    known[entry] = (known[entry] ?? 0) + 1;
    converted[entry] = (converted[entry] ?? 0) + found;
  }
  return { leads, known, converted };
}

const CONVERTED = OUTCOMES.indexOf('converted');
const NOT_CONVERTED = OUTCOMES.indexOf('not converted');
