/** The columns of a history as templates are mapped onto them. */
import type { Columns, CountedValue } from '../../core/templates/columns.ts';
import type { HistoryProfile } from '../history/history-profile.ts';

/** Attributes that are kept out of rules are not there for a template either. */
export function templateColumns({ summary, values }: HistoryProfile, keptOut: readonly string[]): Columns {
  const held = new Map<string, readonly CountedValue[]>();
  return {
    attributes: summary.attributes.filter(({ name }) => !keptOut.includes(name)),
    properties: summary.properties,
    types: summary.activityTypes,
    values: (table, column) => {
      const key = JSON.stringify([table, column]);
      const known = held.get(key) ?? values(table, column, Number.POSITIVE_INFINITY) ?? [];
      held.set(key, known);
      return known;
    },
  };
}
