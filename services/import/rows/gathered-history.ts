/** What an import has read, before it is stored or held in memory: leads and stages whole, the activities on their way. */

import { itemAt } from '../../../core/at.ts';
import { type Column, type History, MISSING } from '../../../core/history/history.ts';
import type {
  ActivityFacts,
  ActivityRows,
  ColumnFacts,
  RestOfHistory,
  StreamedLeads,
} from '../../../db/history/write-history.ts';
import type { ActivityStore } from './stream/activity-store.ts';

export interface GatheredHistory {
  readonly timeZone: string;
  readonly activities: ReturnType<ActivityStore['inOrder']>;
  /** Once the activities have been given: a lead without `created` may take its date from them. */
  readonly restOf: (activities: ActivityFacts) => RestOfHistory;
}

export interface GatheredRest extends RestOfHistory {
  readonly timeZone: string;
  readonly referenceDateMs: number;
}

/** A lead without `created` has none yet here. */
export function gatheredHistory(
  { timeZone, leads, stages, referenceDateMs }: GatheredRest,
  activities: GatheredHistory['activities'],
): GatheredHistory {
  const created = leads.attributes.find(({ name }) => name === 'created');
  const firstStageMs = (lead: number): number => {
    const first = stages.offsets[lead] ?? 0;
    return first === stages.offsets[lead + 1] ? Number.POSITIVE_INFINITY : (stages.atMs[first] ?? 0);
  };
  return {
    timeZone,
    activities,
    restOf: ({ firstAtMs }) => {
      const createdAtMs = leads.createdAtMs.map((atMs, lead) => {
        if ((created?.codes[lead] ?? MISSING) !== MISSING) return atMs;
        const earliestMs = Math.min(firstStageMs(lead), firstAtMs[lead] ?? Number.POSITIVE_INFINITY);
        return earliestMs === Number.POSITIVE_INFINITY ? referenceDateMs : earliestMs;
      });
      return { leads: { ...leads, createdAtMs }, stages };
    },
  };
}

/** The whole history in memory. */
export function heldInMemory({ timeZone, activities, restOf }: GatheredHistory): History {
  const chunks: ActivityRows[] = [];
  const facts = activities.each(({ rows, atMs, type, properties }) => {
    chunks.push({
      rows,
      atMs: atMs.slice(0, rows),
      type: type.slice(0, rows),
      properties: properties.map((column) => column.slice(0, rows)),
    });
  });
  const atMs = new Float64Array(facts.count);
  const codes = [facts.type, ...facts.properties].map(() => new Int32Array(facts.count));
  let row = 0;
  for (const chunk of chunks) {
    atMs.set(chunk.atMs, row);
    for (const [index, column] of [chunk.type, ...chunk.properties].entries()) codes[index]?.set(column, row);
    row += chunk.rows;
  }
  const { leads, stages } = restOf(facts);
  return {
    timeZone,
    leads: heldLeads(leads),
    activities: {
      count: facts.count,
      offsets: facts.offsets,
      atMs,
      type: heldColumn(facts.type, itemAt(codes, 0)),
      properties: facts.properties.map((column, index) => heldColumn(column, itemAt(codes, index + 1))),
    },
    stages,
  };
}

const heldLeads = ({ count, idOf, createdAtMs, attributes }: StreamedLeads): History['leads'] => ({
  count,
  ids: Array.from({ length: count }, (_, lead) => idOf(lead)),
  createdAtMs,
  attributes: attributes.map((column) => heldColumn(column, column.codes)),
});

const heldColumn = ({ name, kind, count, cellOf }: ColumnFacts, codes: Int32Array): Column => ({
  name,
  kind,
  cells: Array.from({ length: count }, (_, code) => cellOf(code)),
  codes,
});

/** The seed of a builder that is to know leads and stages only. */
export function withoutActivities(history: History): History {
  const none: Column = { name: 'type', kind: 'text', cells: [], codes: new Int32Array(0) };
  return {
    ...history,
    activities: {
      count: 0,
      offsets: new Int32Array(history.leads.count + 1),
      atMs: new Float64Array(0),
      type: none,
      properties: [],
    },
  };
}
