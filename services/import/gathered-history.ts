/** What an import has read, before it is stored or held in memory: leads and stages whole, the activities on their way. */

import type { HistoryBuilder } from '../../core/history/build-history.ts';
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import type { ActivityFacts, ActivityRows, ColumnFacts } from '../../db/history/write-history.ts';
import type { ActivityStore } from './activities/activity-store.ts';

export interface GatheredHistory {
  readonly timeZone: string;
  readonly activities: ReturnType<ActivityStore['inOrder']>;
  /** Once the activities have been given: a lead without `created` may take its date from them. */
  readonly restOf: (activities: ActivityFacts) => Pick<History, 'leads' | 'stages'>;
}

/** The leads and stages are the builder's, the activities the store's. */
export function gatheredHistory(
  builder: HistoryBuilder,
  store: ActivityStore,
  referenceDateMs: number,
  onRows: (rows: number) => void,
): GatheredHistory {
  const { timeZone, leads, stages } = builder.finish();
  const created = leads.attributes.find(({ name }) => name === 'created');
  return {
    timeZone,
    activities: store.inOrder(onRows),
    restOf: ({ firstAtMs }) => {
      const createdAtMs = leads.createdAtMs.map((atMs, lead) => {
        if ((created?.codes[lead] ?? MISSING) !== MISSING) return atMs;
        const first = stages.offsets[lead] ?? 0;
        const firstStageMs = first === stages.offsets[lead + 1] ? undefined : stages.atMs[first];
        const earliestMs = Math.min(
          firstStageMs ?? Number.POSITIVE_INFINITY,
          firstAtMs[lead] ?? Number.POSITIVE_INFINITY,
        );
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
  const columnOf = ({ name, kind, count, cellOf }: ColumnFacts, index: number): Column => ({
    name,
    kind,
    cells: Array.from({ length: count }, (_, code) => cellOf(code)),
    codes: codes[index] ?? new Int32Array(0),
  });
  return {
    timeZone,
    ...restOf(facts),
    activities: {
      count: facts.count,
      offsets: facts.offsets,
      atMs,
      type: columnOf(facts.type, 0),
      properties: facts.properties.map((column, index) => columnOf(column, index + 1)),
    },
  };
}

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
