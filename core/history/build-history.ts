/**
 * Builds a History row by row. Cells come as in the file; ids match exactly, all else is trimmed here. A row that
 * cannot be read is refused with its fault and changes nothing; what to do about it is the caller's matter.
 */
import { STAGE_NAMES } from '../rule-set/rule-set.ts';
import { foldText } from '../text.ts';
import { readInstant } from '../time/instant.ts';
import { takeFloat64, takeUint8 } from './by-lead.ts';
import { readNumber } from './cell.ts';
import { growingColumn, growingFloat64, growingUint8 } from './growing-column.ts';
import { growingCells, growingRows, reordered } from './growing-table.ts';
import { type ColumnKind, type History, MISSING } from './history.ts';

export interface RowFault {
  readonly kind: 'emptyId' | 'repeatedId' | 'unreadableTime' | 'unreadableAmount' | 'unknownStage';
  readonly column: string;
  readonly value: string;
}

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

/** A lead as the builder has it; cells trimmed, in the order of `attributeNames`. */
export interface BuiltLead {
  readonly created: string;
  readonly cells: readonly string[];
}

export interface HistoryBuilder {
  readonly hasLead: (id: string) => boolean;
  readonly lead: (id: string) => BuiltLead | null;
  /** In the order of adding. */
  readonly ids: readonly string[];
  /** The lead's place among `ids`. */
  readonly placeOf: (id: string) => number | undefined;
  /** The cells of an attribute by the lead's place among `ids`; null: there is no such attribute. */
  readonly attribute: (name: string) => ((lead: number) => string) | null;
  /** `cells` in the order of `attributeNames`; a missing cell may be left out at the end. */
  readonly addLead: (id: string, created: string, cells: readonly string[]) => RowOutcome;
  /** The lead is there; `created` '' leaves what it has. */
  readonly replaceLead: (id: string, created: string, cells: readonly string[]) => RowOutcome;
  /** `cells` in the order of `propertyNames`. */
  readonly addActivity: (lead: string, at: string, type: string, cells: readonly string[]) => RowOutcome;
  readonly addStage: (lead: string, at: string, stage: string, amount: string, reason: string) => RowOutcome;
  /** `row`: of the seed's stages, in their order. */
  readonly replaceStage: (row: number, at: string, amount: string, reason: string) => RowOutcome;
  readonly finish: () => History;
}

/** 2000-01-01 UTC: when nothing says when a lead was created. */
export const DEFAULT_REFERENCE_DATE_MS = Date.UTC(2000, 0, 1);

