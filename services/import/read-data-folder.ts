/** A data folder as REPLAY.md section 1 has it: strict, so that the same folder gives everybody the same history. */
import { basename } from 'node:path';
import type { ImportReport, RejectedRow, TableCounts } from '../../api/import.ts';
import { createHistoryBuilder, type HistoryBuilder, type RowFault } from '../../core/history/build-history.ts';
import type { ColumnKind, History } from '../../core/history/history.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import {
  type ActivityStore,
  closingOnFailure,
  createActivityStore,
  type KnownActivities,
  type StoreLimits,
} from './activities/activity-store.ts';
import { tableOfTexts } from './activities/byte-table.ts';
import { readRowBytes } from './activities/read-row-bytes.ts';
import { folderRowTaker } from './activities/take-folder-rows.ts';
import { type DataFiles, fileNameOf, findDataFiles, TABLE_NAMES, type TableName } from './data-files.ts';
import { type GatheredHistory, gatheredHistory, heldInMemory, withoutActivities } from './gathered-history.ts';
import { createImportTally, type ImportTally } from './import-tally.ts';
import { createKnownRows, type KnownRows } from './known-rows.ts';
import type { RowPlace } from './parse-piece.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { badSource, type SourceFault } from './source-fault.ts';
import type { ReadControl } from './source-text.ts';

export interface ReadOptions {
  /** IANA name, checked by the caller. */
  readonly timeZone: string;
  readonly referenceDateMs: number;
  /** The rows are added to these; those that it holds already are counted as duplicates. Its activities are `known`. */
  readonly seed?: History;
  readonly known?: KnownActivities;
  /** Where activities may lie that memory should not hold; absent: they are held in memory. */
  readonly scratchPath?: string;
  readonly limits?: StoreLimits;
  /** Hears how many activities have been given out in order. */
  readonly onRows?: (rows: number) => void;
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
  /** Gives back what the activities lie in. */
  readonly close: () => void;
}

/** The whole history, in memory. */
export async function readDataFolder(
  folder: string,
  options: ReadOptions,
): Promise<Result<Omit<ReadSource, 'gathered' | 'tables' | 'close'> & Held, SourceFault>> {
  const files = await findDataFiles(folder);
  if (!files.ok) return files;
  const read = await readDataFiles(files.value, options);
  if (!read.ok) return read;
  const { gathered, warnings, sources, tables, rejected, close } = read.value;
  const history = heldInMemory(gathered);
  close();
  return ok({ history, tables: tables(), warnings, sources, rejected });
}

interface Held {
  readonly history: History;
  readonly tables: readonly TableCounts[];
}

