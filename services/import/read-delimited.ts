/** One CSV of any system, read by its mapping: a row that cannot be read is rejected with its reason, and the rest goes on. */
import type { DelimitedMapping, StageMapping } from '../../api/import.ts';
import { createHistoryBuilder, type HistoryBuilder, type RowOutcome } from '../../core/history/build-history.ts';
import { readNumber } from '../../core/history/cell.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { foldText } from '../../core/text.ts';
import { instantText, readInstant } from '../../core/time/instant.ts';
import { streamedLeads } from '../../db/history/write-history.ts';
import { damageWarning, reasonOf } from './folder-faults.ts';
import { gatheredHistory, withoutActivities } from './gathered-history.ts';
import { createImportTally, type ImportTally } from './import-tally.ts';
import { createKnownRows, type KnownRows } from './known-rows.ts';
import { type OwnColumn, ownColumns } from './own-columns.ts';
import { columnFault } from './parse-mapping.ts';
import type { RowPlace, TakeCells } from './parse-piece.ts';
import type { ReadOptions, ReadSource } from './read-data-folder.ts';
import { readRows } from './read-rows.ts';
import { sniffFile } from './sniff-source.ts';
import type { SourceFault } from './source-fault.ts';
import { UNWATCHED } from './source-text.ts';
import { type ActivityStore, createActivityStore } from './stream/activity-store.ts';
import { tableOfTexts } from './stream/byte-table.ts';
import { readRowBytes } from './stream/read-row-bytes.ts';
import { mappedRowTaker } from './stream/take-mapped-rows.ts';

