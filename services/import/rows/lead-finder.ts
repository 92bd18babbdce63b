/** Which lead a cell of a file speaks of: by its id, or by an attribute that the mapping names. */
import type { HistoryBuilder } from '../../../core/history/build-history.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { foldText } from '../../../core/text.ts';
import { badMapping, type SourceFault } from '../source/source-fault.ts';
import { type ByteTable, createByteTable, NOT_THERE, tableOfTexts } from './stream/byte-table.ts';
import { cellText, type ScannedRows } from './stream/scan-rows.ts';

/** Several leads have the cell; which one is meant is not said. */
const SEVERAL = -3;

export interface LeadFinder {
  /** The lead's place among the ids, `NOT_THERE` or `SEVERAL`. */
  readonly find: (cell: string) => number;
  /** The same for column `column` of many rows. */
  readonly findCells: (rows: ScannedRows, column: number, found: Int32Array) => void;
  /** Why a row whose cell has no lead is rejected. */
  readonly reasonOf: (found: number, cell: string) => string;
}

/** Once the leads are known. `isLenient`: not all of them are, and who is not there is taken for the first. */
export function createLeadFinder(
  builder: HistoryBuilder,
  leadBy: string | undefined,
  isLenient: boolean,
): Result<LeadFinder, SourceFault> {
  const finder = strictFinder(builder, leadBy);
  return finder.ok && isLenient && builder.ids.length > 0 ? ok(lenient(finder.value)) : finder;
}

const lenient = ({ find, findCells, reasonOf }: LeadFinder): LeadFinder => ({
  find: (cell) => Math.max(0, find(cell)),
  findCells: (rows, column, found) => {
    findCells(rows, column, found);
    for (let row = 0; row < rows.count; row += 1) found[row] = Math.max(0, found[row] ?? 0);
  },
  reasonOf,
});

function strictFinder(builder: HistoryBuilder, leadBy: string | undefined): Result<LeadFinder, SourceFault> {
  if (leadBy === undefined) return ok(byId(builder));
  const cellAt = builder.attribute(leadBy.trim());
  if (cellAt === null) return fail(badMapping('leadBy', `no lead has an attribute "${leadBy}".`));
  return ok(byAttribute(leadBy.trim(), builder.ids.length, cellAt));
}

function byId({ ids, placeOf }: HistoryBuilder): LeadFinder {
  let table: ByteTable | null = null;
  return {
    find: (cell) => placeOf(cell) ?? NOT_THERE,
    findCells: (rows, column, found) => {
      table ??= tableOfTexts(ids);
      table.findCells(rows, column, found);
    },
    reasonOf: (_, cell) => (cell.trim() === '' ? NAMES_NONE : 'There is no lead with this id.'),
  };
}

function byAttribute(name: string, leads: number, cellAt: (lead: number) => string): LeadFinder {
  const leadByCell = new Map<string, number>();
  for (let lead = 0; lead < leads; lead += 1) {
    const cell = foldText(cellAt(lead));
    if (cell !== '') leadByCell.set(cell, leadByCell.has(cell) ? SEVERAL : lead);
  }
  const find = (cell: string): number => leadByCell.get(foldText(cell)) ?? NOT_THERE;
  /** By cell as written, so that each is folded once. */
  const met: ByteTable = createByteTable();
  return {
    find,
    findCells: (rows, column, found) => {
      const { text, count, first, starts, ends } = rows;
      for (let row = 0; row < count; row += 1) {
        const at = (first[row] ?? 0) + column;
        const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
        const code = met.find(text, start, end);
        if (code !== NOT_THERE) {
          found[row] = code - OFFSET;
          continue;
        }
        const lead = find(cellText(rows, row, column));
        met.add(text, start, end, lead + OFFSET);
        found[row] = lead;
      }
    },
    reasonOf: (found, cell) =>
      cell.trim() === ''
        ? NAMES_NONE
        : found === SEVERAL
          ? `Several leads have this "${name}"; which of them is meant is not said.`
          : `There is no lead with this "${name}".`,
  };
}

const NAMES_NONE = 'The row names no lead.';

/** Keeps "not there" and "several" apart from an entry that was not met. */
const OFFSET = 3;
