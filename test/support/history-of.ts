import { createHistoryBuilder, DEFAULT_REFERENCE_DATE_MS, type RowOutcome } from '../../core/history/build-history.ts';
import type { ColumnKind, History } from '../../core/history/history.ts';
import type { StageName } from '../../core/rule-set/rule-set.ts';

/** A history as one would write it down: rows under their lead, cells by column name, instants in ISO 8601. */
export interface HistoryRows {
  /** UTC unless given. */
  readonly timeZone?: string;
  /** Overrules what the cells allow. */
  readonly attributeKinds?: Readonly<Record<string, ColumnKind>>;
  readonly propertyKinds?: Readonly<Record<string, ColumnKind>>;
  readonly leads: readonly LeadRows[];
}

export interface LeadRows {
  /** `L0`, `L1`, … unless given. */
  readonly id?: string;
  /** Empty or absent: the lead has no `created`. */
  readonly created?: string;
  readonly cells?: CellsByName;
  readonly activities?: readonly ActivityRows[];
  readonly stages?: readonly StageRows[];
}

export interface ActivityRows {
  readonly at: string;
  readonly type: string;
  readonly cells?: CellsByName;
}

export interface StageRows {
  readonly at: string;
  readonly stage: StageName;
  readonly amount?: string;
  readonly reason?: string;
}

export type CellsByName = Readonly<Record<string, string>>;

/** The rows as a History; a row that cannot be read throws. */
export function historyOf(rows: HistoryRows): History {
  const attributeNames = namesIn(rows.leads.map((lead) => lead.cells));
  const propertyNames = namesIn(
    rows.leads.flatMap((lead) => (lead.activities ?? []).map((activity) => activity.cells)),
  );
  const builder = createHistoryBuilder({
    timeZone: rows.timeZone ?? 'UTC',
    referenceDateMs: DEFAULT_REFERENCE_DATE_MS,
    attributeNames,
    propertyNames,
    ...(rows.attributeKinds === undefined ? {} : { attributeKinds: rows.attributeKinds }),
    ...(rows.propertyKinds === undefined ? {} : { propertyKinds: rows.propertyKinds }),
  });
  rows.leads.forEach((lead, index) => {
    const id = idOf(lead, index);
    requireAdded(builder.addLead(id, lead.created ?? '', cellsOf(lead.cells, attributeNames)));
  });
  rows.leads.forEach((lead, index) => {
    const id = idOf(lead, index);
    for (const { at, type, cells } of lead.activities ?? []) {
      requireAdded(builder.addActivity(id, at, type, cellsOf(cells, propertyNames)));
    }
    for (const { at, stage, amount, reason } of lead.stages ?? [])
      requireAdded(builder.addStage(id, at, stage, amount ?? '', reason ?? ''));
  });
  return builder.finish();
}

const idOf = (lead: LeadRows, index: number): string => lead.id ?? `L${index}`;

const namesIn = (cells: readonly (CellsByName | undefined)[]): readonly string[] => [
  ...new Set(cells.flatMap((row) => Object.keys(row ?? {}))),
];

const cellsOf = (cells: CellsByName | undefined, names: readonly string[]): readonly string[] =>
  names.map((name) => cells?.[name] ?? '');

function requireAdded(outcome: RowOutcome): void {
  if (outcome.kind !== 'added') throw new Error(`A row was refused: ${JSON.stringify(outcome)}`);
}
