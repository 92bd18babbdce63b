/** The stages of a data folder, read as bytes; they are few enough to be held in memory. */
import type { RowFault, RowOutcome } from '../../../../core/history/build-history.ts';
import { orderByLead, takeFloat64, takeInt32, takeUint8 } from '../../../../core/history/by-lead.ts';
import { readNumber } from '../../../../core/history/cell.ts';
import { growingFloat64, growingInt32, growingUint8 } from '../../../../core/history/growing-column.ts';
import { keepHeldCells } from '../../../../core/history/held-cells.ts';
import type { History } from '../../../../core/history/history.ts';
import { STAGE_NAMES } from '../../../../core/rule-set/rule-set.ts';
import { foldText } from '../../../../core/text.ts';
import { createCellDictionary } from './cell-dictionary.ts';
import { createInstantReader } from './read-instant-bytes.ts';
import { cellText, type ScannedRows } from './scan-rows.ts';

export interface StageStore {
  /** Row `index` of the rows. */
  readonly read: (rows: ScannedRows, index: number) => RowFault | ReadStage;
  /** Of a lead that is there. */
  readonly add: (lead: number, given: ReadStage) => RowOutcome;
  /** Gives row `row` of the seed what is given. */
  readonly replace: (row: number, given: ReadStage) => void;
  readonly finish: (leadCount: number) => History['stages'];
}

const names: readonly string[] = STAGE_NAMES;
const ADDED: RowOutcome = { kind: 'added' };

/** Its stage and its reason by their codes. */
export interface ReadStage {
  readonly atMs: number;
  readonly stage: number;
  readonly amount: number;
  readonly reason: number;
}

/** `heading`: the columns of stages.csv. */
export function createStageStore(
  heading: readonly string[],
  timeZone: string,
  seed: History['stages'] | undefined,
): StageStore {
  const [leads, instants, codes, amounts, reasonCodes] = [
    growingInt32(),
    growingFloat64(),
    growingUint8(),
    growingFloat64(),
    growingInt32(),
  ];
  const reasons = createCellDictionary({ kind: 'text', cells: seed?.reason.cells });
  const cells = createCellDictionary({ kind: 'text' });
  /** By code of its cell; −1 for a cell that names no stage. */
  const stageByCell: number[] = [];
  const stageOf = (cell: number): number => {
    const known = stageByCell[cell];
    if (known !== undefined) return known;
    const folded = foldText(cells.cellOf(cell));
    const named = names.indexOf(folded);
    stageByCell[cell] = named;
    return named;
  };
  let lead = 0;
  for (let row = 0; row < (seed?.count ?? 0); row += 1) {
    while (row >= (seed?.offsets[lead + 1] ?? 0)) lead += 1;
    leads.push(lead);
    instants.push(seed?.atMs[row] ?? 0);
    codes.push(seed?.stage[row] ?? 0);
    amounts.push(seed?.amount[row] ?? Number.NaN);
    reasonCodes.push(seed?.reason.codes[row] ?? 0);
  }
  const [at, stage, amount, reason] = ['at', 'stage', 'amount', 'reason'].map((name) => heading.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  const readInstant = createInstantReader(timeZone);
  const amountOf = (rows: ScannedRows, index: number): number | null => {
    const cell = amount < 0 ? '' : cellText(rows, index, amount).trim();
    return cell === '' ? Number.NaN : readNumber(cell);
  };
  const read = (rows: ScannedRows, index: number): RowFault | ReadStage => {
    const { text, first, starts, ends } = rows;
    const base = first[index] ?? 0;
    const atMs = readInstant(text, starts[base + at] ?? 0, ends[base + at] ?? 0);
    if (Number.isNaN(atMs)) return { kind: 'unreadableTime', column: 'at', value: cellText(rows, index, at) };
    const cell = cells.codeOf(text, starts[base + stage] ?? 0, ends[base + stage] ?? 0);
    const code = cell < 0 ? -1 : stageOf(cell);
    if (code < 0) return { kind: 'unknownStage', column: 'stage', value: cellText(rows, index, stage) };
    const value = amountOf(rows, index);
    if (value === null) return { kind: 'unreadableAmount', column: 'amount', value: cellText(rows, index, amount) };
    const reasonCode = reason < 0 ? -1 : reasons.codeOf(text, starts[base + reason] ?? 0, ends[base + reason] ?? 0);
    return { atMs, stage: code, amount: value, reason: reasonCode };
  };
  return {
    read,
    add: (leadIndex, given) => {
      leads.push(leadIndex);
      instants.push(given.atMs);
      codes.push(given.stage);
      amounts.push(given.amount);
      reasonCodes.push(given.reason);
      return ADDED;
    },
    replace: (row, given) => {
      instants.set(row, given.atMs);
      amounts.set(row, given.amount);
      reasonCodes.set(row, given.reason);
    },
    finish: (leadCount) => {
      const atMs = instants.values();
      const reasonCells = Array.from({ length: reasons.count() }, (_, code) => reasons.cellOf(code));
      const reasonValues = reasonCodes.values();
      const { offsets, rows } = orderByLead(leads.values(), atMs, leadCount);
      return {
        count: atMs.length,
        offsets,
        atMs: takeFloat64(atMs, rows),
        stage: takeUint8(codes.values(), rows),
        amount: takeFloat64(amounts.values(), rows),
        reason: {
          name: 'reason',
          kind: 'text',
          cells: keepHeldCells(reasonCells, reasonValues),
          codes: takeInt32(reasonValues, rows),
        },
      };
    },
  };
}
