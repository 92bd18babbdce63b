/**
 * Files of any system, each read by its mapping: leads first, then the stages and activities that are joined to them. A
 * row that cannot be read is rejected with its reason, and the rest goes on.
 */
import { itemAt } from '../../../core/at.ts';
import { createHistoryBuilder, type HistoryBuilder } from '../../../core/history/build-history.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { streamedLeads } from '../../../db/history/write-history.ts';
import { createUnreadCells, formReaders } from '../mapping/column-forms.ts';
import { inFile, type OpenFile, openFiles, ownNames, type PlannedFile } from '../source/open-files.ts';
import type { TakeCells } from '../source/parse-piece.ts';
import { type ReadRows, readRows } from '../source/read-rows.ts';
import type { SourceFault } from '../source/source-fault.ts';
import { UNWATCHED } from '../source/source-text.ts';
import type { FileTarget } from './file-target.ts';
import { damageWarning } from './folder-faults.ts';
import { gatheredHistory, withoutActivities } from './gathered-history.ts';
import { createImportTally } from './import-tally.ts';
import { createKnownStages, type KnownStages } from './known-stages.ts';
import { createLeadFinder } from './lead-finder.ts';
import { missingTest } from './mapped-row.ts';
import type { ReadFile, ReadOptions, ReadSource } from './read-data-folder.ts';
import { type ActivityStore, createActivityStore } from './stream/activity-store.ts';
import { readRowBytes } from './stream/read-row-bytes.ts';
import { mappedRowTaker } from './stream/take-mapped-rows.ts';
import { leadRowTaker } from './take-lead-rows.ts';
import { stageRowTaker } from './take-stage-rows.ts';

/** `options.timeZone` is the history's; a mapping's own, where it differs, is the one that the file's times are read in. */
export const readFiles = (
  planned: readonly PlannedFile[],
  options: ReadOptions,
): Promise<Result<ReadSource, SourceFault>> => readOnce(planned, options, new Set());

/** A file in which the readers of rows meet something odd is written down anew, and all is read once more. */
async function readOnce(
  planned: readonly PlannedFile[],
  options: ReadOptions,
  odd: ReadonlySet<number>,
): Promise<Result<ReadSource, SourceFault>> {
  const tally = createImportTally(options.scratch);
  const opened = await openFiles(planned, odd, tally, options);
  if (!opened.ok) return opened;
  const { files, warnings, close } = opened.value;
  const said = [...warnings];
  const facts: ReadRows[] = [];
  const { timeZone, referenceDateMs, onRows = () => {} } = options;
  const builder = builderFor(files, options);
  const known = createKnownStages(options.seed, timeZone, options.onChanged ?? 'keep');
  let foundOdd: number | null = null;
  /** Answers a fault, or null. */
  const readFile = async (index: number, store: ActivityStore | null): Promise<SourceFault | null> => {
    const file = itemAt(files, index);
    const target = targetOf(file, { builder, known, options, attributeNames: ownNames(files, 'leads') });
    if (!target.ok) return target.error;
    const read = await readRowsOf(target.value, store, options);
    known.endFile();
    if (!read.ok) {
      if (read.error.kind === 'badSource' && !odd.has(index)) foundOdd = index;
      return read.error;
    }
    const { damagedLine } = read.value;
    facts[index] = { ...read.value, ...file.table.facts };
    said.push(...target.value.unread.warnings().map((one) => inFile(planned, file.name, one)));
    // Of a table that was written down anew it is among the warnings.
    if (damagedLine !== null && file.table.facts === null) said.push(damageWarning(file.name, damagedLine));
    return null;
  };
  const placesOf = (rows: PlannedFile['mapping']['rows']) =>
    planned.flatMap(({ mapping }, index) => (mapping.rows === rows ? [index] : []));
  const activityFiles = placesOf('activities');
  try {
    let fault: SourceFault | null = null;
    for (const index of [...placesOf('leads'), ...placesOf('stages')]) fault ??= await readFile(index, null);
    const store = storeFor(files, builder.ids.length, options);
    for (const index of activityFiles) fault ??= await readFile(index, store);
    if (fault !== null && foundOdd === null) return fail(fault);
    if (foundOdd !== null) {
      close();
      return await readOnce(planned, options, new Set([...odd, foundOdd]));
    }
    const { leads, stages } = builder.finish();
    const gathered = gatheredHistory(
      { timeZone, leads: streamedLeads(leads), stages, referenceDateMs },
      store.inOrder(onRows),
    );
    return ok({
      gathered,
      warnings: said,
      sources: files.map((file, index) => sourceOf(file, itemAt(facts, index))),
      files: () => {
        const duplicates = gathered.activities.duplicates();
        return tally.files(files.map((_, index) => duplicates[activityFiles.indexOf(index)] ?? 0));
      },
      rejected: tally.rejected,
      changed: tally.changed,
    });
  } finally {
    close();
  }
}

