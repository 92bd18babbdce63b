import type { Column, ColumnKind, History } from '../../core/history/history.ts';

/** A history of any size, cheaply: no two tables end on the same chunk, cells are missing, amounts are NaN. `shift` alters every column. */
export function plainHistory(leads: number, activitiesPerLead: number, shift = 0): History {
  const activities = leads * activitiesPerLead;
  const stages = Math.floor(leads / 2);
  return {
    timeZone: 'Europe/Bucharest',
    leads: {
      count: leads,
      ids: Array.from({ length: leads }, (_, lead) => `lead-${lead}`),
      createdAtMs: Float64Array.from({ length: leads }, (_, lead) => 1_700_000_000_000 + lead * 7 + shift),
      attributes: [
        column('name', 'text', leads, leads, shift),
        column('created', 'date', leads, 12, shift),
        column('empty', 'text', leads, 0, shift),
      ],
    },
    activities: {
      count: activities,
      offsets: Int32Array.from({ length: leads + 1 }, (_, lead) => lead * activitiesPerLead),
      atMs: Float64Array.from({ length: activities }, (_, row) => 1_710_000_000_000 + row + shift),
      type: column('type', 'text', activities, 20, shift),
      properties: [column('url', 'text', activities, 9_000, shift)],
    },
    stages: {
      count: stages,
      offsets: Int32Array.from({ length: leads + 1 }, (_, lead) => Math.floor(lead / 2)),
      atMs: Float64Array.from({ length: stages }, (_, row) => 1_720_000_000_000 + row + shift),
      stage: Uint8Array.from({ length: stages }, (_, row) => (row + shift) % 8),
      amount: Float64Array.from({ length: stages }, (_, row) => (row % 3 === 0 ? Number.NaN : row + 0.5)),
      reason: column('reason', 'text', stages, 5, shift),
    },
  };
}

function column(name: string, kind: ColumnKind, rows: number, cellCount: number, shift: number): Column {
  return {
    name,
    kind,
    cells: Array.from({ length: cellCount }, (_, cell) => `${name} ${cell} "ș"\n\u0000${shift}`),
    codes: Int32Array.from({ length: rows }, (_, row) => ((row + shift) % (cellCount + 1)) - 1),
  };
}
