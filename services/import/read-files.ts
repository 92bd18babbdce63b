/**
 * Files of any system, each read by its mapping: leads first, then the stages and activities that are joined to them. A
 * row that cannot be read is rejected with its reason, and the rest goes on.
 */
import type { DelimitedMapping, FileReading } from '../../api/import.ts';
import { itemAt } from '../../core/at.ts';
import { createHistoryBuilder } from '../../core/history/build-history.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { streamedLeads } from '../../db/history/write-history.ts';
import { createUnreadCells, formReaders } from './column-forms.ts';
import type { FileTarget } from './file-target.ts';
import { damageWarning } from './folder-faults.ts';
import { gatheredHistory, withoutActivities } from './gathered-history.ts';
import { createImportTally } from './import-tally.ts';
import { createKnownStages } from './known-stages.ts';
import { createLeadFinder } from './lead-finder.ts';
import { missingTest } from './mapped-row.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { type OwnColumn, ownColumns } from './own-columns.ts';
import { columnFault } from './parse-mapping.ts';
import type { TakeCells } from './parse-piece.ts';
import type { ReadFile, ReadOptions, ReadSource } from './read-data-folder.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import type { SourceFault } from './source-fault.ts';
import { UNWATCHED } from './source-text.ts';
import { createActivityStore } from './stream/activity-store.ts';
import { readRowBytes } from './stream/read-row-bytes.ts';
import { mappedRowTaker } from './stream/take-mapped-rows.ts';
import { leadRowTaker } from './take-lead-rows.ts';
import { stageRowTaker } from './take-stage-rows.ts';

export interface PlannedFile {
  readonly path: string;
  /** No two files of an import have the same. */
  readonly name: string;
  readonly reading: FileReading;
  readonly mapping: DelimitedMapping;
}

interface OpenedFile extends PlannedFile {
  readonly table: OpenTable;
  readonly own: readonly OwnColumn[];
}

/** `options.timeZone` is the history's; a mapping's own, where it differs, is the one that the file's times are read in. */
export async function readFiles(
  files: readonly PlannedFile[],
  options: ReadOptions,
): Promise<Result<ReadSource, SourceFault>> {
  const { seed, onRows = () => {}, control = UNWATCHED, onChanged = 'keep', timeZone, referenceDateMs } = options;
  const { rowsPerFile = Number.POSITIVE_INFINITY } = options;
  const warnings: string[] = [];
  const opened = await openAll(files, control, warnings);
  if (!opened.ok) return opened;
  const attributeNames = namesOf(opened.value, 'leads');
  const builder = createHistoryBuilder({
    timeZone,
    referenceDateMs,
    ...(seed === undefined ? {} : { seed: withoutActivities(seed) }),
    attributeKinds: options.attributeKinds ?? {},
    attributeNames,
    propertyNames: [],
  });
  const tally = createImportTally(options.scratch);
  const known = createKnownStages(seed);
  const tallies = opened.value.map(({ name, mapping }) => tally.of(name, [mapping.rows]));
  const facts: ReadRows[] = [];

  const targetOf = (index: number): Result<FileTarget, SourceFault> => {
    const { mapping, table, own } = itemAt(opened.value, index);
    const finder = createLeadFinder(builder, mapping.leadBy, options.rowsPerFile !== undefined);
    if (!finder.ok) return finder;
    return ok({
      mapping,
      table,
      own,
      attributeNames,
      builder,
      tally: itemAt(tallies, index),
      known,
      unread: createUnreadCells(),
      onChanged,
      finder: finder.value,
      zones: { file: mapping.timeZone ?? timeZone, history: timeZone, referenceDateMs },
    });
  };
  const indexesOf = (rows: DelimitedMapping['rows']) =>
    opened.value.flatMap(({ mapping }, index) => (mapping.rows === rows ? [index] : []));
  const remark = (index: number, { unread }: FileTarget): void => {
    const said = [...itemAt(opened.value, index).table.warnings, ...unread.warnings()];
    warnings.push(...said.map((one) => inFile(files, itemAt(files, index).name, one)));
  };

  for (const index of [...indexesOf('leads'), ...indexesOf('stages')]) {
    const target = targetOf(index);
    if (!target.ok) return target;
    const take = target.value.mapping.rows === 'leads' ? leadRowTaker(target.value) : stageRowTaker(target.value);
    const read = await readRows(target.value.table.file, control, firstRows(take, rowsPerFile));
    if (!read.ok) return read;
    facts[index] = read.value;
    remark(index, target.value);
  }
  const store = createActivityStore({
    leadCount: builder.ids.length,
    properties: namesOf(opened.value, 'activities'),
    propertyKinds: options.propertyKinds ?? {},
    known: options.known,
    scratch: options.scratch,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const activityFiles = indexesOf('activities');
  for (const index of activityFiles) {
    const target = targetOf(index);
    if (!target.ok) return target;
    const { mapping, own, unread, table } = target.value;
    const isMissing = missingTest(mapping);
    const reading = store.reading({
      properties: own,
      forms: formReaders(mapping),
      unread,
      isMissing,
      isTypeMissing: mapping.type !== undefined && 'column' in mapping.type ? isMissing : undefined,
    });
    const take = mappedRowTaker(target.value, reading, isMissing);
    const read = await readRowBytes(table.file, control, (rows) => (rows.row > rowsPerFile ? 'enough' : take(rows)));
    if (!read.ok) return read;
    facts[index] = read.value;
    remark(index, target.value);
  }
  const { leads, stages } = builder.finish();
  const gathered = gatheredHistory(
    { timeZone, leads: streamedLeads(leads), stages, referenceDateMs },
    store.inOrder(onRows),
  );
  const sources = opened.value.map(({ name, table }, index): ReadFile => {
    const { sizeBytes, sha256, damagedLine } = itemAt(facts, index);
    if (damagedLine !== null) warnings.push(damageWarning(name, damagedLine));
    return { name, sizeBytes, sha256, encoding: table.encoding, heading: table.headings };
  });
  return ok({
    gathered,
    warnings,
    sources,
    files: () => {
      const duplicates = gathered.activities.duplicates();
      return tally.files(files.map((_, index) => duplicates[activityFiles.indexOf(index)] ?? 0));
    },
    rejected: tally.rejected,
    changed: tally.changed,
  });
}

async function openAll(
  files: readonly PlannedFile[],
  control: NonNullable<ReadOptions['control']>,
  warnings: string[],
): Promise<Result<readonly OpenedFile[], SourceFault>> {
  const opened: OpenedFile[] = [];
  for (const file of files) {
    const table = await openTable(file.path, file.name, file.reading, control);
    if (!table.ok) return table;
    const fault = columnFault(file.mapping, table.value.headings);
    if (fault !== null) return fail({ ...fault, detail: inFile(files, file.name, fault.detail) });
    const columns = ownColumns(file.mapping, table.value.headings);
    warnings.push(...columns.warnings.map((one) => inFile(files, file.name, one)));
    opened.push({ ...file, table: table.value, own: columns.kept });
  }
  return ok(opened);
}

const firstRows =
  (take: TakeCells, rows: number): TakeCells =>
  (cells, place) =>
    place.row > rows ? 'enough' : take(cells, place);

/** What is said of one file of several names it. */
const inFile = (files: readonly PlannedFile[], name: string, words: string): string =>
  files.length === 1 ? words : `${name}: ${words}`;

const namesOf = (files: readonly OpenedFile[], rows: DelimitedMapping['rows']): readonly string[] => [
  ...new Set(files.filter(({ mapping }) => mapping.rows === rows).flatMap(({ own }) => own.map(({ name }) => name))),
];
