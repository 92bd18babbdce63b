/**
 * Builds a History row by row. Cells come as in the file; ids match exactly, all else is trimmed here. A row that
 * cannot be read is refused with its fault and changes nothing; what to do about it is the caller's matter.
 */

import { STAGE_NAMES } from '../rule-set/rule-set.ts';
import { foldText } from '../text.ts';
import { readInstant } from '../time/instant.ts';
import { orderByLead, takeFloat64, takeInt32, takeUint8 } from './by-lead.ts';
import { readNumber } from './cell.ts';
import { type GrowingColumn, growingColumn, growingFloat64, growingInt32, growingUint8 } from './growing-column.ts';
import { type Column, type ColumnKind, type History, MISSING } from './history.ts';

export type RowFault =
  | { readonly kind: 'emptyId' | 'repeatedId'; readonly column: string; readonly value: string }
  | {
      readonly kind: 'unreadableTime' | 'unreadableAmount' | 'unknownStage';
      readonly column: string;
      readonly value: string;
    };

/** `unknownLead`: left out unread; its cells counted for the kinds of their columns. */
export type RowOutcome = { readonly kind: 'added' } | { readonly kind: 'unknownLead' } | RowFault;

export interface HistoryOptions {
  readonly timeZone: string;
  readonly referenceDateMs: number;
  /** The new rows are added to these, which stay as they are. */
  readonly seed?: History;
  readonly attributeNames: readonly string[];
  readonly propertyNames: readonly string[];
  /** Overrules what the cells allow, by column name. */
  readonly attributeKinds?: Readonly<Record<string, ColumnKind>>;
  readonly propertyKinds?: Readonly<Record<string, ColumnKind>>;
}

export interface HistoryBuilder {
  readonly hasLead: (id: string) => boolean;
  /** `cells` in the order of `attributeNames`; a missing cell may be left out at the end. */
  readonly addLead: (id: string, created: string, cells: readonly string[]) => RowOutcome;
  readonly addActivity: (lead: string, at: string, type: string, cells: readonly string[]) => RowOutcome;
  readonly addStage: (lead: string, at: string, stage: string, amount: string, reason: string) => RowOutcome;
  readonly finish: () => History;
}

/** 2000-01-01 UTC: when nothing says when a lead was created. */
export const DEFAULT_REFERENCE_DATE_MS = Date.UTC(2000, 0, 1);

export function createHistoryBuilder(options: HistoryOptions): HistoryBuilder {
  const { timeZone, seed } = options;
  const ids: string[] = [...(seed?.leads.ids ?? [])];
  const leadById = new Map(ids.map((id, lead) => [id, lead]));
  const createdAtMs = growingFloat64();
  // Index 0 is `created` as in the file; where it is missing the default is worked out at the end.
  const attributes = growingColumns(
    ['created', ...options.attributeNames],
    { ...options.attributeKinds, created: 'date' },
    seed?.leads.attributes,
    ids.length,
  );
  const attributeCells = placeCells(attributes, options.attributeNames);
  seed?.leads.createdAtMs.forEach((atMs, lead) => createdAtMs.push(isGiven(seed, lead) ? atMs : Number.NaN));

  const activities = rowsOf(seed?.activities);
  const types = growingColumn('type', 'text', seed?.activities.type, seed?.activities.count);
  const properties = growingColumns(
    options.propertyNames,
    options.propertyKinds,
    seed?.activities.properties,
    seed?.activities.count ?? 0,
  );
  const propertyCells = placeCells(properties, options.propertyNames);

  const stages = rowsOf(seed?.stages);
  const stageCodes = growingUint8();
  const amounts = growingFloat64();
  const reasons = growingColumn('reason', 'text', seed?.stages.reason, seed?.stages.count);
  seed?.stages.stage.forEach((code) => stageCodes.push(code));
  seed?.stages.amount.forEach((amount) => amounts.push(amount));

  return {
    hasLead: (id) => leadById.has(id),
    addLead: (id, created, cells) => {
      if (id.trim() === '') return { kind: 'emptyId', column: 'id', value: id };
      if (leadById.has(id)) return { kind: 'repeatedId', column: 'id', value: id };
      const createdCell = created.trim();
      const atMs = createdCell === '' ? Number.NaN : readInstant(createdCell, timeZone);
      if (atMs === null) return { kind: 'unreadableTime', column: 'created', value: created };
      leadById.set(id, ids.length);
      ids.push(id);
      createdAtMs.push(atMs);
      attributeCells.push(cells, attributes[0], createdCell);
      return ADDED;
    },
    addActivity: (leadId, at, type, cells) => {
      const lead = leadById.get(leadId);
      if (lead === undefined) {
        propertyCells.see(cells);
        return UNKNOWN_LEAD;
      }
      const atMs = readInstant(at.trim(), timeZone);
      if (atMs === null) return { kind: 'unreadableTime', column: 'at', value: at };
      activities.lead.push(lead);
      activities.atMs.push(atMs);
      types.push(type);
      propertyCells.push(cells);
      return ADDED;
    },
    addStage: (leadId, at, stage, amount, reason) => {
      const lead = leadById.get(leadId);
      if (lead === undefined) return UNKNOWN_LEAD;
      const atMs = readInstant(at.trim(), timeZone);
      if (atMs === null) return { kind: 'unreadableTime', column: 'at', value: at };
      const code = (STAGE_NAMES as readonly string[]).indexOf(foldText(stage));
      if (code < 0) return { kind: 'unknownStage', column: 'stage', value: stage };
      const amountCell = amount.trim();
      const amountValue = amountCell === '' ? Number.NaN : readNumber(amountCell);
      if (amountValue === null) return { kind: 'unreadableAmount', column: 'amount', value: amount };
      stages.lead.push(lead);
      stages.atMs.push(atMs);
      stageCodes.push(code);
      amounts.push(amountValue);
      reasons.push(reason);
      return ADDED;
    },
    finish: () => {
      const activityOrder = orderByLead(activities.lead.values(), activities.atMs.values(), ids.length);
      const stageOrder = orderByLead(stages.lead.values(), stages.atMs.values(), ids.length);
      const activityAtMs = takeFloat64(activities.atMs.values(), activityOrder.rows);
      const stageAtMs = takeFloat64(stages.atMs.values(), stageOrder.rows);
      const reordered = (column: Column, rows: Int32Array): Column => ({
        ...column,
        codes: takeInt32(column.codes, rows),
      });
      return {
        timeZone,
        leads: {
          count: ids.length,
          ids,
          createdAtMs: createdAtMs
            .values()
            .map((atMs, lead) =>
              Number.isNaN(atMs)
                ? defaultCreated(
                    activityAtMs[activityOrder.offsets[lead] ?? 0],
                    activityCount(activityOrder.offsets, lead),
                    stageAtMs[stageOrder.offsets[lead] ?? 0],
                    activityCount(stageOrder.offsets, lead),
                    options.referenceDateMs,
                  )
                : atMs,
            ),
          attributes: attributes.map((column) => column.finish()),
        },
        activities: {
          count: activityAtMs.length,
          offsets: activityOrder.offsets,
          atMs: activityAtMs,
          type: reordered(types.finish(), activityOrder.rows),
          properties: properties.map((column) => reordered(column.finish(), activityOrder.rows)),
        },
        stages: {
          count: stageAtMs.length,
          offsets: stageOrder.offsets,
          atMs: stageAtMs,
          stage: takeUint8(stageCodes.values(), stageOrder.rows),
          amount: takeFloat64(amounts.values(), stageOrder.rows),
          reason: reordered(reasons.finish(), stageOrder.rows),
        },
      };
    },
  };
}

