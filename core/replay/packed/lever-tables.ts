/** The figures of the levers, as the kernel reads them. */
import type { Limits, RuleSet } from '../../rule-set/rule-set.ts';
import { lifetimeHours } from '../decay.ts';
import { type CellPlan, phaseShare, type SlotCells } from './cells.ts';
import {
  type CellColumn,
  CREATED_CELL,
  cellColumns,
  limitPlaces,
  NO_ACCUMULATOR,
  NO_CELL,
  RECYCLE_ACCUMULATOR,
  RECYCLE_CELL,
  rowBytes,
} from './kernel-memory.ts';
import type { KernelShape } from './kernel-shape.ts';

/** Rows of 64 bits by cell: what each gives. Accumulators are whole numbers of 64 bits, all else doubles. */
export function cellTable(shape: KernelShape, { slots, count }: CellPlan, ruleSet: RuleSet): Float64Array {
  const columns = cellColumns(shape);
  const stride = rowBytes(columns.length) / 8;
  const table = new Float64Array(stride * count);
  const accumulators = new BigInt64Array(table.buffer);
  const accumulatorColumn = columns.indexOf('accumulator');
  const place = (cell: number, accumulator: number): number => {
    accumulators[cell * stride + accumulatorColumn] = BigInt(accumulator);
    return cell * stride;
  };
  const given = columns.indexOf('given');
  place(NO_CELL, NO_ACCUMULATOR);
  place(RECYCLE_CELL, RECYCLE_ACCUMULATOR);
  const created = place(CREATED_CELL, NO_ACCUMULATOR);
  if (given >= 0) table[created + given] = 1;
  for (const slot of slots) {
    const accumulator = shape.accumulatorByRule.get(slot.rule.id) ?? NO_ACCUMULATOR;
    const isCleared = ruleSet.recycle?.clear.includes(slot.rule.dimension) === true;
    for (let phase = 0; phase < slot.phases; phase += 1) {
      const gives = columns.map((column) => gift(column, slot, phase, isCleared));
      for (let ordinal = 0; ordinal <= slot.ordinals; ordinal += 1) {
        const row = place(slot.firstCell + ordinal * slot.phases + phase, accumulator);
        if (!isGiven(slot, ordinal)) continue;
        gives.forEach((value, column) => {
          if (column !== accumulatorColumn) table[row + column] = value;
        });
      }
    }
  }
  return table;
}

/** The last cell stands for all ordinals from its own on: they are given where there is no `max`. */
function isGiven({ rule, ordinals }: SlotCells, ordinal: number): boolean {
  if (!rule.enabled) return false;
  return rule.max === undefined || (ordinal < rule.max && ordinal < ordinals);
}

function gift(column: CellColumn, slot: SlotCells, phase: number, isCleared: boolean): number {
  const { rule } = slot;
  /** An award stands from its own entry to that of its last phase. */
  const standing = phase === 0 ? 1 : phase === slot.phases - 1 && endsItsLife(slot) ? -1 : 0;
  switch (column) {
    case 'value':
      return rule.points * phaseShare(slot, phase);
    case 'slope':
      return rule.decay.kind === 'linear' ? (standing * rule.points) / slot.phaseHours : 0;
    case 'standing':
      return standing;
    case 'given':
      return phase === 0 ? 1 : 0;
    case 'clearedStanding':
      return isCleared ? standing : 0;
    case 'clearedDisqualifying':
      return isCleared && rule.disqualifies ? standing : 0;
    case 'keptDisqualifying':
      return !isCleared && rule.disqualifies ? standing : 0;
    case 'accumulator':
      return 0;
  }
}

/** Compound steps under 100 % never end it, and steps that nobody lives to see are left out. */
const endsItsLife = ({ rule, phases, phaseHours }: SlotCells): boolean =>
  lifetimeHours(rule.decay) === (phases - 1) * phaseHours;

/** Weights by hours passed, a row for each number of hours up to `longestGapHours`. */
export function factorTable({ halfLivesHours }: KernelShape, longestGapHours: number): Float64Array {
  const stride = rowBytes(halfLivesHours.length) / 8;
  const table = new Float64Array(stride * (longestGapHours + 1));
  halfLivesHours.forEach((hours, column) => {
    for (let passed = 0; passed <= longestGapHours; passed += 1)
      table[passed * stride + column] = 2 ** (-passed / hours);
  });
  return table;
}

/** Minimum and maximum of each dimension and its nodes, then the least value of each dimension. */
export function limitTable(shape: KernelShape, ruleSet: RuleSet, leasts: readonly number[]): Float64Array {
  const table = new Float64Array(2 * limitPlaces(shape) + shape.dimensions.length);
  let place = 0;
  const put = (limits: Limits | undefined): void => {
    table[place] = limits?.min ?? Number.NEGATIVE_INFINITY;
    table[place + 1] = limits?.max ?? Number.POSITIVE_INFINITY;
    place += 2;
  };
  for (const dimension of shape.dimensions) {
    put(ruleSet.dimensions[dimension.index]);
    for (const node of dimension.nodes) put(ruleSet.groups.find(({ id }) => id === node.group));
  }
  table.set(leasts, place);
  return table;
}
