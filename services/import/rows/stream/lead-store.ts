/** The leads of a data folder, read as bytes: neither ids nor cells become strings before they are written. */

import type { OnChanged } from '../../../../api/import.ts';
import type { RowOutcome } from '../../../../core/history/build-history.ts';
import { kindOfCells } from '../../../../core/history/cell.ts';
import { growingFloat64, growingInt32 } from '../../../../core/history/growing-column.ts';
import { keepHeldCells } from '../../../../core/history/held-cells.ts';
import { type ColumnKind, type History, MISSING } from '../../../../core/history/history.ts';
import type { StreamedLeads } from '../../../../db/history/write-history.ts';
import { type ByteTable, createByteTable, NOT_THERE } from './byte-table.ts';
import { encodeText } from './byte-text.ts';
import { createCellDictionary } from './cell-dictionary.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import { cellText, type ScannedRows } from './scan-rows.ts';

export interface LeadStore {
  /** The position of each lead by its id. */
  readonly ids: ByteTable;
  readonly add: (rows: ScannedRows, index: number) => LeadOutcome;
  /** `createdAtMs` is NaN where the file does not say it. */
  readonly finish: () => StreamedLeads;
}

/** The workshop holds the lead, and this file had not named it before; `changed`: the first cell that differs, which was taken where that is wanted. */
export type LeadOutcome =
  | RowOutcome
  | { readonly kind: 'duplicate' }
  | {
      readonly kind: 'changed';
      readonly lead: string;
      readonly column: string;
      readonly held: string;
      readonly given: string;
    };

export interface LeadStoreOptions {
  readonly heading: readonly string[];
  readonly timeZone: string;
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  readonly seed: History['leads'] | undefined;
  readonly onChanged: OnChanged;
}

const CREATED = 'created';
const ADDED: RowOutcome = { kind: 'added' };
const DUPLICATE = { kind: 'duplicate' } as const;

