/** The columns of a history as templates are mapped onto them. */
import type { Columns } from '../../core/templates/columns.ts';
import type { HistoryProfile } from '../history/history-profile.ts';

/** Attributes that are kept out of rules are not there for a template either. */
export const templateColumns = ({ summary, values }: HistoryProfile, keptOut: readonly string[]): Columns => ({
  attributes: summary.attributes.filter(({ name }) => !keptOut.includes(name)),
  properties: summary.properties,
  types: summary.activityTypes,
  values: (table, column) => values(table, column, Number.MAX_SAFE_INTEGER) ?? [],
});
