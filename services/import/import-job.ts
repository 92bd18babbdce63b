/** An import from its files to the workshop: gather, build, store; all of it in one transaction, or nothing. */
import type { ImportReport, OnChanged, RequestedFile } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import { fail, ok } from '../../core/result.ts';
import { historyVersion } from '../../db/history/read-history.ts';
import { writeStreamedHistory } from '../../db/history/write-history.ts';
import { writeKeyFingerprint } from '../../db/queries/hash-key.ts';
import { type ImportRecord, type ImportSource, recordImport } from '../../db/queries/imports.ts';
import { logStep } from '../../db/queries/log.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { faultOfError } from '../../db/workshop-fault.ts';
import { refuse } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { HistoryChanged, type ImportBase, importBase } from './import-base.ts';
import { totalsOf } from './rows/import-tally.ts';
import { type ReadSource, readDataFiles } from './rows/read-data-folder.ts';
import { readFiles } from './rows/read-files.ts';
import type { StoreLimits } from './rows/stream/activity-store.ts';
import { TooManyTexts } from './rows/stream/byte-table.ts';
import { createScratchFile, ScratchError, type ScratchFile } from './rows/stream/scratch-file.ts';
import { type CellHash, cellHash } from './source/cell-hash.ts';
import { cleanPath, removeStrayTables } from './source/clean-path.ts';
import { type ImportPlan, planImport } from './source/import-plan.ts';
import { badSource, cancelled } from './source/source-fault.ts';
import { watchedControl } from './source/watched-control.ts';
import { createWritingProgress, type WritingProgress } from './writing-progress.ts';

export interface ImportRequest {
  /** A data folder, its files, or files of any system, each with its mapping. */
  readonly files: readonly RequestedFile<string>[];
  /** IANA name; only where the workshop has no history yet, else its own is kept. */
  readonly timeZone?: string;
  /** Default: keep. */
  readonly onChanged?: OnChanged;
  /** Folder of the key with which cells are hashed; absent: nothing can be hashed. */
  readonly keyFolder?: string;
  readonly nowMs: number;
  /** Absent: as fits any desktop. */
  readonly limits?: StoreLimits;
}

export async function runImport(
  workshop: WritableWorkshop,
  request: ImportRequest,
  control: JobControl,
): Promise<Reply<ImportReport>> {
  removeStrayTables(workshop.path, request.nowMs);
  const scratch = createScratchFile(`${workshop.path}.import`);
  try {
    return await run(workshop, request, control, scratch);
  } catch (error) {
    if (error instanceof Cancelled) return fail(cancelled());
    if (error instanceof HistoryChanged) return historyChanged();
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
  const plan = await planImport(request.files);
  if (!plan.ok) return plan;
  const version = historyVersion(workshop);
  const mappings = plan.value.kind === 'files' ? plan.value.files.map(({ mapping }) => mapping) : [];
  const base = importBase(workshop, version, request.timeZone, mappings);
  const hash = cellHash(workshop, mappings, request.keyFolder);
  if (!hash.ok) return hash;
  const writing = createWritingProgress(control, () => {
    throw new Cancelled();
  });
  const options = {
    ...base.options,
    hashOf: hash.value?.hashOf ?? null,
    cleanPath: (file: number) => cleanPath(workshop.path, file),
    control: await watchedControl(plan.value.paths, control),
    scratch,
    ...(request.limits === undefined ? {} : { limits: request.limits }),
    ...(request.onChanged === undefined ? {} : { onChanged: request.onChanged }),
    onRows: writing.onRows,
  };
  const read =
    plan.value.kind === 'folder'
      ? await readDataFiles(plan.value.files, options)
      : await readFiles(plan.value.files, options);
  if (!read.ok) return read;
  if (control.isCancelled()) return fail(cancelled());
  return store(workshop, request, { version, plan: plan.value, base, hash: hash.value, writing }, read.value, control);
}

interface Prepared {
  /** Of the history that the import adds to. */
  readonly version: number;
  readonly plan: ImportPlan;
  readonly base: ImportBase;
  /** Null: nothing is hashed. */
  readonly hash: CellHash | null;
  readonly writing: WritingProgress;
}

/** In one transaction; a cancelled import is taken back by throwing. */
function store(
  workshop: WritableWorkshop,
  { nowMs }: ImportRequest,
  { version, plan, base, hash, writing }: Prepared,
  { gathered, sources, files, warnings, rejected, changed }: ReadSource,
  control: JobControl,
): Reply<ImportReport> {
  const stored = inTransaction(workshop, (): ImportReport | null => {
    if (historyVersion(workshop) !== version) return null;
    if (base.referenceDate !== null) writeSettings(workshop, { referenceDate: base.referenceDate });
    if (hash !== null) writeKeyFingerprint(workshop, hash.fingerprint);
    writeStreamedHistory(workshop, gathered.timeZone, gathered.activities, (facts) =>
      writing.watched(gathered.restOf(facts)),
    );
    const counts = files();
    const record: ImportRecord = {
      atMs: nowMs,
      sources: sources.map((source, index) => ({ ...source, ...statedOf(plan, index) })),
      tables: totalsOf(counts),
      files: counts,
      warnings: [...base.warnings, ...warnings],
    };
    const id = recordImport(workshop, record, { rejected: untilCancelled(rejected, control), changed });
    logStep(workshop, { atMs: nowMs, kind: 'history.imported', detail: { importId: id } });
    return { id, ...record, sources: sources.map(({ heading: _, ...source }) => source) };
  });
  if (!stored.ok) return stored;
  return stored.value === null ? historyChanged() : ok(stored.value);
}

/** What is kept of how a file was read and mapped. */
function statedOf(plan: ImportPlan, index: number): Pick<ImportSource, 'mapping' | 'reading'> {
  const file = plan.kind === 'files' ? plan.files[index] : undefined;
  if (file === undefined) return {};
  const isStated = Object.keys(file.reading).length > 0;
  return {
    mapping: JSON.stringify(file.mapping),
    ...(isStated ? { reading: JSON.stringify(file.reading) } : {}),
  };
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

const historyChanged = () =>
  refuse('badSource', 'Another import changed the history meanwhile. This one changed nothing. Start it again.');

/** Thrown out of the transaction, which is taken back. */
class Cancelled extends Error {}
