/** What the history holds, counted once for each version of it: columns with their distinct cells, and counts by outcome and stage. */
import type { HistorySummary, ValueCount } from '../../api/contract.ts';
import { numberAt } from '../../core/at.ts';
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { deriveFacts, instantColumns } from '../../core/replay/facts.ts';
import { DEFAULT_OPTIONS, OUTCOMES, withMaturity } from '../../core/replay/replay-result.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';

export interface HistoryProfile {
  readonly summary: Omit<HistorySummary, 'imports'>;
  /** Most frequent first, ties by the cell; null when the table has no such column. */
  readonly values: (table: 'leads' | 'activities', column: string, limit: number) => readonly ValueCount[] | null;
  /** The history's names and cells without its rows: enough for checks of a rule set. */
  readonly vocabulary: History;
}

/** `maturityDays`: the workshop's own, null: it says none. */
export function profileHistory(history: History, maturityDays: number | null): HistoryProfile {
  const { leads, activities, stages } = history;
  const attributes = leads.attributes.map(countCells);
  const properties = activities.properties.map(countCells);
  const type = countCells(activities.type);
  const columnsOf = { leads: attributes, activities: [{ ...type, name: 'type' }, ...properties] };
  return {
    summary: {
      leads: leads.count,
      activities: activities.count,
      stages: stages.count,
      ...span(history),
      attributes: attributes.map(summarise),
      properties: properties.map(summarise),
      activityTypes: mostFrequent(type, type.cells.length),
      stageCounts: countStages(history),
      outcomes: countOutcomes(history, maturityDays),
    },
    values: (table, name, limit) => {
      const column = columnsOf[table].find((candidate) => candidate.name === name);
      return column === undefined ? null : mostFrequent(column, limit);
    },
    vocabulary: withoutRows(history),
  };
}

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

const mostFrequent = ({ cells, rowsByCell }: CountedColumn, limit: number): readonly ValueCount[] =>
  cells
    .map((value, code) => ({ value, rows: numberAt(rowsByCell, code) }))
    .filter(({ rows }) => rows > 0)
    .sort((left, right) => right.rows - left.rows || (left.value < right.value ? -1 : 1))
    .slice(0, limit);

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

const NO_ROWS = new Int32Array(0);
const NO_INSTANTS = new Float64Array(0);
const namesOnly = (column: Column): Column => ({ ...column, codes: NO_ROWS });

const withoutRows = ({ timeZone, leads, activities, stages }: History): History => ({
  timeZone,
  leads: { count: 0, ids: [], createdAtMs: NO_INSTANTS, attributes: leads.attributes.map(namesOnly) },
  activities: {
    count: 0,
    offsets: new Int32Array(1),
    atMs: NO_INSTANTS,
    type: namesOnly(activities.type),
    properties: activities.properties.map(namesOnly),
  },
  stages: {
    count: 0,
    offsets: new Int32Array(1),
    atMs: NO_INSTANTS,
    stage: new Uint8Array(0),
    amount: NO_INSTANTS,
    reason: namesOnly(stages.reason),
  },
});
