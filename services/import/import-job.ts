/** An import from its files to the workshop: gather, build, store; all of it in one transaction, or nothing. */
import { basename } from 'node:path';
import type { DelimitedMapping, ImportReport } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import type { ColumnKind, History } from '../../core/history/history.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readInstant } from '../../core/time/instant.ts';
import { eachActivityChunk } from '../../db/history/read-activity-rows.ts';
import { historyVersion, readHistoryWithoutActivityRows } from '../../db/history/read-history.ts';
import { writeStreamedHistory } from '../../db/history/write-history.ts';
import { type ImportRecord, listImports, recordImport } from '../../db/queries/imports.ts';
import { appendLog } from '../../db/queries/log.ts';
import { readSettings, writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { faultOfError } from '../../db/workshop-fault.ts';
import { refuse } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { kindsOf } from './column-forms.ts';
import { sizeOf } from './data-files.ts';
import { type ChosenSource, chooseSource } from './inspect-source.ts';
import { parseMapping } from './parse-mapping.ts';
import { type ReadOptions, type ReadSource, readDataFiles } from './read-data-folder.ts';
import { readDelimited } from './read-delimited.ts';
import { badMapping, badSource, cancelled, type SourceFault } from './source-fault.ts';
import type { KnownActivities, StoreLimits } from './stream/activity-store.ts';
import { TooManyTexts } from './stream/byte-table.ts';
import { createScratchFile, ScratchError, type ScratchFile } from './stream/scratch-file.ts';

export interface ImportRequest {
  /** A data folder, its files, or one CSV file. */
  readonly paths: readonly string[];
  /** The mapping document; absent for a data folder. */
  readonly mapping?: unknown;
  /** IANA name; only where the workshop has no history yet, else its own is kept. */
  readonly timeZone?: string;
  readonly nowMs: number;
  /** Absent: as fits any desktop. */
  readonly limits?: StoreLimits;
}

export async function runImport(
  workshop: WritableWorkshop,
  request: ImportRequest,
  control: JobControl,
): Promise<Reply<ImportReport>> {
  const scratch = createScratchFile(`${workshop.path}.import`);
  try {
    return await run(workshop, request, control, scratch);
  } catch (error) {
    if (error instanceof Cancelled) return fail(cancelled());
    if (error instanceof Changed) return changed();
    if (error instanceof TooManyTexts) {
      return fail(
        badSource(
          'A column holds more different cells than Accord can keep: beyond 512 MB of them.',
          'Take columns out that differ in every row, such as numbers of sessions or messages.',
        ),
      );
    }
    const known = error instanceof ScratchError ? faultOfError(error.cause) : null;
    if (known === null) throw error;
    return fail(known);
  } finally {
    scratch.close();
  }
}

async function run(
  workshop: WritableWorkshop,
  request: ImportRequest,
  control: JobControl,
  scratch: ScratchFile,
): Promise<Reply<ImportReport>> {
  const source = await chooseSource(request.paths);
  if (!source.ok) return source;
  const mapping = mappingFor(source.value, request.mapping);
  if (!mapping.ok) return mapping;

  const version = historyVersion(workshop);
  const base = baseOf(workshop, version, request, mapping.value);
  const read = await readSource(source.value, mapping.value, {
    ...base.options,
    control: await watched(source.value, control),
    scratch,
    ...(request.limits === undefined ? {} : { limits: request.limits }),
    onRows: (rows, atMost) => {
      if (control.isCancelled()) throw new Cancelled();
      control.progress({ phase: 'writing', done: rows, total: atMost });
    },
  });
  if (!read.ok) return read;
  if (control.isCancelled()) return fail(cancelled());
  return store(workshop, request, { version, mapping: mapping.value, base }, read.value, control);
}

interface Prepared {
  /** Of the history that the import adds to. */
  readonly version: number;
  readonly mapping: DelimitedMapping | null;
  readonly base: Base;
}

/** In one transaction; a cancelled import is taken back by throwing. */
function store(
  workshop: WritableWorkshop,
  { nowMs }: ImportRequest,
  { version, mapping, base }: Prepared,
  { gathered, sources, tables, warnings, rejected }: ReadSource,
  control: JobControl,
): Reply<ImportReport> {
  const stored = inTransaction(workshop, (): ImportReport | null => {
    if (historyVersion(workshop) !== version) return null;
    if (base.referenceDate !== null) writeSettings(workshop, { referenceDate: base.referenceDate });
    writeStreamedHistory(workshop, gathered.timeZone, gathered.activities, gathered.restOf);
    const record: ImportRecord = {
      atMs: nowMs,
      sources,
      tables: tables(),
      warnings: [...base.warnings, ...warnings],
    };
    const id = recordImport(workshop, {
      ...record,
      mapping: mapping === null ? null : JSON.stringify(mapping),
      rejected: untilCancelled(rejected, control),
    });
    appendLog(workshop, { atMs: nowMs, kind: 'history.imported', detail: JSON.stringify({ importId: id }) });
    return { id, ...record };
  });
  if (!stored.ok) return stored;
  return stored.value === null ? changed() : ok(stored.value);
}

const ROWS_BETWEEN_QUESTIONS = 1_000;

function* untilCancelled<Item>(items: Iterable<Item>, { isCancelled }: JobControl): Iterable<Item> {
  let passed = 0;
  for (const item of items) {
    passed += 1;
    if (passed % ROWS_BETWEEN_QUESTIONS === 0 && isCancelled()) throw new Cancelled();
    yield item;
  }
}

const changed = () =>
  refuse('badSource', 'Another import changed the history meanwhile. This one changed nothing. Start it again.');

/** Thrown when the history that the import adds to has been replaced. */
class Changed extends Error {}

/** Thrown out of the transaction, which is taken back. */
class Cancelled extends Error {}

/** Checked before anything is read; null for a data folder. */
function mappingFor(source: ChosenSource, document: unknown): Result<DelimitedMapping | null, SourceFault> {
  if (source.kind === 'folder') {
    return document === undefined
      ? ok(null)
      : fail(badMapping('', 'A data folder is read without a mapping. Leave it out, or choose one CSV file.'));
  }
  if (document === undefined)
    return fail(
      badMapping(
        '',
        `${basename(source.path)} needs a mapping that says which columns are what, since it is no data folder.`,
      ),
    );
  return parseMapping(document);
}

interface Base {
  readonly options: ReadOptions;
  /** To be kept with the workshop; null: no change. */
  readonly referenceDate: string | null;
  readonly warnings: readonly string[];
}

/** A workshop with a history keeps its time zone and its reference date: the leads it has were read with them. */
function baseOf(
  workshop: WritableWorkshop,
  version: number,
  request: ImportRequest,
  mapping: DelimitedMapping | null,
): Base {
  const settings = readSettings(workshop);
  const seed = readHistoryWithoutActivityRows(workshop);
  const isFresh = seed.leads.count === 0;
  const timeZone = isFresh ? (mapping?.timeZone ?? request.timeZone ?? settings.timeZone) : settings.timeZone;
  const wanted = mapping?.referenceDate;
  const referenceDate = isFresh && wanted !== undefined ? wanted : settings.referenceDate;
  const kinds = earlierKinds(workshop, mapping);
  return {
    options: {
      timeZone,
      referenceDateMs: readInstant(referenceDate, timeZone) ?? 0,
      ...(isFresh ? {} : { seed, known: knownActivities(workshop, version, seed) }),
      attributeKinds: kinds.leads,
      propertyKinds: kinds.activities,
    },
    referenceDate: referenceDate === settings.referenceDate ? null : referenceDate,
    warnings:
      wanted === undefined || wanted === referenceDate
        ? []
        : [
            `The reference date of the mapping (${wanted}) was not used: the leads of this workshop have ${referenceDate}.`,
          ],
  };
}

/** Read from the file when they are asked for. */
const knownActivities = (
  workshop: WritableWorkshop,
  version: number,
  { leads, activities }: History,
): KnownActivities => ({
  type: activities.type,
  properties: activities.properties,
  each: (take) => {
    const { offsets } = activities;
    let [lead, row] = [0, 0];
    const isSame = eachActivityChunk(workshop, version, (rows) => {
      const leadOfRow = new Int32Array(rows.rows);
      for (let index = 0; index < rows.rows; index += 1, row += 1) {
        while (lead < leads.count && row >= (offsets[lead + 1] ?? 0)) lead += 1;
        leadOfRow[index] = lead;
      }
      take(rows, leadOfRow);
    });
    if (!isSame) throw new Changed();
  },
});

/** Kinds that the user has overruled or given with a form, in this import or an earlier one. */
function earlierKinds(workshop: WritableWorkshop, mapping: DelimitedMapping | null) {
  const kinds: Record<'leads' | 'activities', Record<string, ColumnKind>> = { leads: {}, activities: {} };
  const earlier = listImports(workshop)
    .toReversed()
    .flatMap((one) => (one.mapping === null ? [] : [JSON.parse(one.mapping) as unknown]));
  for (const document of [...earlier, mapping]) {
    const parsed = parseMapping(document);
    if (parsed.ok && parsed.value.rows !== 'stages') Object.assign(kinds[parsed.value.rows], kindsOf(parsed.value));
  }
  return kinds;
}

function readSource(
  source: ChosenSource,
  mapping: DelimitedMapping | null,
  options: ReadOptions,
): Promise<Result<ReadSource, SourceFault>> {
  if (source.kind === 'folder' || mapping === null)
    return readDataFiles(source.kind === 'folder' ? source.files : { leads: source.path }, options);
  return readDelimited(source.path, basename(source.path), mapping, options);
}

async function watched(source: ChosenSource, control: JobControl): Promise<NonNullable<ReadOptions['control']>> {
  const paths = source.kind === 'folder' ? Object.values(source.files) : [source.path];
  let total = 0;
  for (const path of paths) {
    const facts = await sizeOf(path);
    total += facts.ok ? facts.value.sizeBytes : 0;
  }
  let done = 0;
  return {
    isCancelled: control.isCancelled,
    onRead: (bytes) => {
      done += bytes;
      control.progress({ phase: 'reading', done, total });
    },
  };
}