/** `options.timeZone` is the history's; the mapping's own, where it differs, is the one that the file's times are read in. */
export async function readDelimited(
  path: string,
  name: string,
  mapping: DelimitedMapping,
  options: ReadOptions,
): Promise<Result<ReadSource, SourceFault>> {
  const control = options.control ?? UNWATCHED;
  const file = await sniffFile(path, name, { ...control, onRead: () => {} });
  if (!file.ok) return file;
  const fault = columnFault(mapping, file.value.headings);
  if (fault !== null) return fail(fault);
  const columns = ownColumns(mapping, file.value.headings);
  const { seed, onRows = () => {} } = options;
  const builder = createHistoryBuilder({
    timeZone: options.timeZone,
    referenceDateMs: options.referenceDateMs,
    ...(seed === undefined ? {} : { seed: withoutActivities(seed) }),
    attributeKinds: options.attributeKinds ?? {},
    attributeNames: mapping.rows === 'leads' ? columns.kept.map(({ name: column }) => column) : [],
    propertyNames: [],
  });
  const tally = createImportTally([mapping.rows], options.scratch);
  const target: Target = {
    name,
    mapping,
    headings: file.value.headings,
    own: columns.kept,
    builder,
    tally,
    known: createKnownRows(seed),
    zones: {
      file: mapping.timeZone ?? options.timeZone,
      history: options.timeZone,
      referenceDateMs: options.referenceDateMs,
    },
  };
  const ids = seed?.leads.ids ?? [];
  const read =
    mapping.rows === 'activities' ? null : await readRows(file.value, control, rowsTaker(mapping.rows, target));
  if (read !== null && !read.ok) return read;
  const isMissing = mapping.missing.length > 0 ? (cell: string) => isMissingIn(cell, mapping) : undefined;
  const store = createActivityStore({
    leadCount: ids.length + (mapping.rows === 'leads' ? tally.accepted('leads') : 0),
    properties: mapping.rows === 'activities' ? columns.kept : [],
    propertyKinds: options.propertyKinds ?? {},
    isMissing,
    isTypeMissing: mapping.type !== undefined && 'column' in mapping.type ? isMissing : undefined,
    known: options.known,
    scratch: options.scratch,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const facts = read ?? (await readRowBytes(file.value, control, activityTaker(target, store, ids, isMissing)));
  if (!facts.ok) return facts;
  const { sizeBytes, sha256, damagedLine } = facts.value;
  const { leads, stages } = builder.finish();
  const gathered = gatheredHistory(
    {
      timeZone: options.timeZone,
      leads: streamedLeads(leads),
      stages,
      referenceDateMs: options.referenceDateMs,
    },
    store.inOrder(onRows),
  );
  return ok({
    gathered,
    warnings: [...columns.warnings, ...(damagedLine === null ? [] : [damageWarning(name, damagedLine)])],
    sources: [{ name, sizeBytes, sha256, encoding: file.value.encoding }],
    tables: () => tally.counts(gathered.activities.duplicates()),
    rejected: tally.rejected,
  });
}

function rowsTaker(rows: 'leads' | 'stages', target: Target): TakeCells {
  const takeRow = rows === 'leads' ? leadTaker(target) : stageTaker(target);
  return (cells, place) => {
    if (place.row > 0) takeRow(cleaner(cells, target), place);
    return null;
  };
}

function activityTaker(
  { name, mapping, headings, tally, zones }: Target,
  store: ActivityStore,
  ids: readonly string[],
  isMissing: ((cell: string) => boolean) | undefined,
) {
  return mappedRowTaker({
    name,
    mapping,
    headings,
    leads: tableOfTexts(ids),
    store,
    tally,
    timeZone: zones.file,
    isMissing,
    reasons: { length: (cells) => lengthReason(cells, headings), time: TIME_REASON, stranger: STRANGER_REASON },
  });
}

interface Target {
  readonly name: string;
  readonly mapping: DelimitedMapping;
  readonly headings: readonly string[];
  readonly own: readonly OwnColumn[];
  readonly builder: HistoryBuilder;
  readonly tally: ImportTally;
  readonly known: KnownRows;
  readonly zones: { readonly file: string; readonly history: string; readonly referenceDateMs: number };
}

/** The row by column: cells that mean "not answered" are empty. */
interface Row {
  readonly length: number;
  readonly raw: (column: string) => string;
  readonly cell: (column: string | undefined) => string;
  readonly ownCells: () => readonly string[];
}

function cleaner(cells: readonly string[], { mapping, headings, own }: Target): Row {
  const clean = (index: number): string => {
    const cell = cells[index] ?? '';
    return mapping.missing.length > 0 && isMissingIn(cell, mapping) ? '' : cell;
  };
  return {
    length: cells.length,
    raw: (column) => cells[headings.indexOf(column.trim())] ?? '',
    cell: (column) => (column === undefined ? '' : clean(headings.indexOf(column.trim()))),
    ownCells: () => own.map(({ index }) => clean(index)),
  };
}

const tokensByMapping = new WeakMap<DelimitedMapping, ReadonlySet<string>>();

function isMissingIn(cell: string, mapping: DelimitedMapping): boolean {
  let tokens = tokensByMapping.get(mapping);
  if (tokens === undefined) {
    tokens = new Set(mapping.missing.map(foldText));
    tokensByMapping.set(mapping, tokens);
  }
  return tokens.has(foldText(cell));
}

type TakeRow = (row: Row, place: RowPlace) => void;

/** A row of leads is taken whole or not at all: one stage that cannot be read rejects the lead too. */
function leadTaker(target: Target): TakeRow {
  const { mapping, builder, tally, known, zones } = target;
  return (row, place) => {
    const id = row.raw(mapping.lead);
    const reject = rejecter(target, 'leads', place);
    if (!isWhole(row, target, reject)) return;
    if (known.hasLead(id) || builder.hasLead(id)) return tally.duplicate('leads');
    const created = instantCell(row.cell(mapping.created), zones);
    if (created === null) return reject(mapping.created ?? '', row.cell(mapping.created), TIME_REASON);
    const stages: Stage[] = [];
    for (const stage of mapping.stages) {
      const read = readStage(stage, row, target, created === '' ? instantText(zones.referenceDateMs) : created);
      if (read === null) continue;
      if ('fault' in read) return reject(read.column, read.fault, read.reason);
      stages.push(read);
    }
    const outcome = builder.addLead(id, created, row.ownCells());
    if (outcome.kind !== 'added') return reject(mapping.lead, id, outcomeReason(outcome));
    tally.accept('leads');
    for (const { at, stage, amount, note } of stages) {
      builder.addStage(id, at, stage, amount, note);
      tally.accept('stages');
    }
  };
}

/** Each row counts once, whatever number of stages it tells of; it is a duplicate when all of them are known. */
function stageTaker(target: Target): TakeRow {
  const { mapping, builder, tally, known } = target;
  return (row, place) => {
    const lead = row.raw(mapping.lead);
    const reject = rejecter(target, 'stages', place);
    if (!isWhole(row, target, reject)) return;
    if (!builder.hasLead(lead)) return reject(mapping.lead, lead, STRANGER_REASON);
    const stages: Stage[] = [];
    for (const stage of mapping.stages) {
      const read = readStage(stage, row, target, '');
      if (read === null) continue;
      if ('fault' in read) return reject(read.column, read.fault, read.reason);
      stages.push(read);
    }
    if (stages.length === 0)
      return reject(null, null, 'No stage of the mapping fits this row, or its date is missing.');
    const fresh = stages.filter(({ at, stage, amount, note }) => !known.takeStage(lead, at, stage, amount, note));
    for (const { at, stage, amount, note } of fresh) builder.addStage(lead, at, stage, amount, note);
    if (fresh.length === 0) tally.duplicate('stages');
    else tally.accept('stages');
  };
}

interface Stage {
  readonly at: string;
  readonly stage: string;
  readonly amount: string;
  readonly note: string;
}

/** Null: the row does not tell of this stage. An empty date says so too: sales has not got there. */
function readStage(
  mapping: StageMapping,
  row: Row,
  { zones }: Target,
  createdAt: string,
): Stage | null | { readonly column: string; readonly fault: string; readonly reason: string } {
  if (mapping.column !== undefined) {
    const value = row.cell(mapping.column);
    const holds =
      mapping.when === undefined ? value.trim() !== '' : mapping.when.some((one) => foldText(one) === foldText(value));
    if (!holds) return null;
  }
  const cell = mapping.at === undefined ? createdAt : row.cell(mapping.at);
  const at = mapping.at === undefined ? createdAt : instantCell(cell, zones);
  if (at === '') return null;
  if (at === null) return { column: mapping.at ?? '', fault: cell, reason: TIME_REASON };
  const amount = row.cell(mapping.amount).trim();
  if (amount !== '' && readNumber(amount) === null) {
    return {
      column: mapping.amount ?? '',
      fault: amount,
      reason: 'This is no number; digits with a point, such as 1200.50, are.',
    };
  }
  return { at, stage: mapping.stage, amount, note: row.cell(mapping.reason) };
}

/** '' for an empty cell, null for one that is no time; as written where the zones agree, in UTC where they do not. */
function instantCell(cell: string, zones: Target['zones']): string | null {
  const text = cell.trim();
  if (text === '') return '';
  const atMs = readInstant(text, zones.file);
  if (atMs === null) return null;
  return zones.file === zones.history ? text : instantText(atMs);
}

type Reject = (column: string | null, value: string | null, reason: string) => void;

const rejecter =
  ({ name, tally }: Target, table: DelimitedMapping['rows'], { line }: RowPlace): Reject =>
  (column, value, reason) =>
    tally.reject({ file: name, table, line, column: column === '' ? null : column, value, reason });

function isWhole(row: Row, { headings }: Target, reject: Reject): boolean {
  if (row.length === headings.length) return true;
  reject(null, null, lengthReason(row.length, headings));
  return false;
}

const lengthReason = (cells: number, headings: readonly string[]): string =>
  `The row has ${cells} cells, and the heading has ${headings.length}.`;

const TIME_REASON = 'The time is missing or not ISO 8601 (2025-03-31, 2025-03-31T14:30:00Z).';
const STRANGER_REASON = 'There is no lead with this id.';

function outcomeReason(outcome: Exclude<RowOutcome, { readonly kind: 'added' }>): string {
  if (outcome.kind === 'unknownLead') return STRANGER_REASON;
  const reason = reasonOf(outcome);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
