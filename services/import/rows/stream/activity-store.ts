/** The activities of an import on their way from the file to the workshop; memory does not grow with their number. */
import type { ColumnKind } from '../../../../core/history/history.ts';
import { MISSING } from '../../../../core/history/history.ts';
import { ok } from '../../../../core/result.ts';
import { foldText } from '../../../../core/text.ts';
import {
  type ActivityFacts,
  type ActivityRows,
  type ColumnFacts,
  ROWS_PER_CHUNK,
  type StreamedActivities,
} from '../../../../db/history/write-history.ts';
import type { FormReader, UnreadCells } from '../../mapping/column-forms.ts';
import { type CellDictionary, createCellDictionary } from './cell-dictionary.ts';
import { createKnownFilter } from './drop-known.ts';
import { createFormDictionary } from './form-dictionary.ts';
import { createLeadBuckets } from './ordered-rows.ts';
import { AT_INTS, CODES, createRecords, LEAD, leadOf, type Records, widthOf } from './record-buckets.ts';
import type { ScannedRows } from './scan-rows.ts';
import type { ScratchFile } from './scratch-file.ts';

/** The activities that the workshop holds: columns first, then rows in their order. */
export interface KnownActivities {
  readonly type: { readonly cells: readonly string[] };
  readonly properties: readonly { readonly name: string; readonly cells: readonly string[] }[];
  /** `leads[row]`: the lead of the row. */
  readonly each: (take: (rows: ActivityRows, leads: Int32Array) => void) => void;
}

export interface StoreOptions {
  readonly leadCount: number;
  /** Properties that any of the files has. */
  readonly properties: readonly string[];
  readonly propertyKinds: Readonly<Record<string, ColumnKind>>;
  readonly known?: KnownActivities | undefined;
  /** Where rows lie that memory should not hold; absent: all are held in memory. */
  readonly scratch: ScratchFile | undefined;
  readonly limits?: StoreLimits;
}

/** How the rows of one file are read. */
export interface ActivityFile {
  /** Its properties, and in which of its cells they stand. */
  readonly properties: readonly { readonly name: string; readonly index: number }[];
  /** Cells of properties that mean "not answered". */
  readonly isMissing?: ((cell: string) => boolean) | undefined;
  /** By property: how its cells are read where they are written in a form of their own. */
  readonly forms?: ReadonlyMap<string, FormReader>;
  /** Where cells are noted that do not read in their form. */
  readonly unread?: UnreadCells;
  /** Cells that name no type. */
  readonly isTypeMissing?: ((cell: string) => boolean) | undefined;
}

export interface StoreLimits {
  /** Rows held in memory before they go to the scratch file. */
  readonly memoryBytes: number;
  /** Rows sorted at a time. */
  readonly sortedRows: number;
}

const LIMITS: StoreLimits = { memoryBytes: 1 << 26, sortedRows: 1 << 20 };

export type OnRows = (rows: number, atMost: number) => void;

export interface ActivityReading {
  readonly types: Pick<CellDictionary, 'codeOf'>;
  /** Row `index` of the rows. */
  readonly add: (lead: number, atMs: number, type: number, rows: ScannedRows, index: number) => void;
  /** Lets the cells of a row that is left out count for the kinds of their columns. */
  readonly see: (rows: ScannedRows, index: number) => void;
}

export interface ActivityStore {
  /** One file after the other. */
  readonly reading: (file: ActivityFile) => ActivityReading;
  /** Once all are added. `onRows` hears how many rows have been given out, and of how many at most. */
  readonly inOrder: (onRows: OnRows) => StreamedActivities & {
    /** Rows that the workshop holds, or an earlier file has, by file. */
    readonly duplicates: () => readonly number[];
  };
}

