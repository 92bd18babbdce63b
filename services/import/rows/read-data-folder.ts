/** A data folder as REPLAY.md section 1 has it: strict, so that the same folder gives everybody the same history. */
import type { ChangedRow, FileCounts, ImportReport, OnChanged, RejectedRow, TableCounts } from '../../../api/import.ts';
import type { ColumnKind, History } from '../../../core/history/history.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type DataFiles, fileNameOf, findDataFiles, TABLE_NAMES, type TableName } from '../source/data-files.ts';
import type { SourceFault } from '../source/source-fault.ts';
import { type ReadControl, UNWATCHED } from '../source/source-text.ts';
import { damageWarning, strangerWarning } from './folder-faults.ts';
import { fileOf, ownColumns, readHeadings } from './folder-headings.ts';
import { type GatheredHistory, gatheredHistory, heldInMemory } from './gathered-history.ts';
import { createImportTally, totalsOf } from './import-tally.ts';
import { createKnownStages } from './known-stages.ts';
import type { RejectedCells } from './rejected-rows.ts';
import { createActivityStore, type KnownActivities, type OnRows, type StoreLimits } from './stream/activity-store.ts';
import { stageAdder } from './stream/add-stages.ts';
import { createLeadStore } from './stream/lead-store.ts';
import { readRowBytes } from './stream/read-row-bytes.ts';
import type { ScratchFile } from './stream/scratch-file.ts';
import { createStageStore } from './stream/stage-store.ts';
import { activityAdder, type FolderTable, folderRowTaker } from './stream/take-folder-rows.ts';

export interface ReadOptions {
  /** IANA name, checked by the caller. */
  readonly timeZone: string;
  readonly referenceDateMs: number;
  /** The rows are added to these; those that it holds already are counted as duplicates. Its activities are `known`. */
  readonly seed?: History;
  readonly known?: KnownActivities;
  /** Where rows lie that memory should not hold, until the caller closes it; absent: all are held in memory. */
  readonly scratch?: ScratchFile;
  readonly limits?: StoreLimits;
  /** Hears how many activities have been given out in order, and of how many at most. */
  readonly onRows?: OnRows;
  readonly attributeKinds?: Readonly<Record<string, ColumnKind>>;
  readonly propertyKinds?: Readonly<Record<string, ColumnKind>>;
  readonly control?: ReadControl;
  /** Default: keep. */
  readonly onChanged?: OnChanged;
  /** Reads so many rows of each mapped file and no more; rows of leads that are not among them then count as if they were. */
  readonly rowsPerFile?: number;
  /** Where the mapped file of that place may be written down anew; a data folder's never are. */
  readonly cleanPath?: (file: number) => string;
  /** How cells are hashed; absent or null: no mapping hashes. */
  readonly hashOf?: ((cell: string) => string) | null;
}

export interface ReadSource {
  readonly gathered: GatheredHistory;
  readonly warnings: readonly string[];
  readonly sources: readonly ReadFile[];
  /** Once the activities have been given out: before, nobody knows which of them the workshop holds. */
  readonly files: () => readonly FileCounts[];
  readonly rejected: Iterable<RejectedRow & RejectedCells>;
  readonly changed: readonly ChangedRow[];
}

/** `heading`: the names of its columns. */
export type ReadFile = ImportReport['sources'][number] & { readonly heading: readonly string[] };

/** The whole history, in memory. */
export async function readDataFolder(
  folder: string,
  options: ReadOptions,
): Promise<Result<Omit<ReadSource, 'gathered' | 'files'> & Held, SourceFault>> {
  const files = await findDataFiles(folder);
  if (!files.ok) return files;
  const read = await readDataFiles(files.value, options);
  if (!read.ok) return read;
  const { gathered, files: counts, ...rest } = read.value;
  const history = heldInMemory(gathered);
  return ok({ ...rest, history, tables: totalsOf(counts()) });
}

interface Held {
  readonly history: History;
  readonly tables: readonly TableCounts[];
}

export async function readDataFiles(files: DataFiles, options: ReadOptions): Promise<Result<ReadSource, SourceFault>> {
  const read = await readHeadings(files);
  if (!read.ok) return read;
  const headings = read.value;
  const { seed, timeZone, onRows = () => {}, control = UNWATCHED } = options;
  const { onChanged = 'keep' } = options;
  const tally = createImportTally(options.scratch);
  const tallies = {
    leads: tally.of(fileNameOf('leads'), ['leads']),
    activities: tally.of(fileNameOf('activities'), []),
    stages: tally.of(fileNameOf('stages'), []),
  };
  const sources: ReadFile[] = [];
  const warnings: string[] = [];
  const readTable = async (table: TableName, taken: FolderTable): Promise<SourceFault | null> => {
    const path = files[table];
    if (path === undefined) return null;
    const file = fileOf(path);
    const facts = await readRowBytes(
      file,
      control,
      folderRowTaker(table, headings[table], taken, tallies[table], onChanged),
    );
    if (!facts.ok) return facts.error;
    const { sizeBytes, sha256, damagedLine } = facts.value;
    sources.push({ name: file.name, sizeBytes, sha256, encoding: 'utf-8', heading: headings[table] });
    if (damagedLine !== null) warnings.push(damageWarning(file.name, damagedLine));
    return null;
  };

  const leads = createLeadStore({
    heading: headings.leads,
    timeZone,
    kinds: options.attributeKinds ?? {},
    seed: seed?.leads,
    onChanged,
  });
  const fault = await readTable('leads', { leads: null, add: (_, rows, index) => leads.add(rows, index) });
  if (fault !== null) return fail(fault);
  const activities = createActivityStore({
    leadCount: leads.ids.count(),
    properties: ownColumns(headings.activities, 'activities'),
    propertyKinds: options.propertyKinds ?? {},
    known: options.known,
    scratch: options.scratch,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const reading = activities.reading({
    properties: ownColumns(headings.activities, 'activities').map((name) => ({
      name,
      index: headings.activities.indexOf(name),
    })),
  });
  const stages = createStageStore(headings.stages, timeZone, seed?.stages);
  const ofActivities = await readTable('activities', {
    leads: leads.ids,
    see: reading.see,
    add: activityAdder(headings.activities, timeZone, reading),
  });
  const known = seed === undefined || seed.stages.count === 0 ? null : createKnownStages(seed, timeZone, onChanged);
  const addStage = stageAdder(headings.stages, stages, tallies.stages, known, onChanged);
  const ofStages = ofActivities ?? (await readTable('stages', { leads: leads.ids, add: addStage }));
  known?.endFile();
  if (ofStages !== null) return fail(ofStages);
  const gathered = gatheredHistory(
    {
      timeZone,
      leads: leads.finish(),
      stages: stages.finish(leads.ids.count()),
      referenceDateMs: options.referenceDateMs,
    },
    activities.inOrder(onRows),
  );
  return ok({
    gathered,
    warnings: [...warnings, ...tally.files().flatMap(strangerWarning)],
    sources,
    files: () => tally.files(duplicatesByTable(gathered.activities.duplicates())),
    rejected: tally.rejected,
    changed: tally.changed,
  });
}

/** The tallies stand in the order of the tables, and only one of them is of activities. */
const duplicatesByTable = ([duplicates = 0]: readonly number[]): readonly number[] =>
  TABLE_NAMES.map((table) => (table === 'activities' ? duplicates : 0));