const ADDED: RowOutcome = { kind: 'added' };
const UNKNOWN_LEAD: RowOutcome = { kind: 'unknownLead' };

/** The earliest of the lead's rows, or else the reference date. */
function defaultCreated(
  firstActivityMs: number | undefined,
  activityRows: number,
  firstStageMs: number | undefined,
  stageRows: number,
  referenceDateMs: number,
): number {
  const earliest = Math.min(
    activityRows > 0 && firstActivityMs !== undefined ? firstActivityMs : Number.POSITIVE_INFINITY,
    stageRows > 0 && firstStageMs !== undefined ? firstStageMs : Number.POSITIVE_INFINITY,
  );
  return earliest === Number.POSITIVE_INFINITY ? referenceDateMs : earliest;
}

const activityCount = (offsets: Int32Array, lead: number): number => (offsets[lead + 1] ?? 0) - (offsets[lead] ?? 0);

function isGiven(seed: History, lead: number): boolean {
  const created = seed.leads.attributes.find((column) => column.name === 'created');
  return created !== undefined && created.codes[lead] !== MISSING;
}

function rowsOf(table: { readonly offsets: Int32Array; readonly atMs: Float64Array } | undefined) {
  const lead = growingInt32();
  const atMs = growingFloat64();
  if (table !== undefined) {
    for (let index = 0; index + 1 < table.offsets.length; index += 1) {
      for (let row = table.offsets[index] ?? 0; row < (table.offsets[index + 1] ?? 0); row += 1) {
        lead.push(index);
        atMs.push(table.atMs[row] ?? Number.NaN);
      }
    }
  }
  return { lead, atMs };
}

/** The seed's columns first, then the new ones; each already as long as the seed. */
function growingColumns(
  names: readonly string[],
  kinds: Readonly<Record<string, ColumnKind>> | undefined,
  seed: readonly Column[] | undefined,
  rows: number,
): readonly GrowingColumn[] {
  const seeded = (seed ?? []).map((column) => growingColumn(column.name, kinds?.[column.name], column, rows));
  const fresh = names
    .filter((name) => !seed?.some((column) => column.name === name))
    .map((name) => growingColumn(name, kinds?.[name], undefined, rows));
  const created = seeded.find((column) => column.name === 'created');
  const all = [...seeded, ...fresh];
  return created === undefined ? all : [created, ...all.filter((column) => column !== created)];
}

/** Spreads the cells of a row over the columns; columns that the file lacks get a missing cell. */
function placeCells(columns: readonly GrowingColumn[], names: readonly string[]) {
  const cellOfColumn = columns.map((column) => names.indexOf(column.name));
  return {
    push: (cells: readonly string[], special?: GrowingColumn, specialCell = '') =>
      columns.forEach((column, index) => {
        column.push(column === special ? specialCell : (cells[cellOfColumn[index] ?? -1] ?? ''));
      }),
    see: (cells: readonly string[]) =>
      columns.forEach((column, index) => {
        column.see(cells[cellOfColumn[index] ?? -1] ?? '');
      }),
  };
}