export function createActivityStore(options: StoreOptions): ActivityStore {
  const { leadCount, known, limits = LIMITS } = options;
  const types = createCellDictionary({ kind: 'text', cells: known?.type.cells });
  const properties = propertiesOf(options);
  /** Behind the codes of a row stands the number of its file. */
  const fileAt = CODES + 1 + properties.length;
  const width = widthOf(2 + properties.length);
  const buckets = createLeadBuckets(leadCount, {
    width,
    scratch: options.scratch,
    memory: { freeBytes: limits.memoryBytes },
    sortedRows: limits.sortedRows,
  });
  const record = createRecords(width, 1);
  known?.each((rows, leads) => {
    for (let row = 0; row < rows.rows; row += 1) {
      record.floats[0] = rows.atMs[row] ?? 0;
      record.ints[LEAD] = ~(leads[row] ?? 0);
      record.ints[CODES] = rows.type[row] ?? MISSING;
      for (let index = 0; index < properties.length; index += 1) {
        record.ints[CODES + 1 + index] = rows.properties[index]?.[row] ?? MISSING;
      }
      buckets.push(record, 0);
    }
  });
  let files = 0;
  return {
    reading: (file) => {
      const columns = columnsOf(properties, file);
      const number = files;
      files += 1;
      return {
        types: file.isTypeMissing === undefined ? types : readAnew(types, file.isTypeMissing),
        add: (lead, atMs, type, { text, first, starts, ends }, row) => {
          const base = first[row] ?? 0;
          record.floats[0] = atMs;
          record.ints[LEAD] = lead;
          record.ints[CODES] = type;
          record.ints[fileAt] = number;
          for (let index = 0; index < columns.length; index += 1) {
            const column = columns[index];
            if (column === undefined) break;
            const cell = base + column.index;
            record.ints[CODES + 1 + index] =
              column.index < 0 ? MISSING : column.dictionary.codeOf(text, starts[cell] ?? 0, ends[cell] ?? 0);
          }
          buckets.push(record, 0);
        },
        see: ({ text, first, starts, ends }, row) => {
          const base = first[row] ?? 0;
          for (const { index, dictionary } of columns) {
            if (index >= 0) dictionary.see(text, starts[base + index] ?? 0, ends[base + index] ?? 0);
          }
        },
      };
    },
    inOrder: (onRows) => {
      const duplicates = Array.from({ length: files }, () => 0);
      return {
        properties: properties.map(({ name }) => name),
        duplicates: () => duplicates,
        each: (take) => {
          const typeCodes = known === undefined ? plainTypes(types) : usedTypes(types, known.type.cells.length);
          const isKnown =
            known === undefined && files < 2
              ? () => false
              : createKnownFilter(1 + properties.length, foldedTypes(types), { fileAt, files });
          const chunk = createChunk(properties.length, take, (rows) => onRows(rows, buckets.rows()));
          const offsets = new Int32Array(leadCount + 1);
          const firstAtMs = new Float64Array(leadCount).fill(Number.POSITIVE_INFINITY);
          buckets.inOrder((records, row) => {
            if (isKnown(records, row)) {
              const file = records.ints[row * width + fileAt] ?? 0;
              duplicates[file] = (duplicates[file] ?? 0) + 1;
              return;
            }
            const lead = leadOf(records.ints[row * width + LEAD] ?? 0);
            const before = offsets[lead + 1] ?? 0;
            if (before === 0) firstAtMs[lead] = records.floats[(row * width) / AT_INTS] ?? 0;
            offsets[lead + 1] = before + 1;
            chunk.push(records, row, typeCodes.codeOf(records.ints[row * width + CODES] ?? MISSING));
          });
          const count = chunk.finish();
          for (let lead = 0; lead < leadCount; lead += 1)
            offsets[lead + 1] = (offsets[lead + 1] ?? 0) + (offsets[lead] ?? 0);
          return {
            count,
            offsets,
            firstAtMs,
            type: { name: 'type', kind: 'text', ...typeCodes.facts() },
            properties: properties.map(({ name, dictionary }) => ({
              name,
              kind: dictionary.kind(),
              count: dictionary.count(),
              cellOf: dictionary.cellOf,
            })),
          } satisfies ActivityFacts;
        },
      };
    },
  };
}

