/**
 * What the awards of a history are read with. Every activity and inactivity rule, and every entry of `ignore`, has a bit:
 * the filters of all of them are asked of an activity with one look at each column that any of them reads. Nothing here
 * grows with the history but the masks of conditions that cannot be taken apart by column, and it is plain data: another
 * thread can read with it.
 */
import { comparableText } from '../conditions/cell-test.ts';
import { type FilterParts, filterParts } from '../conditions/filter-parts.ts';
import type { Kept } from '../conditions/kept.ts';
import { conditionMask } from '../conditions/row-mask.ts';
import type { RowMask, Table } from '../conditions/table.ts';
import type { Activities, Column, History, Stages } from '../history/history.ts';
import { type ActivityRule, type InactivityRule, type RuleSet, STAGE_NAMES } from '../rule-set/rule-set.ts';
import { wholeMs } from './facts.ts';

export interface AwardPlan {
  readonly asOfMs: number;
  readonly createdAtMs: Float64Array;
  readonly activities: Pick<Activities, 'count' | 'offsets' | 'atMs'>;
  readonly stages: Pick<Stages, 'offsets' | 'atMs' | 'stage'>;
  /** 32 bits each; bit s is slot s, the bits after the slots are entries of `ignore`. */
  readonly words: number;
  readonly bitsOfAll: Int32Array;
  readonly bitsOfIgnore: Int32Array;
  readonly columns: readonly ColumnBits[];
  readonly rests: readonly { readonly bit: number; readonly mask: RowMask }[];
  readonly slots: readonly SlotPlan[];
  /** By index in `STAGE_NAMES`, 1: a recycle. */
  readonly isRecycle: Uint8Array;
}

export interface ColumnBits {
  readonly codes: Int32Array;
  /** The filters that the cell with code c passes: `words` words from `(c + 1) × words` on; a missing cell has code −1. */
  readonly bits: Int32Array;
}

/** An activity or inactivity rule before its points, its `max` and its decay, which are levers (an inactivity's `max` is both). */
export interface SlotPlan {
  /**
   * `each`: every match is an award. `guarded`: some are passed over. `collected`: several make one.
   * `clock`: an award when nothing matches for long.
   */
  readonly kind: 'each' | 'guarded' | 'collected' | 'clock';
  /** By lead; null: every lead. */
  readonly gate: RowMask | null;
  /** Starts afresh at a recycle. */
  readonly isCleared: boolean;
  readonly distinct: DistinctValues | null;
  readonly every: number;
  /** Infinity where there is none. */
  readonly windowMs: number;
  readonly cooldownMs: number;
  readonly afterMs: number;
  readonly runs: number;
}

/** Numbers that are equal for values that `distinctBy` takes for equal; 0 is the missing value. */
export interface DistinctValues {
  readonly codes: Int32Array | null;
  /** Entry 0 is the missing cell, entry c + 1 the cell with code c. */
  readonly ofCode: Int32Array;
  readonly count: number;
}

export interface PlanTables {
  readonly leads: Table;
  readonly activities: Table;
  readonly distinct: Kept<DistinctValues>;
}

/** More slots than this have no number left for recycles. */
const MOST_SLOTS = 0xffff;

export function planAwards(history: History, ruleSet: RuleSet, asOfMs: number, tables: PlanTables): AwardPlan {
  const timed = ruleSet.rules.filter((rule) => rule.kind === 'activity' || rule.kind === 'inactivity');
  if (timed.length >= MOST_SLOTS) throw new RangeError(`more than ${MOST_SLOTS - 1} activity and inactivity rules`);
  const filters = [...timed.map((rule) => rule.on), ...ruleSet.ignore].map((on) => filterParts(on, tables.activities));
  const words = Math.max(1, Math.ceil(filters.length / 32));
  const bitsOf = (holds: (filter: FilterParts, bit: number) => boolean): Int32Array => {
    const bits = new Int32Array(words);
    filters.forEach((filter, bit) => {
      if (holds(filter, bit)) setBit(bits, 0, bit);
    });
    return bits;
  };
  const recycle = ruleSet.recycle;
  const { leads, activities, stages } = history;
  return {
    asOfMs,
    createdAtMs: leads.createdAtMs,
    activities: { count: activities.count, offsets: activities.offsets, atMs: activities.atMs },
    stages: { offsets: stages.offsets, atMs: stages.atMs, stage: stages.stage },
    words,
    bitsOfAll: bitsOf((filter) => !filter.isNever),
    bitsOfIgnore: bitsOf((_, bit) => bit >= timed.length),
    columns: [...new Set(filters.flatMap((filter) => [...filter.byColumn.keys()]))].map((column) =>
      columnBits(column, filters, words),
    ),
    rests: filters.flatMap(({ rest }, bit) => (rest === null ? [] : [{ bit, mask: rest }])),
    slots: timed.map((rule) => slotPlan(rule, recycle?.clear.includes(rule.dimension) === true, tables)),
    isRecycle: Uint8Array.from(STAGE_NAMES, (stage) => (recycle?.on.includes(stage) === true ? 1 : 0)),
  };
}

function columnBits(column: Column, filters: readonly FilterParts[], words: number): ColumnBits {
  const bits = new Int32Array((column.cells.length + 1) * words);
  filters.forEach((filter, bit) => {
    const mask = filter.byColumn.get(column);
    for (let entry = 0; entry <= column.cells.length; entry += 1)
      if (mask === undefined || mask[entry] === 1) setBit(bits, entry * words, bit);
  });
  return { codes: column.codes, bits };
}

function setBit(bits: Int32Array, from: number, bit: number): void {
  bits[from + (bit >> 5)] = (bits[from + (bit >> 5)] ?? 0) | (1 << (bit & 31));
}

function slotPlan(rule: ActivityRule | InactivityRule, isCleared: boolean, tables: PlanTables): SlotPlan {
  const condition = rule.if;
  const gate =
    condition === undefined
      ? null
      : tables.leads.rowMasks.of(JSON.stringify(condition), () => conditionMask(condition, tables.leads));
  if (rule.kind === 'inactivity') {
    const clock = { kind: 'clock', afterMs: wholeMs(rule.afterDays), runs: rule.max } as const;
    return { ...clock, gate, isCleared, distinct: null, every: 1, windowMs: 0, cooldownMs: 0 };
  }
  const { distinctBy, every } = rule;
  const cooldownMs = wholeMs(rule.cooldownDays ?? 0);
  const isGuarded = distinctBy !== undefined || cooldownMs > 0;
  return {
    kind: every > 1 ? 'collected' : isGuarded ? 'guarded' : 'each',
    gate,
    isCleared,
    distinct:
      distinctBy === undefined
        ? null
        : tables.distinct.of(distinctBy, () => distinctValues(tables.activities.column(distinctBy))),
    every,
    windowMs: rule.withinDays === undefined ? Number.POSITIVE_INFINITY : wholeMs(rule.withinDays),
    cooldownMs,
    afterMs: 0,
    runs: 0,
  };
}

function distinctValues(column: Column | undefined): DistinctValues {
  if (column === undefined) return { codes: null, ofCode: new Int32Array(1), count: 1 };
  const numberByText = new Map<string, number>();
  const ofCode = new Int32Array(column.cells.length + 1);
  column.cells.forEach((cell, code) => {
    const text = comparableText(cell, column.kind);
    const known = numberByText.get(text) ?? numberByText.size + 1;
    numberByText.set(text, known);
    ofCode[code + 1] = known;
  });
  return { codes: column.codes, ofCode, count: numberByText.size + 1 };
}