export function createHistoryBuilder(options: HistoryOptions): HistoryBuilder {
  const { timeZone, seed } = options;
  const attributeNames = [CREATED, ...options.attributeNames];
  const ids: string[] = [...(seed?.leads.ids ?? [])];
  const leadById = new Map(ids.map((id, lead) => [id, lead]));
  const createdAtMs = growingFloat64();
  for (const atMs of givenInstants(seed)) createdAtMs.push(atMs);
  const attributes = growingCells(
    attributeNames,
    { ...options.attributeKinds, [CREATED]: 'date' },
    seed?.leads.attributes ?? [],
    ids.length,
  );

  const activities = growingRows(seed?.activities);
  const types = growingColumn('type', 'text', seed?.activities.type, seed?.activities.count);
  const properties = growingCells(
    options.propertyNames,
    options.propertyKinds ?? {},
    seed?.activities.properties ?? [],
    seed?.activities.count ?? 0,
  );

  const stages = growingRows(seed?.stages);
  const stageCodes = growingUint8();
  for (const code of seed?.stages.stage ?? []) stageCodes.push(code);
  const amounts = growingFloat64();
  for (const amount of seed?.stages.amount ?? []) amounts.push(amount);
  const reasons = growingColumn('reason', 'text', seed?.stages.reason, seed?.stages.count);

  const readStageCells = (
    at: string,
    amount: string,
  ): { readonly atMs: number; readonly amount: number } | RowFault => {
    const atMs = readInstant(at.trim(), timeZone);
    if (atMs === null) return { kind: 'unreadableTime', column: 'at', value: at };
    const amountCell = amount.trim();
    const amountValue = amountCell === '' ? Number.NaN : readNumber(amountCell);
    if (amountValue === null) return { kind: 'unreadableAmount', column: 'amount', value: amount };
    return { atMs, amount: amountValue };
  };
  return {
    hasLead: (id) => leadById.has(id),
    lead: (id) => {
      const lead = leadById.get(id);
      if (lead === undefined) return null;
      const [created = '', ...cells] = attributes.cellsAt(lead);
      return { created, cells };
    },
    ids,
    placeOf: (id) => leadById.get(id),
    attribute: attributes.column,
    replaceLead: (id, created, cells) => {
      const lead = leadById.get(id);
      if (lead === undefined) return UNKNOWN_LEAD;
      const createdCell = created.trim();
      const atMs = createdCell === '' ? createdAtMs.at(lead) : readInstant(createdCell, timeZone);
      if (atMs === null) return { kind: 'unreadableTime', column: CREATED, value: created };
      const [before = ''] = attributes.cellsAt(lead);
      createdAtMs.set(lead, atMs);
      attributes.set(lead, [createdCell === '' ? before : createdCell, ...cells]);
      return ADDED;
    },
    addLead: (id, created, cells) => {
      if (id.trim() === '') return { kind: 'emptyId', column: 'id', value: id };
      if (leadById.has(id)) return { kind: 'repeatedId', column: 'id', value: id };
      const createdCell = created.trim();
      const atMs = createdCell === '' ? Number.NaN : readInstant(createdCell, timeZone);
      if (atMs === null) return { kind: 'unreadableTime', column: CREATED, value: created };
      leadById.set(id, ids.length);
      ids.push(id);
      createdAtMs.push(atMs);
      attributes.push([createdCell, ...cells]);
      return ADDED;
    },
    addActivity: (leadId, at, type, cells) => {
      const lead = leadById.get(leadId);
      if (lead === undefined) {
        properties.see(cells);
        return UNKNOWN_LEAD;
      }
      const atMs = readInstant(at.trim(), timeZone);
      if (atMs === null) return { kind: 'unreadableTime', column: 'at', value: at };
      activities.push(lead, atMs);
      types.push(type);
      properties.push(cells);
      return ADDED;
    },
    addStage: (leadId, at, stage, amount, reason) => {
      const lead = leadById.get(leadId);
      if (lead === undefined) return UNKNOWN_LEAD;
      const code = STAGE_CODES.get(foldText(stage));
      const read = readStageCells(at, amount);
      if ('kind' in read && read.kind === 'unreadableTime') return read;
      if (code === undefined) return { kind: 'unknownStage', column: 'stage', value: stage };
      if ('kind' in read) return read;
      stages.push(lead, read.atMs);
      stageCodes.push(code);
      amounts.push(read.amount);
      reasons.push(reason);
      return ADDED;
    },
    replaceStage: (row, at, amount, reason) => {
      const read = readStageCells(at, amount);
      if ('kind' in read) return read;
      stages.setAtMs(row, read.atMs);
      amounts.set(row, read.amount);
      reasons.set(row, reason);
      return ADDED;
    },
    finish: () => {
      const activityRows = activities.finish(ids.length);
      const stageRows = stages.finish(ids.length);
      return {
        timeZone,
        leads: {
          count: ids.length,
          ids,
          createdAtMs: createdAtMs.values().map((atMs, lead) => {
            if (!Number.isNaN(atMs)) return atMs;
            const earliestMs = Math.min(firstInstant(activityRows, lead), firstInstant(stageRows, lead));
            return earliestMs === Number.POSITIVE_INFINITY ? options.referenceDateMs : earliestMs;
          }),
          attributes: attributes.finish(),
        },
        activities: {
          count: activityRows.atMs.length,
          offsets: activityRows.offsets,
          atMs: activityRows.atMs,
          type: reordered(types.finish(), activityRows),
          properties: properties.finish().map((column) => reordered(column, activityRows)),
        },
        stages: {
          count: stageRows.atMs.length,
          offsets: stageRows.offsets,
          atMs: stageRows.atMs,
          stage: takeUint8(stageCodes.values(), stageRows.rows),
          amount: takeFloat64(amounts.values(), stageRows.rows),
          reason: reordered(reasons.finish(), stageRows),
        },
      };
    },
  };
}

const CREATED = 'created';
const ADDED: RowOutcome = { kind: 'added' };
const UNKNOWN_LEAD: RowOutcome = { kind: 'unknownLead' };
const STAGE_CODES: ReadonlyMap<string, number> = new Map(STAGE_NAMES.map((stage, code) => [stage, code]));

/** NaN where the lead took its default: it is worked out anew, since the new rows may be earlier. */
function givenInstants(seed: History | undefined): Float64Array {
  if (seed === undefined) return new Float64Array(0);
  const created = seed.leads.attributes.find((column) => column.name === CREATED);
  return seed.leads.createdAtMs.map((atMs, lead) =>
    (created?.codes[lead] ?? MISSING) === MISSING ? Number.NaN : atMs,
  );
}

/** The earliest of the lead's rows; Infinity when it has none. */
function firstInstant(rows: { readonly offsets: Int32Array; readonly atMs: Float64Array }, lead: number): number {
  const first = rows.offsets[lead] ?? 0;
  return first === rows.offsets[lead + 1] ? Number.POSITIVE_INFINITY : (rows.atMs[first] ?? Number.POSITIVE_INFINITY);
}
