/** One CSV of any system, read by its mapping: a row that cannot be read is rejected with its reason, and the rest goes on. */
import type { DelimitedMapping } from '../../api/import.ts';
import { createHistoryBuilder, type HistoryBuilder, type RowOutcome } from '../../core/history/build-history.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { instantText } from '../../core/time/instant.ts';
import { streamedLeads } from '../../db/history/write-history.ts';
import { createUnreadCells, formReaders, type UnreadCells } from './column-forms.ts';
import { damageWarning, reasonOf } from './folder-faults.ts';
import { gatheredHistory, withoutActivities } from './gathered-history.ts';
import { createImportTally, type ImportTally } from './import-tally.ts';
import { createKnownRows, type KnownRows } from './known-rows.ts';
import { type MappedRow, missingTest, rowReader, TIME_REASON } from './mapped-row.ts';
import { type OwnColumn, ownColumns } from './own-columns.ts';
import { columnFault } from './parse-mapping.ts';
import type { RowPlace, TakeCells } from './parse-piece.ts';
import type { ReadOptions, ReadSource } from './read-data-folder.ts';
import { readRows } from './read-rows.ts';
import { readStages } from './read-stages.ts';
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
    unread: createUnreadCells(),
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
  const isMissing = missingTest(mapping);
  const store = createActivityStore({
    leadCount: ids.length + (mapping.rows === 'leads' ? tally.accepted('leads') : 0),
    properties: mapping.rows === 'activities' ? columns.kept : [],
    forms: formReaders(mapping),
    unread: target.unread,
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
    warnings: [
      ...columns.warnings,
      ...target.unread.warnings(),
      ...(damagedLine === null ? [] : [damageWarning(name, damagedLine)]),
    ],
    sources: [{ name, sizeBytes, sha256, encoding: file.value.encoding }],
    tables: () => tally.counts(gathered.activities.duplicates()),
    rejected: tally.rejected,
  });
}

function rowsTaker(rows: 'leads' | 'stages', target: Target): TakeCells {
  const readRow = rowReader(target);
  const takeRow = rows === 'leads' ? leadTaker(target) : stageTaker(target);
  return (cells, place) => {
    if (place.row > 0) takeRow(readRow(cells), place);
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
  readonly unread: UnreadCells;
}

type TakeRow = (row: MappedRow, place: RowPlace) => void;

/** A row of leads is taken whole or not at all: one stage that cannot be read rejects the lead too. */
function leadTaker(target: Target): TakeRow {
  const { mapping, builder, tally, known, zones } = target;
  return (row, place) => {
    const id = row.raw(mapping.lead);
    const reject = rejecter(target, 'leads', place);
    if (!isWhole(row, target, reject)) return;
    if (known.hasLead(id) || builder.hasLead(id)) return tally.duplicate('leads');
    const created = row.instant(mapping.created);
    if (!created.ok) return reject(created.error.column, created.error.value, created.error.reason);
    const createdAt = created.value === '' ? instantText(zones.referenceDateMs) : created.value;
    const stages = readStages(mapping.stages, row, createdAt);
    if (!stages.ok) return reject(stages.error.column, stages.error.value, stages.error.reason);
    const outcome = builder.addLead(id, created.value, row.ownCells());
    if (outcome.kind !== 'added') return reject(mapping.lead, id, outcomeReason(outcome));
    tally.accept('leads');
    for (const { at, stage, amount, note } of stages.value) {
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
    const stages = readStages(mapping.stages, row, '');
    if (!stages.ok) return reject(stages.error.column, stages.error.value, stages.error.reason);
    if (stages.value.length === 0)
      return reject(null, null, 'No stage of the mapping fits this row, or its date is missing.');
    const fresh = stages.value.filter(({ at, stage, amount, note }) => !known.takeStage(lead, at, stage, amount, note));
    for (const { at, stage, amount, note } of fresh) builder.addStage(lead, at, stage, amount, note);
    if (fresh.length === 0) tally.duplicate('stages');
    else tally.accept('stages');
  };
}

type Reject = (column: string | null, value: string | null, reason: string) => void;

const rejecter =
  ({ name, tally }: Target, table: DelimitedMapping['rows'], { line }: RowPlace): Reject =>
  (column, value, reason) =>
    tally.reject({ file: name, table, line, column: column === '' ? null : column, value, reason });

function isWhole(row: MappedRow, { headings }: Target, reject: Reject): boolean {
  if (row.length === headings.length) return true;
  reject(null, null, lengthReason(row.length, headings));
  return false;
}

const lengthReason = (cells: number, headings: readonly string[]): string =>
  `The row has ${cells} cells, and the heading has ${headings.length}.`;

const STRANGER_REASON = 'There is no lead with this id.';

function outcomeReason(outcome: Exclude<RowOutcome, { readonly kind: 'added' }>): string {
  if (outcome.kind === 'unknownLead') return STRANGER_REASON;
  const reason = reasonOf(outcome);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
