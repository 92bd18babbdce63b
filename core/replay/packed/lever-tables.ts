/** The figures of the levers, as the kernel reads them. */
import type { Limits, RuleSet } from '../../rule-set/rule-set.ts';
import { lifetimeHours } from '../decay.ts';
import { type CellPlan, phaseShare, type SlotCells } from './cells.ts';
import {
  type CellColumn,
  CREATED_CELL,
  cellColumns,
  cellRowBytes,
  factorRowBytes,
  limitPlaces,
} from './kernel-memory.ts';
import type { KernelShape } from './kernel-shape.ts';

/** Rows of numbers by cell: what each gives. After the single cells the sets (`members`: two a set). */
export function cellTable(
  shape: KernelShape,
  { slots, count }: CellPlan,
  members: Uint16Array,
  ruleSet: RuleSet,
): Float64Array {
  const columns = cellColumns(shape);
  const stride = cellRowBytes(shape) / 8;
  const table = new Float64Array(stride * (count + members.length / 2));
  const given = columns.findIndex(({ kind }) => kind === 'given');
  if (given >= 0) table[CREATED_CELL * stride + given] = 1;
  for (const slot of slots) {
    const accumulator = shape.accumulatorByRule.get(slot.rule.id) ?? -1;
    const isCleared = ruleSet.recycle?.clear.includes(slot.rule.dimension) === true;
    for (let phase = 0; phase < slot.phases; phase += 1) {
      const gives = columns.map((column) =>
        'accumulator' in column && column.accumulator !== accumulator ? 0 : gift(column, slot, phase, isCleared),
      );
      for (let ordinal = 0; ordinal <= slot.ordinals; ordinal += 1)
        if (isGiven(slot, ordinal)) table.set(gives, (slot.firstCell + ordinal * slot.phases + phase) * stride);
    }
  }
  for (let member = 0; member < members.length; member += 1) {
    const from = (members[member] ?? 0) * stride;
    const to = (count + (member >> 1)) * stride;
    for (let column = 0; column < stride; column += 1)
      table[to + column] = (table[to + column] ?? 0) + (table[from + column] ?? 0);
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
  switch (column.kind) {
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
  }
}

/** Compound steps under 100 % never end it, and steps that nobody lives to see are left out. */
const endsItsLife = ({ rule, phases, phaseHours }: SlotCells): boolean =>
  lifetimeHours(rule.decay) === (phases - 1) * phaseHours;

/** Weights by hours passed, a row for each number of hours up to `longestGapHours`. */
export function factorTable({ halfLivesHours }: KernelShape, longestGapHours: number): Float64Array {
  const stride = factorRowBytes(halfLivesHours.length) / 8;
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