interface PropertyColumn {
  readonly name: string;
  readonly dictionary: CellDictionary;
}

/** The workshop's columns first, then those that only the files have. */
function propertiesOf({ known, properties, propertyKinds }: StoreOptions): readonly PropertyColumn[] {
  const held = known?.properties ?? [];
  const fresh = properties.filter((name) => !held.some((column) => column.name === name));
  return [...held, ...fresh.map((name) => ({ name, cells: [] }))].map(({ name, cells }) => ({
    name,
    dictionary: createCellDictionary({ kind: propertyKinds[name], cells }),
  }));
}

/** The columns as one file has them; −1 where it lacks the property. */
const columnsOf = (
  properties: readonly PropertyColumn[],
  { properties: own, forms, isMissing, unread }: ActivityFile,
) =>
  properties.map(({ name, dictionary }) => {
    const form = forms?.get(name);
    const isPlain = form === undefined && isMissing === undefined;
    return {
      index: own.find((column) => column.name === name)?.index ?? -1,
      dictionary: isPlain
        ? dictionary
        : createFormDictionary(dictionary, form ?? AS_WRITTEN, isMissing, (cell, reason) =>
            unread?.note(name, cell, reason),
          ),
    };
  });

const AS_WRITTEN: Pick<FormReader, 'read' | 'readsEmpty'> = { read: ok, readsEmpty: false };

const readAnew = (types: CellDictionary, isMissing: (cell: string) => boolean): CellDictionary =>
  createFormDictionary(types, AS_WRITTEN, isMissing, () => {});

interface TypeCodes {
  readonly codeOf: (code: number) => number;
  readonly facts: () => Pick<ColumnFacts, 'count' | 'cellOf'>;
}

const plainTypes = (types: CellDictionary): TypeCodes => ({
  codeOf: (code) => code,
  facts: () => ({ count: types.count(), cellOf: types.cellOf }),
});

/** Leaves types out that only dropped rows have: another spelling of a type is no new one. */
function usedTypes(types: CellDictionary, knownTypes: number): TypeCodes {
  const used: number[] = Array.from({ length: knownTypes }, (_, code) => code);
  const codes = new Int32Array(types.count()).fill(MISSING);
  for (const code of used) codes[code] = code;
  return {
    codeOf: (code) => {
      if (code === MISSING) return MISSING;
      let final = codes[code] ?? MISSING;
      if (final === MISSING) {
        final = used.length;
        codes[code] = final;
        used.push(code);
      }
      return final;
    },
    facts: () => ({ count: used.length, cellOf: (code) => types.cellOf(used[code] ?? 0) }),
  };
}

function foldedTypes(types: CellDictionary): Int32Array {
  const codeByFolded = new Map<string, number>();
  return Int32Array.from({ length: types.count() }, (_, code) => {
    const folded = foldText(types.cellOf(code));
    const first = codeByFolded.get(folded) ?? code;
    codeByFolded.set(folded, first);
    return first;
  });
}

function createChunk(properties: number, take: (rows: ActivityRows) => void, onRows: (rows: number) => void) {
  const atMs = new Float64Array(ROWS_PER_CHUNK);
  const type = new Int32Array(ROWS_PER_CHUNK);
  const columns = Array.from({ length: properties }, () => new Int32Array(ROWS_PER_CHUNK));
  let rows = 0;
  let count = 0;
  const flush = () => {
    if (rows > 0) take({ rows, atMs, type, properties: columns });
    count += rows;
    rows = 0;
    onRows(count);
  };
  return {
    push: ({ ints, floats, width }: Records, row: number, typeCode: number) => {
      const base = row * width;
      atMs[rows] = floats[base / AT_INTS] ?? 0;
      type[rows] = typeCode;
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index];
        if (column !== undefined) column[rows] = ints[base + CODES + 1 + index] ?? MISSING;
      }
      rows += 1;
      if (rows === ROWS_PER_CHUNK) flush();
    },
    finish: (): number => {
      flush();
      return count;
    },
  };
}
