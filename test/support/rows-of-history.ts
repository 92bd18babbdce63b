/** A history as rows that can be compared whatever the order and the codes in which it was built. */
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';

export interface HistoryRows {
  readonly leads: Readonly<Record<string, readonly string[]>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly stages: readonly string[];
  readonly activities: readonly string[];
}

export function rowsOfHistory({ leads, stages, activities }: History): HistoryRows {
  const named = (columns: readonly Column[], row: number) =>
    columns.flatMap((column) => {
      const cell = cellOf(column, row);
      return cell === null ? [] : [`${column.name}: ${cell}`];
    });
  const byLead = (offsets: Int32Array, write: (row: number) => string) =>
    leads.ids
      .flatMap((id, lead) =>
        Array.from({ length: (offsets[lead + 1] ?? 0) - (offsets[lead] ?? 0) }, (_, index) =>
          [id, write((offsets[lead] ?? 0) + index)].join(' '),
        ),
      )
      .sort();
  return {
    leads: Object.fromEntries(
      leads.ids.map((id, lead) => [
        id,
        [dateOf(leads.createdAtMs[lead]), ...named(leads.attributes, lead).sort()] as const,
      ]),
    ),
    kinds: Object.fromEntries(leads.attributes.map(({ name, kind }) => [name, kind])),
    stages: byLead(stages.offsets, (row) =>
      [
        STAGE_NAMES[stages.stage[row] ?? 0],
        dateOf(stages.atMs[row]),
        stages.amount[row],
        cellOf(stages.reason, row),
      ].join(' '),
    ),
    activities: byLead(activities.offsets, (row) =>
      [dateOf(activities.atMs[row]), cellOf(activities.type, row), ...named(activities.properties, row)].join(' '),
    ),
  };
}

const cellOf = ({ cells, codes }: Column, row: number): string | null => {
  const code = codes[row] ?? MISSING;
  return code === MISSING ? null : (cells[code] ?? '');
};

const dateOf = (atMs: number | undefined): string => new Date(atMs ?? 0).toISOString();