export async function readDataFiles(files: DataFiles, options: ReadOptions): Promise<Result<ReadSource, SourceFault>> {
  const headings = await readHeadings(files);
  if (!headings.ok) return headings;
  const { seed, onRows = () => {}, control = UNWATCHED } = options;
  const builder = createHistoryBuilder({
    timeZone: options.timeZone,
    referenceDateMs: options.referenceDateMs,
    ...(seed === undefined ? {} : { seed: withoutActivities(seed) }),
    attributeNames: ownColumns(headings.value.leads, 'leads'),
    attributeKinds: options.attributeKinds ?? {},
    propertyNames: [],
  });
  const target = { builder, tally: createImportTally(['leads']), known: createKnownRows(seed), control };
  const sources: ImportReport['sources'][number][] = [];
  const warnings: string[] = [];
  const readFile = async (path: string, read: Promise<Result<ReadRows, SourceFault>>): Promise<SourceFault | null> => {
    const done = await read;
    if (!done.ok) return done.error;
    const { sizeBytes, sha256, damagedLine } = done.value;
    sources.push({ name: basename(path), sizeBytes, sha256, encoding: 'utf-8' });
    if (damagedLine !== null) warnings.push(damageWarning(basename(path), damagedLine));
    return null;
  };
  const ids = [...(seed?.leads.ids ?? [])];
  const ofLeads = await readFile(files.leads, readTable('leads', files.leads, headings.value.leads, target, ids));
  if (ofLeads !== null) return fail(ofLeads);
  const store = createActivityStore({
    leadCount: ids.length,
    properties: ownColumns(headings.value.activities, 'activities').map((name) => ({
      name,
      index: headings.value.activities.indexOf(name),
    })),
    propertyKinds: options.propertyKinds ?? {},
    known: options.known,
    scratchPath: options.scratchPath ?? null,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  return closingOnFailure(store, async () => {
    if (files.activities !== undefined) {
      const fault = await readFile(
        files.activities,
        readActivities(files.activities, headings.value.activities, options.timeZone, ids, store, target),
      );
      if (fault !== null) return fail(fault);
    }
    if (files.stages !== undefined) {
      const fault = await readFile(files.stages, readTable('stages', files.stages, headings.value.stages, target, []));
      if (fault !== null) return fail(fault);
    }
    const gathered = gatheredHistory(builder, store, options.referenceDateMs, onRows);
    return ok({
      gathered,
      warnings: [...warnings, ...target.tally.counts().flatMap(strangerWarning)],
      sources,
      tables: () => target.tally.counts(gathered.activities.duplicates()),
      rejected: target.tally.rejected,
      close: store.close,
    });
  });
}

function readActivities(
  path: string,
  heading: readonly string[],
  timeZone: string,
  ids: readonly string[],
  store: ActivityStore,
  { tally, control }: Target,
): Promise<Result<ReadRows, SourceFault>> {
  const takeRow = folderRowTaker({
    heading,
    leads: tableOfTexts(ids),
    store,
    tally,
    timeZone,
    lengthFault: (row) => lengthFault('activities', row, row.cells, heading.length),
    rowFault: (fault, row) => rowFault('activities', fault, row),
  });
  return readRowBytes(fileOf(path), control, takeRow);
}

export const damageWarning = (name: string, line: number): string =>
  `${name} holds the sign for a lost character (\ufffd), first in line ${line}: an earlier export has damaged it. It was imported as it is.`;

export const UNWATCHED: ReadControl = { isCancelled: () => false, onRead: () => {} };

/** The columns that a table must and may have; further ones are attributes and properties, which stages have none of. */
const COLUMNS: Readonly<
  Record<TableName, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  leads: { required: ['id'], optional: ['created'] },
  activities: { required: ['lead', 'at', 'type'], optional: [] },
  stages: { required: ['lead', 'at', 'stage'], optional: ['amount', 'reason'] },
};

type Headings = Readonly<Record<TableName, readonly string[]>>;

const ownColumns = (heading: readonly string[], table: TableName): readonly string[] =>
  heading.filter((name) => !isFixed(name, table));

const isFixed = (name: string, table: TableName): boolean =>
  COLUMNS[table].required.includes(name) || COLUMNS[table].optional.includes(name);

/** Read before all rows: the builder wants to know every column at the start. An empty file has an empty heading. */
async function readHeadings(files: DataFiles): Promise<Result<Headings, SourceFault>> {
  const headings: Record<TableName, readonly string[]> = { leads: [], activities: [], stages: [] };
  for (const table of TABLE_NAMES) {
    const path = files[table];
    if (path === undefined) continue;
    const read = await readRows(fileOf(path), UNWATCHED, (cells) => {
      headings[table] = cells;
      return 'enough';
    });
    if (!read.ok) return read;
    const fault = headingFault(table, headings[table]);
    if (fault !== null) return fail(fault);
  }
  return ok(headings);
}

const fileOf = (path: string) => ({ path, name: basename(path), encoding: 'utf-8', delimiter: ',' }) as const;

function headingFault(table: TableName, heading: readonly string[]): SourceFault | null {
  const file = fileNameOf(table);
  if (heading.length === 0)
    return table === 'leads' ? badSource(`${file} is empty.`, 'It needs at least the heading "id".') : null;
  const todo = `The columns of ${file} are ${[...COLUMNS[table].required, ...COLUMNS[table].optional].join(', ')}, spelled exactly so; correct row 0 (line 1).`;
  for (const [index, name] of heading.entries()) {
    if (name.trim() === '')
      return badSource(`${file}: column ${index + 1} has no name.`, `Name it in line 1, or remove it.`);
    if (heading.indexOf(name) < index)
      return badSource(`${file} has two columns named "${name}".`, 'Rename or remove one of them in line 1.');
    if (table === 'stages' && !isFixed(name, table))
      return badSource(`${file} has the unknown column "${name}".`, todo);
  }
  const missing = COLUMNS[table].required.find((name) => !heading.includes(name));
  return missing === undefined ? null : badSource(`${file} lacks the column "${missing}".`, todo);
}

interface Target {
  readonly builder: HistoryBuilder;
  readonly tally: ImportTally;
  readonly known: KnownRows;
  readonly control: ReadControl;
}

/** `ids` grows with the leads that are added. */
function readTable(
  table: 'leads' | 'stages',
  path: string,
  heading: readonly string[],
  target: Target,
  ids: string[],
): Promise<Result<ReadRows, SourceFault>> {
  const own = ownColumns(heading, table).map((name) => ({ name, index: heading.indexOf(name) }));
  const takeRow = rowTaker(table, heading, own, target, ids);
  return readRows(fileOf(path), target.control, (cells, place) => {
    if (place.row === 0) return null;
    if (cells.length !== heading.length) {
      return lengthFault(table, place, cells.length, heading.length);
    }
    return takeRow(cells, place);
  });
}

const lengthFault = (table: TableName, place: RowPlace, cells: number, wanted: number): SourceFault =>
  badSource(
    `${whereOf(table, place)} has ${cells} cells, and the heading has ${wanted}.`,
    'Complete or remove the row; a comma within a cell needs quotation marks around the cell.',
  );

const whereOf = (table: TableName, { row, line }: RowPlace): string =>
  `${fileNameOf(table)}, row ${row} (line ${line})`;

type OwnColumn = { readonly name: string; readonly index: number };

function rowTaker(
  table: 'leads' | 'stages',
  heading: readonly string[],
  own: readonly OwnColumn[],
  { builder, tally, known }: Target,
  ids: string[],
) {
  const cellOf = (name: string) => {
    const index = heading.indexOf(name);
    return (cells: readonly string[]): string => cells[index] ?? '';
  };
  const ownCells = (cells: readonly string[]) => own.map(({ index }) => cells[index] ?? '');
  const settle = (
    outcome: ReturnType<HistoryBuilder['addLead']>,
    leadId: string,
    place: RowPlace,
  ): SourceFault | null => {
    if (outcome.kind === 'added') tally.accept(table);
    else if (outcome.kind !== 'unknownLead') return rowFault(table, outcome, place);
    else
      tally.reject({
        file: fileNameOf(table),
        table,
        line: place.line,
        column: 'lead',
        value: leadId,
        reason: 'There is no lead with this id.',
      });
    return null;
  };
  if (table === 'leads') {
    const [id, created] = [cellOf('id'), cellOf('created')];
    const met = new Set<string>();
    return (cells: readonly string[], place: RowPlace) => {
      const isRepeated = met.has(id(cells));
      if (!isRepeated && known.hasLead(id(cells))) {
        met.add(id(cells));
        tally.duplicate(table);
        return null;
      }
      const outcome = builder.addLead(id(cells), created(cells), ownCells(cells));
      if (outcome.kind === 'added') ids.push(id(cells));
      return settle(outcome, id(cells), place);
    };
  }
  const [lead, at] = [cellOf('lead'), cellOf('at')];
  const [stage, amount, reason] = [cellOf('stage'), cellOf('amount'), cellOf('reason')];
  return (cells: readonly string[], place: RowPlace) => {
    if (
      known.hasLead(lead(cells)) &&
      known.takeStage(lead(cells), at(cells), stage(cells), amount(cells), reason(cells))
    ) {
      tally.duplicate(table);
      return null;
    }
    return settle(
      builder.addStage(lead(cells), at(cells), stage(cells), amount(cells), reason(cells)),
      lead(cells),
      place,
    );
  };
}

function rowFault(table: TableName, fault: RowFault, place: RowPlace): SourceFault {
  const where = `${whereOf(table, place)}, column "${fault.column}"`;
  return badSource(`${where}: ${reasonOf(fault)}`, 'Correct the row or remove it.');
}

/** Why a row was refused, as a sentence that quotes the cell. */
export function reasonOf(fault: RowFault): string {
  const cell = `"${fault.value.length > 60 ? `${fault.value.slice(0, 60)}…` : fault.value}"`;
  switch (fault.kind) {
    case 'emptyId':
      return 'the id is empty.';
    case 'repeatedId':
      return `the id ${cell} stands in an earlier row already.`;
    case 'unreadableTime':
      return `${fault.value.trim() === '' ? 'the time is missing' : `${cell} is no ISO 8601 time`}; write 2025-03-31 or 2025-03-31T14:30:00Z.`;
    case 'unreadableAmount':
      return `${cell} is no number; write digits with a point, such as 1200.50.`;
    case 'unknownStage':
      return `${cell} is no stage; the stages are mql, sal, sql, opportunity, won, lost, rejected and recycled.`;
  }
}

function strangerWarning({ table, rejected }: TableCounts): readonly string[] {
  if (rejected === 0) return [];
  return [
    `${fileNameOf(table)}: ${rejected} ${rejected === 1 ? 'row was' : 'rows were'} left out, of leads that leads.csv lacks.`,
  ];
}
