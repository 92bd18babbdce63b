/** What the history holds, counted once for each version of it: columns with their distinct cells, and counts by outcome and stage. */
import type { HistorySummary, ValueCount } from '../../api/contract.ts';
import { numberAt } from '../../core/at.ts';
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { deriveFacts, instantColumns } from '../../core/replay/facts.ts';
import { DEFAULT_OPTIONS, OUTCOMES, withMaturity } from '../../core/replay/replay-result.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { type HistoryNames, historyNames } from '../../core/rule-set/rule-set-warnings.ts';

export interface HistoryProfile {
  readonly summary: Omit<HistorySummary, 'imports'>;
  /** Most frequent first, ties by the cell, `MOST_VALUES` at most; null when the table has no such column. */
  readonly values: (table: 'leads' | 'activities', column: string, limit: number) => readonly ValueCount[] | null;
  /** Enough for checks of a rule set. */
  readonly names: HistoryNames;
}

/** Plain data, so that another thread can count. */
export interface HistoryCounts extends Pick<HistoryProfile, 'summary' | 'names'> {
  readonly columns: Readonly<Record<'leads' | 'activities', readonly ColumnCounts[]>>;
}

/** Rarer values of a column with more of them decide nothing, and keeping them all would take as much as the history. */
const MOST_VALUES = 50_000;

/** The values of a column, most frequent first. */
interface ColumnCounts {
  readonly name: string;
  readonly values: readonly string[];
  /** By value. */
  readonly rows: Int32Array;
}

/** `maturityDays`: the workshop's own, null: it says none. */
export function countHistory(history: History, maturityDays: number | null): HistoryCounts {
  const { leads, activities, stages } = history;
  const attributes = leads.attributes.map(countCells);
  const properties = activities.properties.map(countCells);
  const type = mostFrequent({ ...countCells(activities.type), name: 'type' });
  return {
    summary: {
      leads: leads.count,
      activities: activities.count,
      stages: stages.count,
      ...span(history),
      attributes: attributes.map(summarise),
      properties: properties.map(summarise),
      activityTypes: valuesOf(type, MOST_VALUES),
      stageCounts: countStages(history),
      outcomes: countOutcomes(history, maturityDays),
    },
    names: historyNames(history),
    columns: { leads: attributes.map(mostFrequent), activities: [type, ...properties.map(mostFrequent)] },
  };
}

export const profileOfCounts = ({ summary, names, columns }: HistoryCounts): HistoryProfile => ({
  summary,
  names,
  values: (table, name, limit) => {
    const column = columns[table].find((candidate) => candidate.name === name);
    return column === undefined ? null : valuesOf(column, limit);
  },
});

/** Counted in this thread. */
export const profileHistory = (history: History, maturityDays: number | null): HistoryProfile =>
  profileOfCounts(countHistory(history, maturityDays));

interface CountedColumn extends Pick<Column, 'name' | 'kind' | 'cells'> {
  readonly missing: number;
  readonly rowsByCell: Int32Array;
}

function countCells({ name, kind, cells, codes }: Column): CountedColumn {
  const rowsByCell = new Int32Array(cells.length);
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = numberAt(codes, row);
    if (code === MISSING) missing += 1;
    else rowsByCell[code] = numberAt(rowsByCell, code) + 1;
  }
  return { name, kind, cells, missing, rowsByCell };
}

const summarise = ({ name, kind, missing, rowsByCell }: CountedColumn) => ({
  name,
  kind,
  missing,
  distinct: rowsByCell.reduce((used, rows) => (rows > 0 ? used + 1 : used), 0),
});

/** Only values that a row has; only the ties at the end of the list are put in order beyond it. */
function mostFrequent({ name, cells, rowsByCell }: CountedColumn): ColumnCounts {
  const valuesByRows = new Map<number, string[]>();
  for (const [code, value] of cells.entries()) {
    const rows = numberAt(rowsByCell, code);
    if (rows === 0) continue;
    const tied = valuesByRows.get(rows) ?? [];
    tied.push(value);
    valuesByRows.set(rows, tied);
  }
  const values: string[] = [];
  const rows: number[] = [];
  for (const often of [...valuesByRows.keys()].sort((left, right) => right - left)) {
    const tied = valuesByRows.get(often)?.sort() ?? [];
    for (const value of tied.slice(0, MOST_VALUES - values.length)) {
      values.push(value);
      rows.push(often);
    }
    if (values.length === MOST_VALUES) break;
  }
  return { name, values, rows: Int32Array.from(rows) };
}

const valuesOf = ({ values, rows }: ColumnCounts, limit: number): readonly ValueCount[] =>
  values.slice(0, limit).map((value, place) => ({ value, rows: numberAt(rows, place) }));

function span(history: History): { readonly earliestMs: number | null; readonly latestMs: number | null } {
  let earliestMs = Number.POSITIVE_INFINITY;
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const instants of instantColumns(history)) {
    for (let row = 0; row < instants.length; row++) {
      const atMs = numberAt(instants, row);
      if (atMs < earliestMs) earliestMs = atMs;
      if (atMs > latestMs) latestMs = atMs;
    }
  }
  return earliestMs > latestMs ? { earliestMs: null, latestMs: null } : { earliestMs, latestMs };
}

function countStages({ leads, stages }: History): HistorySummary['stageCounts'] {
  const rowsByStage = new Int32Array(STAGE_NAMES.length);
  const leadsByStage = new Int32Array(STAGE_NAMES.length);
  for (let lead = 0; lead < leads.count; lead++) {
    let seen = 0;
    for (let row = numberAt(stages.offsets, lead); row < numberAt(stages.offsets, lead + 1); row++) {
      const stage = numberAt(stages.stage, row);
      rowsByStage[stage] = numberAt(rowsByStage, stage) + 1;
      if ((seen & (1 << stage)) === 0) leadsByStage[stage] = numberAt(leadsByStage, stage) + 1;
      seen |= 1 << stage;
    }
  }
  return STAGE_NAMES.map((stage, index) => ({
    stage,
    rows: numberAt(rowsByStage, index),
    leads: numberAt(leadsByStage, index),
  })).filter(({ rows }) => rows > 0);
}

function countOutcomes(history: History, maturityDays: number | null): HistorySummary['outcomes'] {
  if (history.leads.count === 0) return [];
  const { exists, outcome } = deriveFacts(history, withMaturity(DEFAULT_OPTIONS, maturityDays));
  const counts = new Int32Array(OUTCOMES.length);
  for (let lead = 0; lead < history.leads.count; lead++) {
    if (numberAt(exists, lead) === 0) continue;
    const index = numberAt(outcome, lead);
    counts[index] = numberAt(counts, index) + 1;
  }
  return OUTCOMES.map((name, index) => ({ outcome: name, leads: numberAt(counts, index) }));
}
