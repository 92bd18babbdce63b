/** The columns of a history as templates are mapped onto them. */
import type { Columns, CountedValue } from '../../core/templates/columns.ts';
import type { HistoryProfile } from '../history/history-profile.ts';

/** Rarer values of a column with more of them decide nothing, and reading them all would keep the screen waiting. */
const MOST_VALUES = 50_000;

/** Attributes that are kept out of rules are not there for a template either. */
export function templateColumns({ summary, values }: HistoryProfile, keptOut: readonly string[]): Columns {
  const held = new Map<string, readonly CountedValue[]>();
  return {
    attributes: summary.attributes.filter(({ name }) => !keptOut.includes(name)),
    properties: summary.properties,
    types: summary.activityTypes,
    values: (table, column) => {
      const key = JSON.stringify([table, column]);
      const known = held.get(key) ?? values(table, column, MOST_VALUES) ?? [];
      held.set(key, known);
      return known;
    },
  };
}