export function createLeadStore({ heading, timeZone, kinds, seed, onChanged }: LeadStoreOptions): LeadStore {
  const ids = createByteTable();
  const entries = growingInt32();
  for (const [lead, id] of (seed?.ids ?? []).entries()) {
    const text = encodeText(id);
    entries.push(ids.add(text, 0, text.bytes.length, lead));
  }
  const heldLeads = entries.length();
  const met = new Uint8Array(heldLeads);
  const kindOf = (name: string): ColumnKind | undefined => (name === CREATED ? 'date' : kinds[name]);
  const attributes = attributesOf(heading, kindOf, seed);
  const changedAttributes = new Set<string>();
  const createdAtMs = growingFloat64();
  const heldCreated = seed?.attributes.find(({ name }) => name === CREATED);
  for (let lead = 0; lead < heldLeads; lead += 1) {
    const isGiven = (heldCreated?.codes[lead] ?? MISSING) !== MISSING;
    createdAtMs.push(isGiven ? (seed?.createdAtMs[lead] ?? Number.NaN) : Number.NaN);
  }
  const [id, created] = [heading.indexOf('id'), heading.indexOf(CREATED)];
  const readInstant = createInstantReader(timeZone);
  const createdOf = ({ text, first, starts, ends }: ScannedRows, index: number): number => {
    const at = (first[index] ?? 0) + created;
    return created < 0 ? Number.NaN : readInstant(text, starts[at] ?? 0, ends[at] ?? 0);
  };
  /** Columns that the file lacks change nothing: an export may hold fewer than an earlier one. */
  const compareHeld = (rows: ScannedRows, index: number, lead: number): LeadOutcome => {
    const base = rows.first[index] ?? 0;
    const atMs = createdOf(rows, index);
    if (Number.isNaN(atMs) && created >= 0 && cellText(rows, index, created).trim() !== '')
      return { kind: 'unreadableTime', column: CREATED, value: cellText(rows, index, created) };
    let first: LeadOutcome = DUPLICATE;
    for (const attribute of attributes) {
      if (attribute.index < 0) continue;
      const cell = base + attribute.index;
      const given = cellText(rows, index, attribute.index).trim();
      const heldCode = attribute.codes.at(lead);
      const held = heldCode === MISSING ? '' : attribute.dictionary.cellOf(heldCode);
      if (given === held || (given === '' && attribute.index === created)) continue;
      if (first === DUPLICATE)
        first = { kind: 'changed', lead: ids.textOf(entries.at(lead)), column: attribute.name, held, given };
      if (onChanged === 'keep') break;
      attribute.codes.set(lead, attribute.dictionary.codeOf(rows.text, rows.starts[cell] ?? 0, rows.ends[cell] ?? 0));
      if (attribute.index === created) createdAtMs.set(lead, atMs);
      changedAttributes.add(attribute.name);
    }
    return first;
  };
  return {
    ids,
    add: (rows, index) => {
      const { text, first, starts, ends } = rows;
      const base = first[index] ?? 0;
      const [start, end] = [starts[base + id] ?? 0, ends[base + id] ?? 0];
      const known = ids.find(text, start, end);
      if (known >= 0 && known < heldLeads && met[known] === 0) {
        met[known] = 1;
        return compareHeld(rows, index, known);
      }
      if (known !== NOT_THERE) return { kind: 'repeatedId', column: 'id', value: cellText(rows, index, id) };
      // Ids begin with a letter or digit, nearly always; only the others need a closer look.
      if ((text.bytes[start] ?? 0) <= 0x20 || (text.bytes[start] ?? 0) >= 0x80 || start === end) {
        if (cellText(rows, index, id).trim() === '')
          return { kind: 'emptyId', column: 'id', value: cellText(rows, index, id) };
      }
      const atMs = createdOf(rows, index);
      if (Number.isNaN(atMs) && created >= 0 && cellText(rows, index, created).trim() !== '') {
        return { kind: 'unreadableTime', column: CREATED, value: cellText(rows, index, created) };
      }
      entries.push(ids.add(text, start, end, entries.length()));
      createdAtMs.push(atMs);
      for (const attribute of attributes) {
        const at = base + attribute.index;
        const isThere = attribute.index >= 0;
        attribute.codes.push(isThere ? attribute.dictionary.codeOf(text, starts[at] ?? 0, ends[at] ?? 0) : MISSING);
      }
      return ADDED;
    },
    finish: () => {
      const entryByLead = entries.values();
      return {
        count: entryByLead.length,
        idOf: (lead) => ids.textOf(entryByLead[lead] ?? 0),
        createdAtMs: createdAtMs.values(),
        attributes: attributes.map(({ name, dictionary, codes }) => {
          const facts = { name, kind: dictionary.kind(), codes: codes.values() };
          if (!changedAttributes.has(name)) return { ...facts, count: dictionary.count(), cellOf: dictionary.cellOf };
          // A cell that was replaced everywhere would stay in the file for nothing, and has no say in the kind any more.
          const cells = keepHeldCells(
            Array.from({ length: dictionary.count() }, (_, code) => dictionary.cellOf(code)),
            facts.codes,
          );
          const kind = kindOf(name) ?? kindOfCells(cells);
          return { ...facts, kind, count: cells.length, cellOf: (code: number) => cells[code] ?? '' };
        }),
      };
    },
  };
}

/** The workshop's first, then `created` and those that only the file has. */
function attributesOf(
  heading: readonly string[],
  kindOf: (name: string) => ColumnKind | undefined,
  seed: History['leads'] | undefined,
) {
  const held = seed?.attributes ?? [];
  const fresh = [CREATED, ...heading.filter((name) => name !== 'id' && name !== CREATED)].filter(
    (name) => !held.some((column) => column.name === name),
  );
  return [...held, ...fresh.map((name) => ({ name, cells: [], codes: null }))].map(
    ({ name, cells, codes: heldCodes }) => {
      const codes = growingInt32();
      for (let lead = 0; lead < (seed?.count ?? 0); lead += 1) codes.push(heldCodes?.[lead] ?? MISSING);
      return {
        name,
        index: heading.indexOf(name),
        codes,
        dictionary: createCellDictionary({ kind: kindOf(name), cells }),
      };
    },
  );
}
