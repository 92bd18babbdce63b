/** What of a packed history is kept as JSON: small things, and all that says how long the columns are. */
import type { PackedChunk, PackedSizes, PackedStore } from '../../../core/replay/packed/packed-store.ts';
import type { SignatureValues } from '../../../core/replay/packed/rule-points.ts';
import type { HistorySummary } from '../packed/history-summary.ts';
import type { PackedParts } from '../packed/packed-history.ts';

export interface ShelfHeader {
  /** What the packing depends on, as a hash. */
  readonly key: string;
  readonly store: Omit<PackedStore, 'memory' | 'addresses'>;
  readonly summary: HistorySummary;
  readonly signatures: Pick<SignatureValues, 'count'> & { readonly ruleIds: readonly string[] };
}

export function headerText(key: string, { store, summary, signatures }: Omit<PackedParts, 'key' | 'memory'>): string {
  const { memory: _memory, addresses: _addresses, ...kept } = store;
  const header: ShelfHeader = {
    key,
    store: kept,
    summary,
    signatures: { count: signatures.count, ruleIds: [...signatures.valuesByRule.keys()] },
  };
  return JSON.stringify(header, (_name, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint8Array | Uint16Array | Float64Array) : value,
  );
}

/** Null: not the header of a packed history. Numbers that are no numbers come as null from JSON, and are refused with it. */
export function parseHeader(text: string): ShelfHeader | null {
  try {
    return readHeader(recordOf(JSON.parse(text)));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Every field is looked at by hand: a schema would have to be loaded before the first frame. */
function readHeader({ key, store, summary, signatures }: Fields): ShelfHeader {
  const { count, ruleIds } = recordOf(signatures);
  return {
    key: textOf(key),
    store: readStore(recordOf(store)),
    summary: readSummary(recordOf(summary)),
    signatures: { count: countOf(count), ruleIds: listOf(ruleIds, textOf) },
  };
}

function readStore({ sizes, cellsKey, setMembers, hasLater, chunks, mainPlaces }: Fields): ShelfHeader['store'] {
  return {
    sizes: sizesOf(sizes),
    cellsKey: textOf(cellsKey),
    setMembers: Uint16Array.from(listOf(setMembers, countOf)),
    hasLater: Uint8Array.from(listOf(hasLater, countOf)),
    chunks: listOf(chunks, chunkOf),
    mainPlaces: countOf(mainPlaces),
  };
}

function readSummary({ leads, cohort, warnings, names, longestHours }: Fields): HistorySummary {
  const ofCohort = recordOf(cohort);
  const calendar = recordOf(ofCohort['calendar']);
  const { attributes, properties, types } = recordOf(names);
  return {
    leads: countOf(leads),
    cohort: {
      asOfMs: numberOf(ofCohort['asOfMs']),
      leads: countOf(ofCohort['leads']),
      customers: countOf(ofCohort['customers']),
      sqls: countOf(ofCohort['sqls']),
      calendar: {
        earliestMs: numberOf(calendar['earliestMs']),
        weeks: countOf(calendar['weeks']),
        monthStartsMs: Float64Array.from(listOf(calendar['monthStartsMs'], numberOf)),
      },
    },
    warnings: listOf(warnings, textOf),
    names: {
      attributes: listOf(attributes, textOf),
      properties: listOf(properties, textOf),
      types: listOf(types, textOf),
    },
    longestHours: countOf(longestHours),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const refused = (): SyntaxError => new SyntaxError('not the header of a packed history');

function recordOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused();
  return value as Fields;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw refused();
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw refused();
  return value;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function countOf(value: unknown): number {
  if (!isCount(value)) throw refused();
  return value;
}

/** Whichever counts there are: that none is missing shows when the lengths are added up. */
const hasCounts = (value: unknown): boolean => Object.values(recordOf(value)).every(isCount);
const areSizes = (value: unknown): value is PackedSizes => hasCounts(value);
const isChunk = (value: unknown): value is PackedChunk => hasCounts(value);

function sizesOf(value: unknown): PackedSizes {
  if (!areSizes(value)) throw refused();
  return value;
}

function chunkOf(value: unknown): PackedChunk {
  if (!isChunk(value)) throw refused();
  return value;
}

function listOf<T>(value: unknown, itemOf: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw refused();
  return value.map(itemOf);
}
