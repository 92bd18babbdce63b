/** A data folder as REPLAY.md section 1 has it: strict, so that the same folder gives everybody the same history. */
import type { ImportReport, RejectedRow, TableCounts } from '../../api/import.ts';
import type { ColumnKind, History } from '../../core/history/history.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type DataFiles, findDataFiles, type TableName } from './data-files.ts';
import { damageWarning, strangerWarning } from './folder-faults.ts';
import { fileOf, type Headings, ownColumns, readHeadings } from './folder-headings.ts';
import { type GatheredHistory, gatheredHistory, heldInMemory } from './gathered-history.ts';
import { createImportTally } from './import-tally.ts';
import { createKnownRows } from './known-rows.ts';
import type { SourceFault } from './source-fault.ts';
import { type ReadControl, UNWATCHED } from './source-text.ts';
import { createActivityStore, type KnownActivities, type OnRows, type StoreLimits } from './stream/activity-store.ts';
import { createLeadStore } from './stream/lead-store.ts';
import { readRowBytes } from './stream/read-row-bytes.ts';
import { cellText } from './stream/scan-rows.ts';
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
}

export interface ReadSource {
  readonly gathered: GatheredHistory;
  readonly warnings: readonly string[];
  readonly sources: ImportReport['sources'];
  /** Once the activities have been given out: before, nobody knows which of them the workshop holds. */
  readonly tables: () => readonly TableCounts[];
  readonly rejected: Iterable<RejectedRow>;
}

/** The whole history, in memory. */
export async function readDataFolder(
  folder: string,
  options: ReadOptions,
): Promise<Result<Omit<ReadSource, 'gathered' | 'tables'> & Held, SourceFault>> {
  const files = await findDataFiles(folder);
  if (!files.ok) return files;
  const read = await readDataFiles(files.value, options);
  if (!read.ok) return read;
  const { gathered, warnings, sources, tables, rejected } = read.value;
  const history = heldInMemory(gathered);
  return ok({ history, tables: tables(), warnings, sources, rejected });
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
  const tally = createImportTally(['leads'], options.scratch);
  const sources: ImportReport['sources'][number][] = [];
  const warnings: string[] = [];
  const readTable = async (table: TableName, taken: FolderTable): Promise<SourceFault | null> => {
    const path = files[table];
    if (path === undefined) return null;
    const file = fileOf(path);
    const facts = await readRowBytes(file, control, folderRowTaker(table, headings[table], taken, tally));
    if (!facts.ok) return facts.error;
    const { sizeBytes, sha256, damagedLine } = facts.value;
    sources.push({ name: file.name, sizeBytes, sha256, encoding: 'utf-8' });
    if (damagedLine !== null) warnings.push(damageWarning(file.name, damagedLine));
    return null;
  };

  const leads = createLeadStore({
    heading: headings.leads,
    timeZone,
    kinds: options.attributeKinds ?? {},
    seed: seed?.leads,
  });
  const fault = await readTable('leads', { leads: null, add: (_, rows, index) => leads.add(rows, index) });
  if (fault !== null) return fail(fault);
  const activities = createActivityStore({
    leadCount: leads.ids.count(),
    properties: ownColumns(headings.activities, 'activities').map((name) => ({
      name,
      index: headings.activities.indexOf(name),
    })),
    propertyKinds: options.propertyKinds ?? {},
    known: options.known,
    scratch: options.scratch,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const stages = createStageStore(headings.stages, timeZone, seed?.stages);
  const ofActivities = await readTable('activities', {
    leads: leads.ids,
    see: activities.see,
    add: activityAdder(headings.activities, timeZone, activities),
  });
  const ofStages =
    ofActivities ?? (await readTable('stages', { leads: leads.ids, add: stageAdder(headings, seed, stages.add) }));
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
    warnings: [...warnings, ...tally.counts().flatMap(strangerWarning)],
    sources,
    tables: () => tally.counts(gathered.activities.duplicates()),
    rejected: tally.rejected,
  });
}

/** A stage that the workshop holds already is not added again. */
function stageAdder(headings: Headings, seed: History | undefined, add: FolderTable['add']): FolderTable['add'] {
  if (seed === undefined || seed.stages.count === 0) return add;
  const known = createKnownRows(seed);
  const cells = ['lead', 'at', 'stage', 'amount', 'reason'].map((name) => headings.stages.indexOf(name));
  return (leadIndex, rows, index) => {
    const [lead = '', at = '', stage = '', amount = '', reason = ''] = cells.map((cell) =>
      cell < 0 ? '' : cellText(rows, index, cell),
    );
    const isKnown = known.hasLead(lead) && known.takeStage(lead, at, stage, amount, reason);
    return isKnown ? { kind: 'duplicate' } : add(leadIndex, rows, index);
  };
}