const sourceOf = ({ name, table }: OpenFile, { sizeBytes, sha256 }: ReadRows): ReadFile => ({
  name,
  sizeBytes,
  sha256,
  encoding: table.encoding,
  heading: table.headings.slice(0, table.headings.length - table.addedColumns),
});

const builderFor = (files: readonly OpenFile[], options: ReadOptions): HistoryBuilder =>
  createHistoryBuilder({
    timeZone: options.timeZone,
    referenceDateMs: options.referenceDateMs,
    ...(options.seed === undefined ? {} : { seed: withoutActivities(options.seed) }),
    attributeKinds: options.attributeKinds ?? {},
    attributeNames: ownNames(files, 'leads'),
    propertyNames: [],
  });

const storeFor = (files: readonly OpenFile[], leadCount: number, options: ReadOptions): ActivityStore =>
  createActivityStore({
    leadCount,
    properties: ownNames(files, 'activities'),
    propertyKinds: options.propertyKinds ?? {},
    known: options.known,
    scratch: options.scratch,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });

interface TargetParts {
  readonly builder: HistoryBuilder;
  readonly known: KnownStages;
  readonly options: ReadOptions;
  readonly attributeNames: readonly string[];
}

function targetOf(
  { mapping, table, own, tally }: OpenFile,
  { builder, known, options, attributeNames }: TargetParts,
): Result<FileTarget, SourceFault> {
  const finder = createLeadFinder(builder, mapping.leadBy, options.rowsPerFile !== undefined);
  if (!finder.ok) return finder;
  const { timeZone, referenceDateMs, onChanged = 'keep' } = options;
  return ok({
    mapping,
    table,
    own,
    attributeNames,
    builder,
    tally,
    known,
    unread: createUnreadCells(),
    onChanged,
    finder: finder.value,
    zones: { file: mapping.timeZone ?? timeZone, history: timeZone, referenceDateMs },
  });
}

/** `store`: where activities go; null for the other tables. */
function readRowsOf(
  target: FileTarget,
  store: ActivityStore | null,
  { control = UNWATCHED, rowsPerFile = Number.POSITIVE_INFINITY }: ReadOptions,
): Promise<Result<ReadRows, SourceFault>> {
  const { mapping, own, unread, table } = target;
  const watched = { ...control, onRead: (bytes: number) => control.onRead(bytes * table.bytesPerByte) };
  if (store === null) {
    const take = mapping.rows === 'leads' ? leadRowTaker(target) : stageRowTaker(target);
    return readRows(table.file, watched, firstRows(take, rowsPerFile));
  }
  const isMissing = missingTest(mapping);
  const reading = store.reading({
    properties: own,
    forms: formReaders(mapping),
    unread,
    isMissing,
    isTypeMissing: mapping.type !== undefined && 'column' in mapping.type ? isMissing : undefined,
  });
  const take = mappedRowTaker(target, reading, isMissing);
  return readRowBytes(table.file, watched, (rows) => (rows.row > rowsPerFile ? 'enough' : take(rows)));
}

const firstRows =
  (take: TakeCells, rows: number): TakeCells =>
  (cells, place) =>
    place.row > rows ? 'enough' : take(cells, place);
